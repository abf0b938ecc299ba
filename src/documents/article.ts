import type { FormattedText } from "../formats/index.ts";
import { findDates, parseDate } from "./date.ts";
import { Draft } from "./draft.ts";
import { inTitleCase, isName } from "./person-name.ts";
import type { Unit } from "./unit.ts";

/** An article as it was read: a title, then a byline or a line of outlet and date, then its author's text. */
export interface Article {
  readonly draft: Draft;
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
}

/** What stands above an article's text: a title, a standfirst, a byline, a date. */
const HEAD_REACH = 6;
const LONGEST_TITLE = 250;
const BYLINE =
  /^(?:by|par|von|por|story by|words by|reporting by|written by|بقلم|كتب)\s*:?\s+(.{2,100}?)(?:\s*[|•·–—]\s*.*|,\s*(?:\p{Ll}|[Ff]or |[Ii]n |\p{Lu}[\p{L} ]+(?:$|\s*\|)).*)?$/iu;

/** Reads an article, or null where nothing above the text says that it is one. */
export function readArticle(formatted: FormattedText, units: readonly Unit[]): Article | null {
  const { text } = formatted;
  const title = units[0];
  if (title === undefined || !isTitle(text, title, formatted)) return null;
  const head = units.slice(1, HEAD_REACH);
  const lines = head.map((unit) => headLine(text, unit));
  const last = lines.findLastIndex((line) => line !== null);
  const byline = lines.find((line) => line?.author != null)?.author ?? null;
  const fromFormat = formatted.author !== null || formatted.published !== null || formatted.outlet !== null;
  const dated = dateline(text, units[last + 2]);
  if (last < 0 && !fromFormat && dated === null) return null;
  if (units.length < 2) return null;
  const author = byline ?? formatted.author;
  const draft = new Draft(text, true);
  draft.add("title", title.start, title.end);
  const voice = { kind: "speaker", name: author } as const;
  units.slice(1).forEach((unit, index) => {
    if (index <= last) draft.add(lines[index] === null ? "summary" : "header", unit.start, unit.end);
    else if (unit.kind === "heading" || unit.kind === "caption" || unit.kind === "note")
      draft.add(unit.kind, unit.start, unit.end);
    else {
      if (draft.turn === null) draft.beginTurn(voice, null);
      draft.addToTurn(unit.start, unit.end);
    }
  });
  return {
    draft,
    title: text.slice(title.start, title.end).replace(/\s+/gu, " "),
    author,
    outlet: lines.find((line) => line?.outlet != null)?.outlet ?? formatted.outlet,
    date:
      lines.find((line) => line?.date != null)?.date ??
      (formatted.published === null ? null : parseDate(formatted.published)) ??
      dated?.date ??
      null,
  };
}

function isTitle(text: string, unit: Unit, formatted: FormattedText): boolean {
  if (unit.end - unit.start > LONGEST_TITLE) return false;
  const words = text.slice(unit.start, unit.end);
  return (
    unit.kind === "heading" ||
    words === formatted.title ||
    (unit.lines.length <= 2 && !/[.:,;]$/u.test(words))
  );
}

interface HeadLine {
  readonly author: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
}

/** A byline, a date, or an outlet with a date; null for other words. */
function headLine(text: string, unit: Unit): HeadLine | null {
  if (unit.end - unit.start > 160) return null;
  const lines = unit.lines.map((line) => lineOf(text.slice(line.start, line.end)));
  if (lines.some((line) => line === null))
    return lines.length > 1 ? lineOf(text.slice(unit.start, unit.end)) : null;
  return {
    author: lines.find((line) => line!.author !== null)?.author ?? null,
    outlet: lines.find((line) => line!.outlet !== null)?.outlet ?? null,
    date: lines.find((line) => line!.date !== null)?.date ?? null,
  };
}

function lineOf(words: string): HeadLine | null {
  const dates = findDates(words);
  const byline = BYLINE.exec(words.replace(/[*_]/gu, ""));
  if (byline !== null && !/[.?!]\s/u.test(words)) {
    const name = byline[1]!.replace(/\s+and\s+.*$|,.*$/u, "").trim();
    return {
      author: isName(inTitleCase(name)) ? inTitleCase(name) : null,
      outlet: null,
      date: dates[0]?.iso ?? null,
    };
  }
  const date = dates.length === 1 ? dates[0]! : null;
  if (date === null) return null;
  const rest = `${words.slice(0, date.start)} ${words.slice(date.end)}`
    .replace(
      /\b(?:published|posted|updated|on|at|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|GMT|UTC|[ECMP][SD]T)\b:?/giu,
      " ",
    )
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu, " ")
    .replace(/[\s|,•·–—()*_-]+/gu, " ")
    .trim();
  if (rest.length > 60 || /[.?!]/u.test(rest)) return null;
  return { author: null, outlet: rest === "" ? null : rest, date: date.iso };
}

/** A text that opens `TESSIM, March 4 (Outlet) —`: its ISO date, null without a year. Null for another opening. */
function dateline(text: string, unit: Unit | undefined): { readonly date: string | null } | null {
  if (unit === undefined) return null;
  const head = text.slice(unit.start, Math.min(unit.end, unit.start + 120));
  const match =
    /^\*?\p{Lu}[\p{L} .'’-]{1,40},\s+(\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s\p{L}{3,9}(?:\s\d{4})?)(?:\s*\([^()]{1,40}\))?\s*(?:[–—]|--|-\s|[.:]\*?\s)/u.exec(
      head,
    );
  if (match === null) return null;
  const date = parseDate(match[1]!);
  // Without a year, with any year: the words must still be a day.
  return date !== null || parseDate(`${match[1]!} 2000`) !== null || parseDate(`${match[1]!}, 2000`) !== null
    ? { date }
    : null;
}
