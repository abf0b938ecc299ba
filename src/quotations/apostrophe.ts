import { isDigit, isEastAsian, isLetter, isUpperCase } from "./character.ts";
import type { Mark } from "./mark.ts";
import type { Stretch } from "./quotation.ts";

/**
 * How far a single mark can be trusted as a quotation mark rather than an apostrophe.
 * `opens`: 0 it does not; else the least `closes` of the mark that may close it.
 * `closes`: 0 it does not; 1 more likely a plural possessive or a dropped letter (pilots' guild, runnin' late);
 * 2 the same before punctuation; 3 hardly an apostrophe.
 */
export interface SingleReading {
  readonly opens: 0 | 1 | 2 | 3;
  readonly closes: 0 | 1 | 2 | 3;
}

/** Longest word looked at beside a mark; long enough for every list below. */
const LONGEST_WORD = 12;

/** Words that start with an apostrophe and hardly ever a quotation: 'em, 'tis, Dutch 't, the loose ends of I 'll. */
const clipped = new Set("em n tis twas twere twill twould twixt s t k d m ll ve re nd rd th".split(" "));
/** Words that lose their first syllable in speech, and stand whole as often. */
const perhapsClipped = new Set(
  "til till cause cuz cos coz bout round cept neath tween nuff kay specially ere er im is ud".split(" "),
);
/** Words that lose their last letter: o', ol', an', th'. */
const cut = new Set("o ol an th lil mo po wi fo n t d".split(" "));

/** Elided words of French, Italian and Catalan, whose apostrophe may stand directly before an opening mark. */
const elided =
  /^(?:[ldjmnstcLDJMNSTC]|[Qq]u|jusqu|lorsqu|puisqu|quoiqu|presqu|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|[Cc]oll|[Uu]n|[Qq]uest|[Qq]uell|[Bb]ell|[Aa]nch|[Cc]om|[Cc])$/;

/** Reads one mark of the family `single`. `nordic`: ’ opens as well as closes (Swedish, Finnish). */
export function readSingle(text: string, mark: Mark, paragraph: Stretch, nordic: boolean): SingleReading {
  if (isEastAsian(mark.before) || isEastAsian(mark.after)) return readEastAsian(mark);
  if (isElision(text, mark, paragraph) || followsHyphen(text, mark)) return { opens: 0, closes: 0 };
  const inWord = mark.position === "either" && isWordPart(mark.before) && isWordPart(mark.after);
  if (inWord && !mark.leadsMark && !mark.followsMark) return { opens: 0, closes: 0 };
  return { opens: opens(text, mark, paragraph, nordic), closes: closes(text, mark, paragraph) };
}

/** The apostrophe of l’«eau», d'"amis": directly before an opening mark, after an elided word. */
export function isElision(text: string, mark: Mark, paragraph: Stretch): boolean {
  if (!mark.leadsMark || mark.followsMark || !isLetter(mark.before) || !isLetter(mark.after)) return false;
  return mark.glyph.family === "single" && elided.test(wordBefore(text, mark.start, paragraph.start));
}

/** The apostrophe of al-'Arouri, rock-'n'-roll: between a hyphen inside a word and a letter. */
function followsHyphen(text: string, mark: Mark): boolean {
  const hyphen = mark.position === "either" && /^[-‐‑]$/.test(mark.before) && isLetter(mark.after);
  return hyphen && isLetter(text[mark.start - 2] ?? "") && !mark.leadsMark && !mark.followsMark;
}

function readEastAsian(mark: Mark): SingleReading {
  const habit = mark.glyph.habit;
  if (habit === "either")
    return { opens: mark.position === "close" ? 0 : 1, closes: mark.position === "open" ? 0 : 3 };
  return habit === "open" ? { opens: 1, closes: 0 } : { opens: 0, closes: 3 };
}

function opens(text: string, mark: Mark, paragraph: Stretch, nordic: boolean): SingleReading["opens"] {
  const { position, name } = mark;
  if (name === "´" || position === "close") return 0;
  if (position === "either" && isWordPart(mark.before)) return 0;
  if (position === "neither" && name !== "‘" && name !== "‚") return 0;
  if (name === "‚" || mark.leadsMark) return name === "’" && !mark.rightToLeft ? 0 : 1;
  const word = wordAfter(text, mark.end, paragraph.end);
  if (name === "′" && isDigit(mark.before)) return 0;
  if (clipped.has(word.toLowerCase()) || /^\d\d(?:s|er|ers)$/.test(word)) return 0;
  if (/^\d\d$/.test(word) || perhapsClipped.has(word.toLowerCase())) return 3;
  if (name === "`" || (name === "’" && !nordic && !mark.rightToLeft)) return 3;
  return isTransliterated(word) ? 2 : 1;
}

/** ‘Arouri, 'Umar: the sign of a consonant that Latin letters lack stands before a vowel, most often a capital. */
function isTransliterated(word: string): boolean {
  return word.length > 2 && /^[AEIOUĀĪŪ]/.test(word);
}

function closes(text: string, mark: Mark, paragraph: Stretch): SingleReading["closes"] {
  const { position, name } = mark;
  if (name === "`" || name === "‚" || name === "‛" || position === "open") return 0;
  if (position === "neither") return name === "’" ? 3 : 0;
  if (position === "either" && isWordPart(mark.before) && !mark.leadsMark && !mark.followsMark) return 0;
  if (name === "‘" && position !== "close") return 0;
  if (mark.followsMark || !isWordPart(mark.before)) return 3;
  if (isDigit(mark.before)) return 1;
  return isApostropheLike(wordBefore(text, mark.start, paragraph.start))
    ? mark.after.trim() === "" && !mark.leadsMark
      ? 1
      : 2
    : 3;
}

function isApostropheLike(word: string): boolean {
  if (/[sSxXzZ]$/.test(word) || cut.has(word.toLowerCase())) return true;
  if (/^[\u05D0-\u05EA]{1,3}$/.test(word)) return true;
  return word.length > 3 && /in$/.test(word) && !isUpperCase(word[0]);
}

function isWordPart(character: string): boolean {
  return isLetter(character) || isDigit(character) || /^\p{M}$/u.test(character);
}

/** The word (letters, digits) that ends at `end`, or its last letters where it is long. */
export function wordBefore(text: string, end: number, floor: number): string {
  let at = end;
  while (at > floor && end - at < LONGEST_WORD && isWordPart(text[at - 1])) at--;
  return text.slice(at, end);
}

/** The word (letters, digits) that starts at `start`, or its first letters where it is long. */
export function wordAfter(text: string, start: number, ceiling: number): string {
  let at = start;
  while (at < ceiling && at - start < LONGEST_WORD && isWordPart(text[at])) at++;
  return text.slice(start, at);
}
