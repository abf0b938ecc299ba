import type { Glyph, ScannedPage } from "../../../src/formats/pdf/glyph.ts";
import { type LinedPage, linesOf } from "../../../src/formats/pdf/line.ts";
import { pdfText } from "../../../src/formats/pdf/pdf-text.ts";

/** Letters half as wide as they are high, from x on; `at` is what a blank is wide, in points. */
export function set(
  text: string,
  x: number,
  base: number,
  size = 10,
  more: Partial<Glyph> & { gap?: number } = {},
): Glyph[] {
  const { gap = 0, ...own } = more;
  let left = x;
  return [...text].map((letter) => {
    const glyph = {
      text: letter,
      left,
      right: left + size / 2,
      base,
      size,
      ascent: 0.8,
      descent: 0.2,
      bold: false,
    };
    left += size / 2 + gap;
    return { ...glyph, raised: false, ...own };
  });
}

/** A page of 600 by 800 points. */
export function page(number: number, ...glyphs: readonly Glyph[][]): ScannedPage {
  const groups = [{ angle: 0, glyphs: glyphs.flat() }];
  return { number, width: 600, height: 800, groups, rules: [], dots: [], shown: 1, untold: 0 };
}

/** The lines of the pages of a document. */
export function lined(...pages: readonly ScannedPage[]): LinedPage[] {
  let region = 0;
  return pages.map((scanned) => {
    const own = linesOf(scanned, region);
    region = (own.lines.at(-1)?.region ?? region) + 1;
    return own;
  });
}

/** The texts of the lines of pages. */
export const texts = (...pages: readonly ScannedPage[]): string[] =>
  lined(...pages).flatMap(({ lines }) => lines.map(({ text }) => text));
/** The blocks of a document of these pages, each with its kind. */
export const blocks = (...pages: readonly ScannedPage[]): string[] => {
  const read = pdfText(lined(...pages));
  return read.blocks.map(({ kind, start, end }) => `${kind}: ${read.text.slice(start, end)}`);
};
