import type { Glyph } from "./glyph.ts";
import { FILLER, isBlank } from "./letter.ts";
import type { Row } from "./row.ts";

/** Glyphs without a gap, from left to right. */
export interface Word {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly glyphs: readonly Glyph[];
}

/**
 * A gap wider than this part of the size parts two words where no blank is drawn. Kerned letters stand up to 0.1 apart, the
 * narrowest blanks of tight lines are 0.2 wide.
 */
const GAP = 0.15;
/** A blank that leaves less than this between its neighbours parts nothing: browsers draw unused soft hyphens so. */
const BLANK = 0.08;
/** Gaps of letter-spaced words are equal to within this part of the size; three of them are no accident. */
const EVEN = 0.05;
const EVEN_GAPS = 3;
const WIDEST_SPACING = 0.8;

/** A glyph that is drawn, what parts it from the one before it, in points, and the width of blanks that stand between. */
interface Step {
  readonly glyph: Glyph;
  readonly gap: number;
  readonly blank: boolean;
  readonly blankWidth: number;
}

function stepsOf(glyphs: readonly Glyph[]): Step[] {
  const steps: Step[] = [];
  let end = glyphs[0]!.left;
  let blank = false;
  let blankWidth = 0;
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) {
      blank = true;
      blankWidth += glyph.right - glyph.left;
      continue;
    }
    steps.push({ glyph, gap: steps.length === 0 ? 0 : glyph.left - end, blank, blankWidth });
    end = Math.max(steps.length === 1 ? glyph.right : end, glyph.right);
    blank = false;
    blankWidth = 0;
  }
  return steps;
}

/** Two letters, drawn as one, over which LibreOffice draws the signs that stand before them in reading. */
const LIGATURE = /^\u0644\p{M}*[\u0622\u0623\u0625\u0627]\p{M}*$/u;

/**
 * Steps with signs that are drawn over the ligature on their left, and leave a hole of its width on their right, moved into
 * that hole: blanks and full stops stand between their words then.
 */
function settled(steps: readonly Step[], size: number): readonly Step[] {
  const moved = [...steps];
  for (let at = 1; at < steps.length; at++) {
    const { gap, blankWidth, glyph } = steps[at]!;
    if (!LIGATURE.test(steps[at - 1]!.glyph.text) || gap > -GAP * size || /[\p{L}\p{N}]/u.test(glyph.text))
      continue;
    let end = at + 1;
    while (end < steps.length && !/[\p{L}\p{N}]/u.test(steps[end]!.glyph.text)) end++;
    const hole = steps[end];
    if (hole === undefined || hole.blank || Math.abs(hole.gap + gap - blankWidth) > GAP * size) continue;
    moved[at] = { ...steps[at]!, gap: blankWidth };
    moved[end] = { ...hole, gap: 0 };
  }
  return moved;
}

/** The letter-spacing of a row: what most of its letters stand apart, 0 where they touch. In points. */
function spacingOf(steps: readonly Step[]): number {
  const gaps = steps.filter(({ blank }) => !blank).map(({ gap }) => gap);
  if (gaps.length <= EVEN_GAPS) return 0;
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[gaps.length >> 1]!);
}

/** True between two letters that no blank parts. */
function isSpacing(steps: readonly Step[], at: number, like: number, size: number): boolean {
  const step = steps[at];
  if (step === undefined || step.blank || step.gap > WIDEST_SPACING * size) return false;
  return (
    Math.abs(step.gap - like) < EVEN * size &&
    /^\p{L}/u.test(step.glyph.text) &&
    /^\p{L}/u.test(steps[at - 1]!.glyph.text)
  );
}

/** Marks before which glyphs a new word begins. Even gaps between single letters are spacing. */
function breaksOf(steps: readonly Step[], size: number): boolean[] {
  const spacing = spacingOf(steps);
  const breaks = steps.map(({ glyph, gap, blank }, at) => {
    if (at === 0) return false;
    if (blank) return gap > spacing + BLANK * size;
    const smaller = Math.min(glyph.size, steps[at - 1]!.glyph.size) / size;
    return gap > spacing + GAP * size * Math.min(1, Math.max(0.75, smaller));
  });
  for (let start = 1; start < steps.length; ) {
    let end = start;
    while (breaks[end] && isSpacing(steps, end, steps[start]!.gap, size)) end++;
    if (end - start >= EVEN_GAPS) breaks.fill(false, start, end);
    start = Math.max(end, start + 1);
  }
  return breaks;
}

/** The words of a row, parted by blanks and by gaps. `row` is the row's index. */
export function wordsOf(row: Row, index: number): Word[] {
  const steps = settled(stepsOf(row.glyphs), row.size);
  const breaks = breaksOf(steps, row.size);
  const words: Glyph[][] = [];
  steps.forEach(({ glyph }, at) => {
    if (at === 0 || breaks[at]) words.push([glyph]);
    else words.at(-1)!.push(glyph);
  });
  return words
    .filter((glyphs) => glyphs.some(({ text }) => text !== FILLER))
    .map((glyphs) => ({
      row: index,
      left: glyphs[0]!.left,
      right: Math.max(...glyphs.map(({ right }) => right)),
      glyphs,
    }));
}
