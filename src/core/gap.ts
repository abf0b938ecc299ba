import { type AlignOp, type AlignWord, align, Cost } from "./align.ts";
import { resemblance } from "./letters.ts";
import type { Prepared } from "./prepared.ts";
import { isMended, type QuotedTokens } from "./quoted.ts";
import { Flag, isBracketed, type Tokens } from "./tokens.ts";

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

/** Cells of one alignment; a gap that would need more is aligned window by window, see long-gap.ts. */
export const MOST_CELLS = 400_000;
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

/**
 * The cheapest alignment of a gap's words, all of them at once: for gaps of up to {@link MOST_CELLS} cells.
 * Of the ends that are free, the source's words beyond the last one used are in no step.
 */
export function alignGap(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Aligned {
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
    afterBracket: gap.q0 > 0 && isBracketed(quotation.flags[gap.q0 - 1]!),
    beforeBracket: gap.q1 < quotation.count && isBracketed(quotation.flags[gap.q1]!),
    ...free,
    change: (q, s) =>
      changeCost(quotation, gap.q0 + q, folded[q]!, vocabulary.word(tokens.word[gap.s0 + s]!)),
  });
  const steps = result.steps.map(({ op, q, s }) => ({
    op,
    q: q < 0 ? -1 : gap.q0 + q,
    s: s < 0 ? -1 : gap.s0 + s,
  }));
  return { cost: result.cost, steps };
}

function alignWordsOf(tokens: Tokens, from: number, to: number): AlignWord[] {
  const words: AlignWord[] = [];
  for (let i = from; i < to; i++) {
    const half = (tokens.flags[i]! & Flag.half) !== 0;
    words.push({ word: tokens.word[i]!, supplied: !half && (tokens.flags[i]! & Flag.supplied) !== 0, half });
  }
  return words;
}

function changeCost(quotation: QuotedTokens, q: number, word: string, source: string): number {
  if (isMended(quotation, q, source)) return Cost.marked;
  return resemblance(word, source) ? Cost.slip : Cost.change;
}
