/** What a character beside a quotation mark is, so far as it tells whether the mark opens or closes. */
export type CharacterClass = "space" | "word" | "opening" | "dash" | "punctuation";

const word = /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]$/u;
const space = /^\s$/;
const opening = /^[([{<¿¡/=|*_~#@+&$€£（［｛【〔]$/;
const dash = /^[—–―‒]$/;
const ignorable = /^(?:\p{Cf}|\p{Variation_Selector})$/u;
const rightToLeft = /^[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]$/;
const eastAsian = /^[\u2E80-\u303F\u3041-\u33FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF01-\uFFEE]$/;

/** The class of one character; of "" (nothing there): space. A lone surrogate counts as a letter. */
export function classOf(character: string): CharacterClass {
  if (character === "" || space.test(character)) return "space";
  if (word.test(character) || (character >= "\uD800" && character <= "\uDFFF")) return "word";
  if (dash.test(character)) return "dash";
  return opening.test(character) ? "opening" : "punctuation";
}

/** Invisible: direction marks, joiners, soft hyphens, variation selectors. */
export function isIgnorable(character: string): boolean {
  return character > "~" && ignorable.test(character);
}

/** Of the Hebrew, Arabic, Syriac or Thaana blocks, digits and marks included. */
export function isRightToLeft(character: string): boolean {
  return rightToLeft.test(character);
}

/** Of a script that is written without spaces. */
export function isEastAsian(character: string): boolean {
  return eastAsian.test(character);
}

/** Whether it is one letter of any script. */
export function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

/** Whether it is one capital letter. */
export function isUpperCase(character: string): boolean {
  return /^\p{Lu}$/u.test(character);
}

/** A decimal digit of any script, or a vulgar fraction, as stands before inches. */
export function isDigit(character: string): boolean {
  return /^[\p{Nd}½¼¾⅛⅜⅝⅞⅓⅔]$/u.test(character);
}
