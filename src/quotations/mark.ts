import {
  type CharacterClass,
  classOf,
  isDigit,
  isEastAsian,
  isIgnorable,
  isLetter,
  isRightToLeft,
} from "./character.ts";
import { type Glyph, glyphPattern, glyphs } from "./glyph.ts";
import type { Stretch } from "./quotation.ts";

/** Where a mark stands: it can open only, close only, either (letters on both sides), or neither (spaces). */
export type Position = "open" | "close" | "either" | "neither";

/** A character that may be a quotation mark, with what stands around it. */
export interface Mark extends Stretch {
  /** Key into `glyphs`. */
  readonly name: string;
  readonly glyph: Glyph;
  readonly position: Position;
  /** The visible character before and after; "" at the paragraph's ends. Of adjacent marks: before and after them all. */
  readonly before: string;
  readonly after: string;
  /** Whether another mark stands directly before it, or after it. */
  readonly followsMark: boolean;
  readonly leadsMark: boolean;
  /** First of its paragraph, or of a line of it. */
  readonly first: "paragraph" | "line" | null;
  /** Its neighbours are of a script that runs right to left, where a curly mark's direction is not trusted. */
  readonly rightToLeft: boolean;
}

/** A thin or no-break space: it may stand between two adjacent marks without parting them. */
const THIN = /^[\u00A0\u2009\u200A\u202F]$/;
/** Letters looked at to find a paragraph's direction; the first few decide, as in the Unicode bidi algorithm. */
const DIRECTION_SAMPLE = 200;

/** Every possible mark of one paragraph, in order. Two single marks side by side count as one double mark. */
export function marksOf(text: string, paragraph: Stretch, rightToLeft: boolean): Mark[] {
  const found = findGlyphs(text, paragraph);
  if (found.length === 0) return [];
  const paragraphRuns = rightToLeft || runsRightToLeft(text, paragraph);
  const marks: Mark[] = [];
  let first = 0;
  while (first < found.length) {
    let last = first;
    while (last + 1 < found.length && areAdjacent(text, found[last].end, found[last + 1].start)) last++;
    const before = characterBefore(text, found[first].start, paragraph.start);
    const after = characterAfter(text, found[last].end, paragraph.end);
    const runs = directionOf(before, after, paragraphRuns);
    for (let at = first; at <= last; at++) {
      const stretch = found[at];
      const name = text.slice(stretch.start, stretch.end);
      marks.push({
        ...stretch,
        name,
        glyph: glyphs.get(name)!,
        position: positionBetween(classOf(before), classOf(after), after),
        before,
        after,
        followsMark: at > first,
        leadsMark: at < last,
        first: firstOf(text, paragraph, found[first].start),
        rightToLeft: runs,
      });
    }
    first = last + 1;
  }
  return marks;
}

function findGlyphs(text: string, paragraph: Stretch): Stretch[] {
  const within = text.slice(paragraph.start, paragraph.end);
  const found: Stretch[] = [];
  for (const match of within.matchAll(glyphPattern())) {
    const start = paragraph.start + match.index;
    found.push({ start, end: start + match[0].length });
  }
  return found;
}

function areAdjacent(text: string, end: number, start: number): boolean {
  if (start - end > 2) return false;
  for (let at = end; at < start; at++) if (!THIN.test(text[at]) && !isIgnorable(text[at])) return false;
  return true;
}

function firstOf(text: string, paragraph: Stretch, start: number): Mark["first"] {
  let at = start;
  while (at > paragraph.start && text[at - 1] !== "\n") {
    if (classOf(text[at - 1]) !== "space" && !isIgnorable(text[at - 1])) return null;
    at--;
  }
  return at === paragraph.start ? "paragraph" : "line";
}

function characterBefore(text: string, start: number, floor: number): string {
  let at = start;
  while (at > floor && isIgnorable(text[at - 1])) at--;
  if (at === floor) return "";
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at - 2 >= floor ? text.slice(at - 2, at) : text[at - 1];
}

function characterAfter(text: string, end: number, ceiling: number): string {
  let at = end;
  while (at < ceiling && isIgnorable(text[at])) at++;
  return at === ceiling ? "" : String.fromCodePoint(text.codePointAt(at)!);
}

function positionBetween(left: CharacterClass, right: CharacterClass, after: string): Position {
  if (left === "space" && right === "space") return "neither";
  if (left === "space") return right === "punctuation" && ".,;:!?)]".includes(after) ? "neither" : "open";
  if (right === "space") return "close";
  if (left === "opening") return right === "punctuation" && ")]}".includes(after) ? "either" : "open";
  if (left === "dash") return right === "word" || right === "opening" ? "open" : "either";
  if (right === "punctuation" || right === "dash") return "close";
  return "either";
}

function directionOf(before: string, after: string, paragraph: boolean): boolean {
  if (isRightToLeft(before) || isRightToLeft(after)) return true;
  const foreign = isLetter(before) || isLetter(after) || isEastAsian(before) || isEastAsian(after);
  return paragraph && !foreign;
}

function runsRightToLeft(text: string, paragraph: Stretch): boolean {
  const end = Math.min(paragraph.end, paragraph.start + DIRECTION_SAMPLE);
  for (let at = paragraph.start; at < end; at++) {
    const character = text[at];
    if (isRightToLeft(character) && !isDigit(character)) return true;
    if (isLetter(character)) return false;
  }
  return false;
}
