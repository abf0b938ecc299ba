import { foldWord } from "../core/index.ts";

/**
 * What makes two numbered dispatches one: series and number, whatever their case, spaces and wording of the series
 * (`Special Dispatch No. 41`, `special dispatches series no. 041`). Null where either is missing.
 */
export function numberKey(series: string | null, number: string | null): string | null {
  if (series === null || number === null) return null;
  const words = (series.match(/[\p{L}\p{N}]+|&/gu) ?? [])
    .filter((word) => !EMPTY.has(foldWord(word)))
    .map(seriesWord);
  const digits = foldWord(number.trim()).replace(/^0+(?=\p{N})/u, "");
  return `${words.join(" ")} ${digits}`;
}

/** Words of a series' wording that name nothing. */
const EMPTY = new Set(["series", "serie", "no", "nr", "number", "the", "of"]);

/** A word of a series without its plural's ending: "dispatches", "announcements", "inquiries". */
function seriesWord(word: string): string {
  if (word === "&") return "and";
  const folded = foldWord(word);
  if (folded.length < 5 || folded.endsWith("ss") || folded.endsWith("sis")) return folded;
  return folded
    .replace(/ies$/u, "y")
    .replace(/(?<=(?:ch|sh|x|z|ss))es$/u, "")
    .replace(/(?<!i)s$/u, "");
}

/** The series and number that a wording such as "Special Dispatch No. 41" names, as {@link numberKey} has them; null where it names none. */
export function wordedKey(wording: string): string | null {
  const parts = /^(.*\p{L}.*?)[\s,]+(?:(?:No|Nr)\.?\s*)?(\d{1,7})$/iu.exec(wording.trim());
  return parts === null ? null : numberKey(parts[1]!, parts[2]!);
}
