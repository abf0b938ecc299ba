import type { Span } from "../core/index.ts";

/** A date where it stands in a text; `iso` is `YYYY-MM-DD`. */
interface FoundDate extends Span {
  readonly iso: string;
}

/** Month names by number, English, French and Arabic (eastern, western and Maghrebi names), in folded spelling. */
const MONTHS: readonly string[][] = [
  ["january", "jan", "janvier", "janv", "يناير", "كانون الثاني", "جانفي"],
  ["february", "feb", "février", "fevrier", "févr", "fév", "فبراير", "شباط", "فيفري"],
  ["march", "mar", "mars", "مارس", "آذار", "اذار"],
  ["april", "apr", "avril", "avr", "أبريل", "ابريل", "إبريل", "نيسان", "أفريل"],
  ["may", "mai", "مايو", "أيار", "ايار", "ماي"],
  ["june", "jun", "juin", "يونيو", "يونيه", "حزيران", "جوان"],
  ["july", "jul", "juillet", "juil", "يوليو", "يوليه", "تموز", "جويلية"],
  ["august", "aug", "août", "aout", "أغسطس", "اغسطس", "آب", "أوت"],
  ["september", "sept", "sep", "septembre", "سبتمبر", "أيلول", "ايلول"],
  ["october", "oct", "octobre", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"],
  ["november", "nov", "novembre", "نوفمبر", "تشرين الثاني"],
  ["december", "dec", "décembre", "decembre", "déc", "ديسمبر", "كانون الأول", "كانون الاول"],
];

const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
/** Longest names first, so that `mars` is not read as `mar`. */
const MONTH = [...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join("|");

const DATE = new RegExp(
  [
    `(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})(?:T[\\d:.]{4,15}(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
    `(?<month1>${MONTH})\\.?\\s{1,3}(?<day1>\\d{1,2})(?:st|nd|rd|th)?[,،]?\\s{1,3}(?<year1>\\d{4})`,
    `(?<day2>\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s{1,3}(?:of\\s{1,3})?(?<month2>${MONTH})\\.?[,،]?\\s{1,3}(?<year2>\\d{4})`,
    `(?<year3>\\d{4})[/.](?<month3>\\d{1,2})[/.](?<day3>\\d{1,2})`,
    `(?<left>\\d{1,2})[/.](?<right>\\d{1,2})[/.](?<year4>\\d{4})`,
  ]
    .map((pattern) => `(?<![\\p{L}\\p{N}/-])(?:${pattern})(?![\\p{L}\\p{N}])`)
    .join("|"),
  "giu",
);

const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|(?:يوم\s)?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد))\.?[,،]?\s+/iu;

/**
 * The ISO date that `text` is, or null: English long and short forms, ISO (`20190303` too; a time of day is dropped), French, Arabic.
 * All of `text` must be the date; a weekday before it and a full stop after it are allowed. `03/04/2019` is null, as it
 * does not say which number is the month; `25/12/2019` is read. A day that its month lacks is null.
 */
export function parseDate(text: string): string | null {
  // The longest date with a weekday has under 60 characters; more is no date.
  if (text.length > 200) return null;
  let rest = text.trim().replace(/[.\s]+$/u, "");
  for (let match = WEEKDAY.exec(rest); match !== null; match = WEEKDAY.exec(rest))
    rest = rest.slice(match[0].length);
  const basic = /^(\d{4})(\d{2})(\d{2})$/u.exec(rest);
  if (basic !== null) return isoDate(Number(basic[1]), Number(basic[2]), Number(basic[3]));
  const found = findDates(rest)[0];
  return found !== undefined && found.start === 0 && found.end === rest.length ? found.iso : null;
}

/**
 * Whether a figure stands in `text`, western, Arabic or Persian. Most of a source has none: a look for one is far
 * cheaper than a look for a date.
 */
export function hasFigure(text: string): boolean {
  return /[\d٠-٩۰-۹]/u.test(text);
}

/** Every date of `text` that {@link parseDate} would read, in order; offsets are UTF-16 code units into `text`. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!hasFigure(text)) return found;
  for (const match of westernDigits(text).matchAll(DATE)) {
    const iso = isoOf(match.groups!);
    if (iso !== null) found.push({ start: match.index, end: match.index + match[0].length, iso });
  }
  return found;
}

/** Arabic-Indic and Persian digits as 0 to 9, one code unit for one. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

function isoOf(groups: Record<string, string | undefined>): string | null {
  const year = Number(groups.isoYear ?? groups.year1 ?? groups.year2 ?? groups.year3 ?? groups.year4);
  if (groups.left !== undefined) return numericIso(year, Number(groups.left), Number(groups.right));
  const name = groups.month1 ?? groups.month2;
  const month =
    name === undefined ? Number(groups.isoMonth ?? groups.month3) : MONTH_NUMBERS.get(name.toLowerCase())!;
  return isoDate(year, month, Number(groups.isoDay ?? groups.day1 ?? groups.day2 ?? groups.day3));
}

/** Day and month in unknown order: read only where one order alone is a date, or both are the same. */
function numericIso(year: number, left: number, right: number): string | null {
  const dayFirst = isoDate(year, right, left);
  const monthFirst = isoDate(year, left, right);
  if (dayFirst !== null && monthFirst !== null) return dayFirst === monthFirst ? dayFirst : null;
  return dayFirst ?? monthFirst;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
