import type { Span } from "../core/index.ts";
import { findDates, hasFigure, parseDate } from "./date.ts";
import { seriesOf } from "./series.ts";
import { type Unit, unitsByLine } from "./unit.ts";

/** A header line: what it says, null where it says nothing. */
export interface HeaderLine extends Span {
  /** ISO date. */
  readonly date: string | null;
  readonly series: string | null;
  readonly number: string | null;
  readonly subject: string | null;
}

/** What stands above a dispatch's summary, and the units below it. */
export interface Masthead {
  readonly lines: readonly HeaderLine[];
  readonly titles: readonly Unit[];
  /** Every unit of it in text order, the titles too. */
  readonly units: readonly Unit[];
  readonly rest: readonly Unit[];
}

/** Longest header line: a date, a long region list, a series. */
const LONGEST_LINE = 300;
/** Units at the start among which the header lines stand: site lines, the line itself, a title, the line again. */
const HEADER_REACH = 10;
/** Longest title: real ones run to 600 code units. */
const LONGEST_TITLE = 1500;

/** The masthead of a dispatch, or null where no line names a series and a number. */
export function readMasthead(text: string, units: readonly Unit[]): Masthead | null {
  const head = units.slice(0, HEADER_REACH).flatMap((unit) => partedByHeader(text, unit));
  const read = head.map((unit) => headerLine(text, unit));
  const named = read.findIndex((line) => line?.number != null);
  if (named < 0) return null;
  const first = read.findIndex((line) => line !== null);
  let last = named;
  // The line again, under the title: further down it would be another document's.
  for (let at = named + 1; at < read.length && at <= last + 4; at++) if (read[at] !== null) last = at;
  const titles = titlesOf(text, head, read, first, last);
  const lines = read.slice(0, last + 1).filter((line) => line !== null);
  const end = Math.max(last, ...titles.map((unit) => head.indexOf(unit))) + 1;
  return {
    lines,
    titles,
    units: head.slice(0, end),
    rest: [...head.slice(end), ...units.slice(HEADER_REACH)],
  };
}

/** Who wrote it, at a header line's end: "| By N. Havel and T. Orme*". */
const BYLINE_AT_END = /(?:^|\s*[|,–—-]\s*|\s)by:?\s\p{Lu}[^|]*$/iu;

/** A block of several lines of which one is a header line is taken line by line, unless all of it is one, wrapped. */
function partedByHeader(text: string, unit: Unit): Unit[] {
  if (unit.lines.length === 1) return [unit];
  const read = unit.lines.filter((line) => headerLine(text, line) !== null).length;
  if (read === 0 || (read < unit.lines.length && headerLine(text, unit) !== null)) return [unit];
  return unitsByLine(unit);
}

function titlesOf(
  text: string,
  head: readonly Unit[],
  read: readonly (HeaderLine | null)[],
  first: number,
  last: number,
): Unit[] {
  const between = head.filter(
    (unit, at) => at > first && at < last && read[at] === null && !isByline(text, unit),
  );
  if (between.length > 0) return between;
  const above = head.slice(0, first).filter((unit) => unit.kind === "heading" || wordCount(text, unit) > 4);
  if (above.length > 0) return above;
  const next = head[last + 1];
  return next !== undefined && next.end - next.start <= LONGEST_TITLE ? [next] : [];
}

function isByline(text: string, unit: Span): boolean {
  return unit.end - unit.start <= 120 && /^(?:written )?by\b:?\s/iu.test(text.slice(unit.start, unit.end));
}

function wordCount(text: string, unit: Span): number {
  return text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST_TITLE)).split(/\s+/u).length;
}

/**
 * Reads a line as date, subject, series and number in any of their orders: `DATE SERIES No. N`,
 * `SUBJECT | SERIES No. N`, `DATE | SERIES | No. N`, or a date alone. Null where other words stand in it.
 */
function headerLine(text: string, span: Span): HeaderLine | null {
  if (span.end - span.start > LONGEST_LINE) return null;
  const line = text.slice(span.start, span.end);
  if (!hasFigure(line)) return null;
  const words = line.replace(/[*_\s]+/gu, " ").trim();
  const alone = parseDate(words);
  const place = { start: span.start, end: span.end };
  if (alone !== null) return { ...place, date: alone, series: null, number: null, subject: null };
  const numbered = /^(.*?)(?:\b(?:No|Nr|Number|Num)\b\.?|№|N°|#)\s*(\d{1,7})\b\s*[|,–—-]?\s*(.*)$/iu.exec(
    words,
  );
  if (numbered === null) return null;
  const [, before, number] = numbered;
  const after = numbered[3]!.replace(BYLINE_AT_END, "");
  const trailing = after === "" ? null : parseDate(after);
  if (after !== "" && trailing === null) return null;
  const leading = findDates(before!)[0];
  const dated = leading?.start === 0 ? leading : undefined;
  const parts = before!
    .slice(dated?.end ?? 0)
    .split("|")
    .map((part) => part.replace(/^[\s,–—:-]+|[\s,–—:-]+$/gu, ""))
    .filter((part) => part !== "");
  const series = seriesOf(parts.at(-1) ?? "");
  if (series === null) return null;
  const subject = parts
    .slice(0, -1)
    .filter((part) => parseDate(part) === null)
    .join(" | ");
  const date = dated?.iso ?? trailing ?? parts.map(parseDate).find((iso) => iso !== null) ?? null;
  return { ...place, date, series, number: number!, subject: subject === "" ? null : subject };
}
