/** Latin ligatures, Hebrew and Arabic presentation forms: what a font's shapes are called, not what was written. */
const SHAPES = /[\ufb00-\ufdff\ufe70-\ufefc]/;
const EVERY_SHAPE = /[\ufb00-\ufdff\ufe70-\ufefc]/g;
/** Dots of lists, in the private code points that symbol fonts give them. */
const SYMBOL_BULLETS = /[\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8\uf0fc\ue00c]/g;
/** No text: controls, the private use area, what could not be decoded, halves of a pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ue000-\uf8ff\ufffe\uffff]/g;
/** Direction is told from where glyphs stand; marks of it would be read twice. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/g;
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u04ff\u05d0-\u05ea\u0621-\u064a]$/;

/** What stands for a glyph that is drawn and says nothing: it parts no words. Left out of what is written. */
export const FILLER = "\u2060";

/** The letters that a glyph stands for: ligatures and presentation forms undone, what is no text left out. */
export function lettersOf(unicode: string): string {
  if (PLAIN.test(unicode)) return unicode;
  const text = unicode.replace(SYMBOL_BULLETS, "•").replace(NO_TEXT, "").replace(DIRECTION_MARKS, "");
  if (!SHAPES.test(text)) return text;
  return text.replace(EVERY_SHAPE, (shape) => shape.normalize("NFKC").replace(/^ (?=\p{M})/u, ""));
}

const ACCENTS = new Map([
  ["`", "\u0300"],
  ["\u00b4", "\u0301"],
  ["\u02c6", "\u0302"],
  ["\u02dc", "\u0303"],
  ["\u00af", "\u0304"],
  ["\u02d8", "\u0306"],
  ["\u02d9", "\u0307"],
  ["\u00a8", "\u0308"],
  ["\u02da", "\u030a"],
  ["\u02dd", "\u030b"],
  ["\u02c7", "\u030c"],
  ["\u00b8", "\u0327"],
  ["\u02db", "\u0328"],
]);

/** The combining mark of a glyph that is drawn over or under a letter; null where it is none, or stands for itself. */
export function markOf(text: string): string | null {
  if (/^\p{M}+$/u.test(text)) return text;
  return ACCENTS.get(text) ?? null;
}

/** True for white space alone. */
export function isBlank(text: string): boolean {
  const unit = text.charCodeAt(0);
  if (unit > 0x20 && unit < 0x1680 && unit !== 0xa0) return false;
  return text.trim() === "";
}
