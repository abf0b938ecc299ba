import { type AlignOp, type AlignWord, align, Cost } from "./align.ts";
import { resemblance } from "./letters.ts";
import type { Prepared } from "./prepared.ts";
import type { QuotedTokens } from "./quoted.ts";
import { Flag, type Tokens } from "./tokens.ts";

/** `leap`: the quotation goes on elsewhere, at source word `s`, with its word `q`; `s` is -1 at an edge. */
export interface Step {
  readonly op: AlignOp | "leap";
  readonly q: number;
  readonly s: number;
}

/** The quotation's words and the source's words over which one alignment runs. */
export interface Gap {
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
}

/** Cells of one alignment; a gap that would need more is aligned window by window. */
export const MOST_CELLS = 400_000;
/** Words of the quotation in one window; half of them are settled before the next, so that none is settled at a window's edge. */
const WINDOW = 96;
/** Words that may be missing from a window before the rest of the gap is out of step: two of the longest drops, and some. */
const WINDOW_MARGIN = 32;

/** Whether the source's words before the first or after the last one used cost nothing. */
export interface Free {
  readonly freeStart?: boolean;
  readonly freeEnd?: boolean;
}

/** Steps over a gap, and what they cost; for a gap in several windows the cost is an estimate. */
export interface Aligned {
  readonly cost: number;
  readonly steps: readonly Step[];
}

/** Aligns a gap's words. Time is proportional to its cells up to {@link MOST_CELLS}, beyond that to its length. */
export function alignGap(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Aligned {
  if (cellsOf(gap) <= MOST_CELLS) return alignWhole(quotation, prepared, gap, free);
  return free.freeStart === true
    ? alignBackward(quotation, prepared, gap)
    : alignForward(quotation, prepared, gap, free);
}

function cellsOf(gap: Gap): number {
  return (gap.q1 - gap.q0 + 1) * (gap.s1 - gap.s0 + 1);
}

/** Window by window from the gap's start: linear in its length, and as good wherever the two sides stay in step. */
function alignForward(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Aligned {
  const done: Step[] = [];
  let cost = 0;
  let { q0, s0 } = gap;
  while (gap.q1 - q0 > WINDOW && s0 < gap.s1) {
    const window = { q0, q1: q0 + WINDOW, s0, s1: Math.min(gap.s1, s0 + WINDOW + WINDOW_MARGIN) };
    const aligned = alignWhole(quotation, prepared, window, { freeEnd: true });
    const settled = q0 + WINDOW / 2;
    for (const step of aligned.steps) {
      if (step.q >= settled) break;
      done.push(step);
      if (step.s >= 0) s0 = step.s + 1;
    }
    q0 = settled;
    cost += aligned.cost / 2;
  }
  const last = within({ ...gap, q0, s0 }, "start");
  const rest = alignWhole(quotation, prepared, last, free);
  for (const step of rest.steps) done.push(step);
  if (free.freeEnd !== true)
    for (let s = last.s1; s < gap.s1; s++)
      done.push({ op: isSupplied(prepared, s) ? "skip" : "drop", q: -1, s });
  return { cost: cost + rest.cost, steps: done };
}

/** The same from the gap's end backward, for one whose start is free. */
function alignBackward(quotation: QuotedTokens, prepared: Prepared, gap: Gap): Aligned {
  const done: Step[] = [];
  let cost = 0;
  let { q1, s1 } = gap;
  while (q1 - gap.q0 > WINDOW && s1 > gap.s0) {
    const window = { q0: q1 - WINDOW, q1, s0: Math.max(gap.s0, s1 - WINDOW - WINDOW_MARGIN), s1 };
    const aligned = alignWhole(quotation, prepared, window, { freeStart: true });
    const settled = q1 - WINDOW / 2;
    for (let k = aligned.steps.length - 1; k >= 0; k--) {
      const step = aligned.steps[k]!;
      if (step.q >= 0 && step.q < settled) break;
      done.push(step);
      if (step.s >= 0) s1 = step.s;
    }
    q1 = settled;
    cost += aligned.cost / 2;
  }
  const rest = alignWhole(quotation, prepared, within({ ...gap, q1, s1 }, "end"), { freeStart: true });
  for (let k = rest.steps.length - 1; k >= 0; k--) done.push(rest.steps[k]!);
  return { cost: cost + rest.cost, steps: done.reverse() };
}

/** A gap's start or end with as many source words as one alignment may hold. */
function within(gap: Gap, side: "start" | "end"): Gap {
  const most = Math.floor(MOST_CELLS / (gap.q1 - gap.q0 + 1));
  return side === "start"
    ? { ...gap, s1: Math.min(gap.s1, gap.s0 + most) }
    : { ...gap, s0: Math.max(gap.s0, gap.s1 - most) };
}

function alignWhole(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Aligned {
  const { tokens, vocabulary } = prepared;
  const omissions: boolean[] = [];
  for (let i = gap.q0; i <= gap.q1; i++)
    omissions.push(i < quotation.count && i > 0 && (quotation.flags[i]! & Flag.omissionBefore) !== 0);
  const folded: string[] = [];
  for (let i = gap.q0; i < gap.q1; i++) folded.push(quotation.folded(i));
  const result = align({
    quotation: alignWordsOf(quotation, gap.q0, gap.q1),
    source: alignWordsOf(tokens, gap.s0, gap.s1),
    omissions,
    afterBracket: gap.q0 > 0 && isBracketed(quotation, gap.q0 - 1),
    beforeBracket: gap.q1 < quotation.count && isBracketed(quotation, gap.q1),
    ...free,
    change: (q, s) =>
      changeCost(quotation.outside.get(gap.q0 + q), folded[q]!, vocabulary.word(tokens.word[gap.s0 + s]!)),
  });
  const steps = result.steps.map(({ op, q, s }) => ({
    op,
    q: q < 0 ? -1 : gap.q0 + q,
    s: s < 0 ? -1 : gap.s0 + s,
  }));
  return { cost: result.cost, steps };
}

function isSupplied(prepared: Prepared, s: number): boolean {
  return (prepared.tokens.flags[s]! & Flag.supplied) !== 0;
}

function isBracketed(quotation: QuotedTokens, q: number): boolean {
  return (quotation.flags[q]! & (Flag.supplied | Flag.half)) === Flag.supplied;
}

function alignWordsOf(tokens: Tokens, from: number, to: number): AlignWord[] {
  const words: AlignWord[] = [];
  for (let i = from; i < to; i++) {
    const half = (tokens.flags[i]! & Flag.half) !== 0;
    words.push({ word: tokens.word[i]!, supplied: !half && (tokens.flags[i]! & Flag.supplied) !== 0, half });
  }
  return words;
}

type Outside = readonly [string, string];

/** Brackets inside a word own up to a changed ending or beginning when the letters outside them are the source's. */
function changeCost(outside: Outside | undefined, word: string, source: string): number {
  if (
    outside !== undefined &&
    source.startsWith(outside[0]) &&
    source.endsWith(outside[1]) &&
    outside[0].length + outside[1].length > 0
  )
    return Cost.marked;
  return resemblance(word, source) ? Cost.slip : Cost.change;
}
