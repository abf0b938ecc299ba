import { CharClass, classAt } from "./fold.ts";
import type { Bracket } from "./marks.ts";

/** Brackets that may hold a part of a word: no letters of it. */
export const BRACKETS = /[[\]［］()]/gu;

/** Longest word that is folded letter by letter; a longer run of letters is cut there, so that no input costs more. */
export const LONGEST_WORD = 4096;

/** Whether the character at `at` can only end the word before it: no apostrophe, digit, bracket or letter, no full stop inside. */
export function endsPlainly(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (
    code === 0x20 ||
    code === 0x2c ||
    code === 0x0a ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x21 ||
    code === 0x3f
  )
    return true;
  return code === 0x2e && (at + 1 >= end || text.charCodeAt(at + 1) <= 0x20);
}

/** The brackets that hold a part of the word `[start, end)` and not all of it; null where there are none. */
export function partialBrackets(
  brackets: readonly Bracket[],
  nextBracket: number,
  start: number,
  end: number,
  inside: Bracket | null,
): readonly Bracket[] | null {
  if (inside !== null && inside.end >= end) return null;
  const found: Bracket[] = [];
  for (let b = Math.max(0, nextBracket - 1); b < brackets.length && brackets[b]!.start < end; b++)
    if (brackets[b]!.end > start) found.push(brackets[b]!);
  return found.length > 0 ? found : null;
}

/** "-5" after a space is a number below nought; "1939-45" and a dash before a word are not. */
export function startsNegative(text: string, i: number): boolean {
  return (
    i + 1 < text.length &&
    classAt(text, i + 1) === CharClass.digit &&
    (i === 0 || /[\s([]/u.test(text[i - 1]!))
  );
}

/** The end of the run of letters and digits from `i`, with what may stand inside a word: apostrophe, decimal point, brackets that hold a part of it. */
export function wordRun(
  text: string,
  start: number,
  end: number,
  brackets: readonly Bracket[],
  firstBracket: number,
  inside: Bracket | null,
): number {
  let i = start;
  let nextBracket = firstBracket;
  let current = inside;
  const stop = Math.min(end, start + LONGEST_WORD);
  while (i < stop) {
    const cls = classAt(text, i);
    if (cls === CharClass.letter || cls === CharClass.digit || cls === CharClass.vanishing) {
      i++;
      continue;
    }
    if (cls === CharClass.superscript && classAt(text, i - 1) === CharClass.digit) {
      i++;
      continue;
    }
    const next = i + 1 < end ? classAt(text, i + 1) : 0;
    const wordy = next === CharClass.letter || next === CharClass.digit;
    if (wordy && joins(text, i, cls, next, start)) {
      i += 1;
      continue;
    }
    const bracket = brackets[nextBracket];
    if (bracket?.start === i && isBracketAt(text, i, cls) && holdsPart(text, bracket, i > start, end)) {
      current = bracket;
      nextBracket++;
      i++;
      continue;
    }
    const closes = current?.end === i + 1 && isBracketAt(text, i, cls);
    if (
      closes &&
      current !== null &&
      (wordy || wordGoesOn(text, i + 1, end)) &&
      holdsLetters(text, current)
    ) {
      current = null;
      i++;
      continue;
    }
    if (closes && current !== null && current.start > start && current !== inside) {
      return i + 1;
    }
    break;
  }
  return trimmed(text, start, i);
}

function isBracketAt(text: string, i: number, cls: number): boolean {
  return cls === CharClass.open || cls === CharClass.close || text[i] === "(" || text[i] === ")";
}

/** Whether the character at `i`, between two word characters, is a part of the word. */
function joins(text: string, i: number, cls: number, next: number, start: number): boolean {
  const previous = classAt(text, i - 1);
  if (cls === CharClass.apostrophe)
    return i > start && previous !== CharClass.digit && next === CharClass.letter;
  if (cls === CharClass.gershayim) return isHebrew(text, i - 1) && isHebrew(text, i + 1) && i > start;
  if (cls === CharClass.dot) {
    if (previous === CharClass.digit && next === CharClass.digit) return true;
    return isInitial(text, i - 1, start) && isLoneLetter(text, i + 1);
  }
  const comma = text.charCodeAt(i);
  return (
    (comma === 0x2c || comma === 0x66c || comma === 0x66b) &&
    previous === CharClass.digit &&
    next === CharClass.digit
  );
}

/** "U" in "U.S.": a letter that the word starts with, or that a full stop precedes. */
function isInitial(text: string, i: number, start: number): boolean {
  return classAt(text, i) === CharClass.letter && (i === start || text[i - 1] === ".");
}

function isLoneLetter(text: string, i: number): boolean {
  const after = i + 1 < text.length ? classAt(text, i + 1) : 0;
  return (
    classAt(text, i) === CharClass.letter &&
    after !== CharClass.letter &&
    after !== CharClass.digit &&
    after !== CharClass.apostrophe
  );
}

function isHebrew(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= 0x5d0 && code <= 0x5ea;
}

/** A bracket inside or after a word holds a part of it when its content is letters alone. */
function holdsLetters(text: string, bracket: Bracket): boolean {
  return (
    bracket.kind === "supplied" &&
    !bracket.half &&
    /^[\p{L}\p{M}'’]{1,20}$/u.test(text.slice(bracket.start + 1, bracket.end - 1))
  );
}

function holdsPart(text: string, bracket: Bracket, afterLetters: boolean, end: number): boolean {
  if (!holdsLetters(text, bracket)) return false;
  return afterLetters || wordGoesOn(text, bracket.end, end);
}

/** Whether the word goes on at `i`, after a bracket that holds its start: [T]he, [I]'d. */
function wordGoesOn(text: string, i: number, end: number): boolean {
  const at = i < end && classAt(text, i) === CharClass.apostrophe ? i + 1 : i;
  return at < end && classAt(text, at) === CharClass.letter;
}

/** A word does not end in an invisible character. */
function trimmed(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && classAt(text, i - 1) === CharClass.vanishing) i--;
  return i;
}
