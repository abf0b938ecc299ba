import { wordAfter, wordBefore } from "./apostrophe.js";
import { isDigit } from "./character.js";
/** Feet and inches before the mark: 6'2", 5’ 10½”. */
const feetAndInches = /\d\s?['’′]\s?\d{1,2}[\s\d½¼¾/]{0,4}$/;
/** A size after it: 12" x 14", 3" by 5", 7" wide. */
const sizeAfter = /^\s?(?:[x×]\s?\d|by\s\d|(?:wide|high|long|deep|thick|tall|diameter|screen|vinyl|gun|guns)\b)/i;
/** Hebrew particles that are written together with the next word, and so with its opening mark. */
const prefixes = /^[והבלמשכ]{1,4}$/;
/**
 * Whether a double mark after a digit stands for inches or seconds: `always`, `perhaps` (it may as well close a
 * quotation that ends in a number), `never`.
 */
export function measureOf(text, mark, paragraph) {
    if (!isDigit(mark.before) || mark.followsMark || mark.leadsMark || mark.position === "open")
        return "never";
    if (mark.name === "″" || mark.name === "′")
        return "always";
    const before = text.slice(Math.max(paragraph.start, mark.start - 14), mark.start);
    const after = text.slice(mark.end, Math.min(paragraph.end, mark.end + 12));
    if (feetAndInches.test(before) || sizeAfter.test(after))
        return "always";
    return "perhaps";
}
/**
 * What a mark between two Hebrew letters is: the sign of an acronym before its last letters, or, after particles that
 * are written together with the quoted word, perhaps an opening mark. Null: not between Hebrew letters.
 */
export function hebrewReading(text, mark, paragraph) {
    if (!isHebrew(mark.before) || !isHebrew(mark.after) || mark.followsMark || mark.leadsMark)
        return null;
    const particles = prefixes.test(wordBefore(text, mark.start, paragraph.start));
    const rest = wordAfter(text, mark.end, paragraph.end);
    return particles && rest.length > 1 ? "perhaps-open" : "acronym";
}
function isHebrew(character) {
    return character >= "\u0590" && character <= "\u05FF";
}
