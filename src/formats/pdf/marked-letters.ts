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

/**
 * A ligature's first letter is its right one: a mark over the right half is that letter's. `beside`: how far from its origin
 * a mark without width is drawn, in sizes.
 */
function withMark(host: Glyph, mark: Glyph, sign: string, beside: number): string {
  const { text, left, right } = host;
  const centre = mark.right > mark.left ? (mark.left + mark.right) / 2 : mark.left + beside * mark.size;
  if (text.length === 2 && RIGHT_LETTER.test(text) && centre > (left + right) / 2)
    return text[0]! + sign + text[1]!;
  return (text + sign).normalize("NFC");
}

interface Hosted {
  readonly mark: Glyph;
  readonly sign: string;
  readonly host: Glyph;
}

/** Marks with the letters that they belong to, in the order of the file; those of no letter are left out. */
function hostedMarks(glyphs: readonly Glyph[]): Hosted[] {
  const hosted: Hosted[] = [];
  let before: Glyph | undefined;
  glyphs.forEach((mark, i) => {
    const sign = markOf(mark.text);
    if (sign === null) {
      before = mark;
      return;
    }
    let next = i + 1;
    while (next < glyphs.length && next < i + 6 && markOf(glyphs[next]!.text) !== null) next++;
    const host = hostOf(mark, before, glyphs[next]);
    if (host !== null) hosted.push({ mark, sign, host });
  });
  return hosted;
}

/** Fewer marks over single letters than this tell nothing of where a font draws them. */
const FEW_MARKS = 3;

/** How far beside their origins marks without width are drawn, in sizes: as those over single letters stand, mostly. */
function besideOf(hosted: readonly Hosted[]): number {
  const offsets = hosted
    .filter(({ mark, host }) => mark.left === mark.right && host.text.length === 1)
    .map(({ mark, host }) => ((host.left + host.right) / 2 - mark.left) / mark.size)
    .sort((a, b) => a - b);
  return offsets.length < FEW_MARKS ? 0 : offsets[offsets.length >> 1]!;
}

/** Glyphs in the order of the file, with every mark in the letter that it stands over or under. */
export function markedLetters(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ text }) => markOf(text) !== null)) return glyphs;
  const hosted = hostedMarks(glyphs);
  const beside = besideOf(hosted);
  const texts = new Map<Glyph, string>();
  for (const { mark, sign, host } of hosted)
    texts.set(host, withMark({ ...host, text: texts.get(host) ?? host.text }, mark, sign, beside));
  const gone = new Set(hosted.map(({ mark }) => mark));
  return glyphs
    .filter((glyph) => !gone.has(glyph))
    .map((glyph) => (texts.has(glyph) ? { ...glyph, text: texts.get(glyph)! } : glyph));
}
