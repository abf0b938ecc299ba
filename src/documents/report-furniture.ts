import { parseDate } from "./date.ts";
import { readSourceLine } from "./source-line.ts";

/**
 * What a line of a report is that is none of its words: a page's number; a line of the teletype, of classification or of a
 * sign-off; the report's number or date; where it was taken from.
 */
export type Furniture = "page" | "code" | "number" | "date" | "source";

const PAGE = /^[-–—|¦\s]*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?[-–—|¦\s]*$/iu;
/** Teletype's own lines, classification lines and rules. */
const CODE =
  /^(?:[/\\]{1,2}\d{3,6}[/\\]{1,2}|BT|N{4}|ZCZC\b.{0,20}|#\d{3,6}|#{2,5}|-30-|-*\s?END(?:\s?ALL)?\s?-*|BFN|[_=*~-]{3,}|\(?(?:UNCLASSIFIED|UNCLAS|UNCLASSIFIED?\s?\/\/.{0,60}|(?:FOR )?OFFICIAL USE ONLY|FOUO|RESTRICTED|APPROVED FOR .{3,40}|NOT FOR .{3,40})\)?)$/u;
/** `TSM-NEA-94-042`: the letters of a series, then a year and a number. */
const NUMBER = /^(?:\p{Lu}{2,6}[- /]){1,3}\d{2,4}[-/]\d{2,4}(?:[- /]?\p{Lu}{1,3})?$/u;
/** A desk's sign-off: what it files under, the day in six figures, initials. */
const SIGNED = /^\p{Lu}.{1,60}\b\d{6}\s+\p{Ll}{1,4}(?:\/\p{Ll}{1,4})*$/u;
const LONGEST = 240;

/** What a line is that stands in a report and is no part of what it reports; null for any other. */
export function furnitureOf(line: string): Furniture | null {
  if (line.length > LONGEST) return null;
  if (PAGE.test(line)) return "page";
  if (CODE.test(line) || SIGNED.test(line)) return "code";
  if (NUMBER.test(line)) return "number";
  if (/\d/u.test(line) && parseDate(line) !== null) return "date";
  return readSourceLine(line) === null ? null : "source";
}
