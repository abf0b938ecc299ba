import { codePoint } from "dingbat-to-unicode";

/** Where fonts of symbols have their glyphs, among Unicode's private characters. */
const PRIVATE_FIRST = 0xf000;
const PRIVATE_LAST = 0xf0ff;

/** The character that a font of symbols (Symbol, Wingdings, Webdings) shows for a code, or the code's own character. */
export function symbolOf(font: string | null, code: number): string {
  const isPrivate = code >= PRIVATE_FIRST && code <= PRIVATE_LAST;
  const known = font === null ? undefined : codePoint(font, isPrivate ? code - PRIVATE_FIRST : code);
  if (known !== undefined) return known.string;
  const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "";
}

/** Words typed in a font of symbols, whose letters are private characters, as they are shown. */
export function shownSymbols(font: string | null, words: string): string {
  if (font === null || !/[\uf000-\uf0ff]/.test(words)) return words;
  return words.replace(/[\uf000-\uf0ff]/g, (letter) => symbolOf(font, letter.charCodeAt(0)));
}
