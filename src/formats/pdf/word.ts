import type { Row, SetGlyph } from "./row.ts";

/** Glyphs without a gap, from left to right. */
export interface Word {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly glyphs: readonly SetGlyph[];
}

/**
 * A gap wider than this part of the size parts two words where no blank is drawn. Kerned letters stand up to 0.1 apart, the
 * narrowest blanks of tight lines are 0.2 wide.
 */
const GAP = 0.15;
/** Gaps of letter-spaced words are equal to within this part of the size; three of them are no accident. */
const EVEN = 0.05;
const EVEN_GAPS = 3;

function isBlank({ text }: SetGlyph): boolean {
  return text.trim() === "";
}

/** The letter-spacing of a row: what most of its letters stand apart, 0 where they touch. In points. */
function spacingOf(glyphs: readonly SetGlyph[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < glyphs.length; i++) {
    if (!isBlank(glyphs[i]!) && !isBlank(glyphs[i - 1]!)) gaps.push(glyphs[i]!.left - glyphs[i - 1]!.right);
  }
  if (gaps.length < EVEN_GAPS) return 0;
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[gaps.length >> 1]!);
}

/** Marks where a gap parts words: at `i` between the glyphs `i - 1` and `i`. Even gaps between single letters are spacing. */
function breaksOf(glyphs: readonly SetGlyph[], size: number): boolean[] {
  const least = spacingOf(glyphs) + GAP * size;
  const gaps = glyphs.map((glyph, i) => (i === 0 ? 0 : glyph.left - glyphs[i - 1]!.right));
  const wide = gaps.map((gap, i) => {
    const smaller = Math.min(glyphs[i]!.size, glyphs[Math.max(0, i - 1)]!.size);
    return i > 0 && gap > Math.min(least, least * Math.max(0.75, smaller / size));
  });
  for (let start = 1; start < gaps.length; ) {
    let end = start;
    while (
      end < gaps.length &&
      wide[end] &&
      gaps[end]! < 0.8 * size &&
      Math.abs(gaps[end]! - gaps[start]!) < EVEN * size &&
      /^\p{L}/u.test(glyphs[end]!.text) &&
      /^\p{L}/u.test(glyphs[end - 1]!.text)
    )
      end++;
    if (end - start >= EVEN_GAPS) wide.fill(false, start, end);
    start = Math.max(end, start + 1);
  }
  return wide;
}

/** The words of a row, parted by blanks and by gaps. `row` is the row's index. */
export function wordsOf(row: Row, index: number): Word[] {
  const breaks = breaksOf(row.glyphs, row.size);
  const words: Word[] = [];
  let open: SetGlyph[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const right = Math.max(...open.map((glyph) => glyph.right));
    words.push({ row: index, left: open[0]!.left, right, glyphs: open });
    open = [];
  };
  row.glyphs.forEach((glyph, i) => {
    if (breaks[i] || isBlank(glyph)) close();
    if (!isBlank(glyph)) open.push(glyph);
  });
  close();
  return words;
}
