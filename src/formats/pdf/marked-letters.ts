import type { Glyph } from "./glyph.ts";
import { markOf } from "./letter.ts";

const RIGHT_MARK = /^[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]+$/;
const RIGHT_LETTER = /[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u0750-\u077f]/;
/** A mark stands within so many sizes of its letter, to the side and in height. */
const BESIDE = 0.6;
const ABOVE = 0.8;

function isNear(mark: Glyph, letter: Glyph | undefined): letter is Glyph {
  if (letter === undefined || Math.abs(mark.base - letter.base) > ABOVE * letter.size) return false;
  return mark.left <= letter.right + BESIDE * letter.size && mark.right >= letter.left - BESIDE * letter.size;
}

function covers(letter: Glyph | undefined, mark: Glyph, slack: number): letter is Glyph {
  if (
    letter === undefined ||
    !/\p{L}/u.test(letter.text) ||
    Math.abs(mark.base - letter.base) > ABOVE * letter.size
  )
    return false;
  const centre = (mark.left + mark.right) / 2;
  return centre >= letter.left - slack && centre <= letter.right + slack;
}

/**
 * The letter that a mark belongs to: of the one drawn before it and the one drawn after. Text that runs to the left is
 * drawn from left to right, its marks before their letters; all other marks follow their letters, but for accents that are
 * letters' own width, which stand first and are drawn over.
 */
function hostOf(mark: Glyph, before: Glyph | undefined, after: Glyph | undefined): Glyph | null {
  if (RIGHT_MARK.test(mark.text)) {
    const fits = [after, before].filter((letter) => isNear(mark, letter) && RIGHT_LETTER.test(letter!.text));
    if (fits.length < 2) return fits[0] ?? null;
    return before!.left <= after!.left ? after! : before!;
  }
  const slack = /^\p{M}/u.test(mark.text) ? 0.25 * mark.size : 0;
  if (covers(before, mark, slack)) return before;
  return covers(after, mark, slack) ? after : null;
}

/** A ligature's first letter is its right one: a mark over the right half is that letter's. */
function withMark(host: Glyph, mark: Glyph, sign: string): string {
  const { text, left, right } = host;
  if (text.length === 2 && RIGHT_LETTER.test(text) && (mark.left + mark.right) / 2 > (left + right) / 2)
    return text[0]! + sign + text[1]!;
  return (text + sign).normalize("NFC");
}

/** Glyphs in the order of the file, with every mark in the letter that it stands over or under. */
export function markedLetters(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some(({ text }) => markOf(text) !== null)) return [...glyphs];
  const texts = new Map<Glyph, string>();
  const gone = new Set<Glyph>();
  let before: Glyph | undefined;
  glyphs.forEach((glyph, i) => {
    const sign = markOf(glyph.text);
    if (sign === null) {
      before = glyph;
      return;
    }
    let next = i + 1;
    while (next < glyphs.length && next < i + 6 && markOf(glyphs[next]!.text) !== null) next++;
    const host = hostOf(glyph, before, glyphs[next]);
    if (host === null) return;
    texts.set(host, withMark({ ...host, text: texts.get(host) ?? host.text }, glyph, sign));
    gone.add(glyph);
  });
  return glyphs
    .filter((glyph) => !gone.has(glyph))
    .map((glyph) => (texts.has(glyph) ? { ...glyph, text: texts.get(glyph)! } : glyph));
}
