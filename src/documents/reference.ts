import { findDates } from "./date.ts";
import type { Reference } from "./document.ts";
import { splitDesk } from "./series.ts";

/** Words before a number that can name a desk and a series. */
const LONGEST_NAME = 10;
/** How far before a number its desk and series are looked for. */
const NAME_REACH = 160;
/** Words that lead to a reference and are no part of a name. */
const LEAD = /^(?:see|also|cf|and|in|the|this|our|from|for|on|of|by|read|compare|e\.g|i\.e)\.?,?$/iu;

/** The other dispatches that `text[start, end)` refers to, in text order. `known` are names of series met before. */
export function referencesIn(
  text: string,
  start: number,
  end: number,
  known: readonly string[],
): Reference[] {
  const within = text.slice(start, end);
  const numbers = [...within.matchAll(/(?<=\s)(?:No|Nr)\.?\s?(\d{1,7})\b/gu)];
  const found: { from: number; to: number; number: string; desk: string | null; series: string }[] = [];
  for (const match of numbers) {
    const name = nameBefore(within, match.index, found.at(-1)?.to ?? 0);
    if (name === null) continue;
    found.push({
      from: name.start,
      to: match.index + match[0].length,
      number: match[1]!,
      ...splitDesk(name.words, known),
    });
  }
  return found.map((reference, index) => {
    const limit = found[index + 1]?.from ?? within.length;
    const rest = titleAndDate(within.slice(reference.to, limit));
    const { desk, series, number } = reference;
    return {
      desk,
      series,
      number,
      title: rest.title,
      date: rest.date,
      start: start + reference.from,
      end: start + reference.to + rest.length,
    };
  });
}

/** The capitalised words that end at `end`; null where there are none. */
function nameBefore(
  within: string,
  end: number,
  floor: number,
): { readonly start: number; readonly words: readonly string[] } | null {
  const reach = Math.max(floor, end - NAME_REACH);
  const tokens = [...within.slice(reach, end).matchAll(/\S+/gu)].map((match) => ({
    word: match[0],
    start: reach + match.index,
  }));
  let first = tokens.length;
  while (first > 0 && tokens.length - first < LONGEST_NAME) {
    const word = tokens[first - 1]!.word;
    const inner = first < tokens.length && /^(?:&|and|of|the)$/u.test(word);
    if (!inner && !/^\p{Lu}[\p{L}\p{N}'’&-]*$/u.test(word)) break;
    if (LEAD.test(word) && !inner) break;
    first--;
  }
  while (first < tokens.length && (LEAD.test(tokens[first]!.word) || /^&$/u.test(tokens[first]!.word)))
    first++;
  if (first === tokens.length) return null;
  return { start: tokens[first]!.start, words: tokens.slice(first).map((token) => token.word) };
}

/** What follows a number up to the next reference: a title between dashes or quotation marks, then a date. */
function titleAndDate(rest: string): {
  readonly title: string | null;
  readonly date: string | null;
  readonly length: number;
} {
  const lead = /^\s*[,:–—-]\s*/u.exec(rest);
  if (lead === null) return { title: null, date: null, length: 0 };
  const from = lead[0].length;
  const dates = findDates(rest);
  // The date ends the reference; dates inside the title are not set off from it.
  const date = dates.find((one) => /(?:^|[–—,(-]|["”'’])\s*$/u.test(rest.slice(0, one.start))) ?? null;
  const sentence = /[.?!]["”'’]?\s+(?=\p{Lu}|\[)|[.?!]?\s*$|;\s/u.exec(rest.slice(from));
  const to = date?.start ?? from + (sentence?.index ?? rest.length - from);
  const title = unquoted(
    rest
      .slice(from, to)
      .replace(/[\s,–—(-]+$/gu, "")
      .replace(/\s+/gu, " ")
      .trim(),
  );
  return { title: title === "" ? null : title, date: date?.iso ?? null, length: date?.end ?? to };
}

/** A title without the marks that enclose the whole of it. */
function unquoted(title: string): string {
  return /^["“][^"“”]*[,.]?["”]$/u.test(title) ? title.slice(1, -1).replace(/[,.]$/u, "") : title;
}
