import { parseDate } from "./date.ts";
import { languageTag } from "./language.ts";

/** What a line says of the source that a report was made from; what it does not say is null. */
export interface SourceLine {
  readonly outlet: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  /** ISO date. */
  readonly date: string | null;
}

/** Longest source line: an outlet of many words, a place, a page. */
const LONGEST = 240;

/** `PA0303152094`, `94AF0123A`: the number that a desk gives what it received. */
const CODE = /^(?:\p{Lu}{1,3}\d{8,12}|\d{2}\p{Lu}{2,3}\d{3,5}\p{Lu}?|\(\d{1,3}\))\s+/u;
const DAY =
  /(?<=^|[\s,])(\d{1,2})(?:\s?[-–/]\s?\d{1,2})?\s+(\p{L}{3,9})\.?,?\s+(\d{4}|\d{2})(?:,?\s+(?:pp?\.?|pages?)\s*[\dA-Z][\d\s,A-Z–-]*)?\.?$/u;
const TIME = /,?\s*(?:at\s+)?\d{3,4}\s*(?:gmt|utc|z)\s*,?$/iu;
const LANGUAGE = /,?\s+in\s+(\p{L}+)(?:\s+(?:and|to)\s+[\p{L} ]{3,40})?\s*,?$/iu;
/** What an outlet's own description says before its name: "the privately owned daily", "state-run news agency". */
const DESCRIBED =
  /^(?:the\s+)?[\p{L}\p{M}'’ -]{0,100}?\b(?:newspaper|daily|weekly|magazine|journal|agency|radio station|television station|TV channel|channel|station|website|paper)\s+(?=["“'‘]?\p{Lu})/u;

/**
 * Reads `Source: OUTLET, City, in Arabic 0915 gmt 14 Nov 18`, and `City OUTLET in Arabic 1200 GMT 3 Mar 94` with a desk's
 * number before it: null where it has not this form. An outlet in capitals behind a place is told from it; another is
 * kept with its place. A year of two digits is of 1939 to 2038: no service of monitoring is older.
 */
export function readSourceLine(words: string): SourceLine | null {
  if (words.length > LONGEST) return null;
  const line = words.replace(/\s+/gu, " ").trim();
  const label = /^\[?source\s*:\s*/iu.exec(line);
  const bare = line.slice(label?.[0].length ?? 0).replace(/\]$/u, "");
  const numbered = CODE.exec(bare)?.[0].length ?? 0;
  const read = readOrigin(bare.slice(numbered));
  if (read.date === null && (label === null || read.rest === "")) return null;
  if (label === null && read.language === null) return null;
  const outlet = label === null ? capitalsOf(read.rest) : read.rest.split(",")[0]!;
  return { outlet: outletName(outlet), language: read.language, date: read.date };
}

/** The outlet's name as it is called, without what describes it and the word that says it is a website. */
export function outletName(words: string): string | null {
  const name = words
    .trim()
    .replace(DESCRIBED, "")
    .replace(/\s+(?:web ?site|online)$/iu, "")
    .replace(/^["“'‘](.*)["”'’]$/u, "$1")
    .trim();
  return name === "" ? null : name;
}

function readOrigin(words: string): Omit<SourceLine, "outlet"> & { readonly rest: string } {
  const day = DAY.exec(words);
  const date = day === null ? null : parseDate(`${day[1]} ${day[2]} ${fullYear(day[3]!)}`);
  let rest = date === null ? words : words.slice(0, day!.index).trim();
  rest = rest.replace(TIME, "");
  const named = LANGUAGE.exec(rest);
  const language = named === null ? null : languageTag(named[1]!);
  if (language !== null) rest = rest.slice(0, named!.index);
  return { language, date, rest: rest.replace(/[\s,]+$/u, "") };
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) >= 39 ? `19${year}` : `20${year}`;
}

/** The capitals that end a line of other words, `Low Tessim HARBOUR GAZETTE`; else all of it. */
function capitalsOf(words: string): string {
  const all = words.split(" ");
  let from = all.length;
  while (from > 0 && /^\p{Lu}[\p{Lu}\p{M}'’&.-]+$/u.test(all[from - 1]!)) from--;
  const isNamed = from > 0 && from < all.length && /\p{Ll}/u.test(all[from - 1]!);
  return isNamed ? all.slice(from).join(" ") : words;
}
