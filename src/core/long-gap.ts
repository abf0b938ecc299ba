import { Cost } from "./align.ts";
import { type Aligned, alignGap, type Free, type Gap, MOST_CELLS, type Step } from "./gap.ts";
import type { Prepared } from "./prepared.ts";
import type { QuotedTokens } from "./quoted.ts";
import { RUN } from "./shingles.ts";
import { Flag } from "./tokens.ts";

/** Words of the quotation in one window; half of them are settled before the next, so that none is settled at a window's edge. */
const WINDOW = 64;
/** Words that may be missing from a window before the rest of the gap is out of step: three of the longest drops. */
const WINDOW_MARGIN = 24;

/** Aligns a gap's words, long ones window by window: linear in the gap's length, and as good wherever the sides stay in step. */
export function alignLongGap(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Aligned {
  if ((gap.q1 - gap.q0 + 1) * (gap.s1 - gap.s0 + 1) <= MOST_CELLS)
    return alignGap(quotation, prepared, gap, free);
  const backward = free.freeStart === true;
  const steps: Step[] = [];
  const settle = (more: readonly Step[]): void => {
    for (let k = 0; k < more.length; k++) steps.push(more[backward ? more.length - 1 - k : k]!);
  };
  let cost = 0;
  let rest = gap;
  while (rest.q1 - rest.q0 > WINDOW && rest.s0 < rest.s1) {
    const run = exactRun(quotation, prepared, rest, backward);
    const next =
      run.length >= RUN ? { cost: 0, steps: run } : windowSteps(quotation, prepared, rest, backward);
    settle(next.steps);
    cost += next.cost;
    rest = without(rest, next.steps, backward);
  }
  const most = Math.floor(MOST_CELLS / (rest.q1 - rest.q0 + 1));
  const last = backward
    ? { ...rest, s0: Math.max(rest.s0, rest.s1 - most) }
    : { ...rest, s1: Math.min(rest.s1, rest.s0 + most) };
  const aligned = alignGap(quotation, prepared, last, free);
  settle(aligned.steps);
  if (!backward && free.freeEnd !== true) settle(unused(prepared, last.s1, rest.s1));
  return { cost: cost + aligned.cost, steps: backward ? steps.reverse() : steps };
}

/** Plain words that are the same on both sides, one after another, from the gap's start or its end. */
function exactRun(quotation: QuotedTokens, prepared: Prepared, gap: Gap, backward: boolean): Step[] {
  const { tokens } = prepared;
  const run: Step[] = [];
  const most = Math.min(gap.q1 - gap.q0 - WINDOW, gap.s1 - gap.s0);
  for (let k = 0; k < most; k++) {
    const q = backward ? gap.q1 - 1 - k : gap.q0 + k;
    const s = backward ? gap.s1 - 1 - k : gap.s0 + k;
    const plain =
      (quotation.flags[q]! & (Flag.supplied | Flag.half | Flag.partial | Flag.omissionBefore)) === 0 &&
      (tokens.flags[s]! & (Flag.supplied | Flag.omissionBefore)) === 0;
    if (!plain || quotation.word[q]! < 0 || quotation.word[q] !== tokens.word[s]) break;
    run.push({ op: "keep", q, s });
  }
  return backward ? run.reverse() : run;
}

/** The settled steps of the window at the gap's start, or at its end. */
function windowSteps(quotation: QuotedTokens, prepared: Prepared, gap: Gap, backward: boolean): Aligned {
  const reach = WINDOW + WINDOW_MARGIN;
  const window = backward
    ? { ...gap, q0: gap.q1 - WINDOW, s0: Math.max(gap.s0, gap.s1 - reach) }
    : { ...gap, q1: gap.q0 + WINDOW, s1: Math.min(gap.s1, gap.s0 + reach) };
  if (sharesNothing(quotation, prepared, window)) return foreign(quotation, window, backward);
  const free = backward ? { freeStart: true } : { freeEnd: true };
  const { cost, steps } = alignGap(quotation, prepared, window, free);
  const middle = window.q0 + WINDOW / 2;
  const cut = backward
    ? steps.findLastIndex(({ q }) => q >= 0 && q < middle) + 1
    : steps.findIndex(({ q }) => q >= middle);
  return { cost: cost / 2, steps: backward ? steps.slice(cut) : steps.slice(0, cut) };
}

/** Whether no word of the window's quotation stands in its source, and no mark lies between them. */
function sharesNothing(quotation: QuotedTokens, prepared: Prepared, window: Gap): boolean {
  const words = new Set(prepared.tokens.word.subarray(window.s0, window.s1));
  for (let q = window.q0; q < window.q1; q++) {
    if ((quotation.flags[q]! & (Flag.partial | Flag.omissionBefore)) !== 0) return false;
    if (words.has(quotation.word[q]!)) return false;
  }
  return true;
}

/** A window of words that are all foreign to the source: each over one of the source's, bracketed ones over none. */
function foreign(quotation: QuotedTokens, window: Gap, backward: boolean): Aligned {
  const steps: Step[] = [];
  const used = Math.min(window.q1 - window.q0, window.s1 - window.s0);
  const offset = backward ? window.s1 - window.q1 : window.s0 - window.q0;
  for (let q = window.q0; q < window.q1; q++) {
    const over = backward ? window.q1 - q <= used : q - window.q0 < used;
    const plain = (quotation.flags[q]! & Flag.supplied) === 0;
    steps.push(over && plain ? { op: "change", q, s: q + offset } : { op: "add", q, s: -1 });
  }
  return { cost: steps.length * Cost.change, steps };
}

/** What is left of a gap after steps at its start, or at its end. */
function without(gap: Gap, steps: readonly Step[], backward: boolean): Gap {
  const used = steps.filter(({ q }) => q >= 0).length;
  const places = steps.filter(({ s }) => s >= 0);
  if (backward) return { ...gap, q1: gap.q1 - used, s1: places[0]?.s ?? gap.s1 };
  return { ...gap, q0: gap.q0 + used, s0: (places[places.length - 1]?.s ?? gap.s0 - 1) + 1 };
}

/** Source words that nothing in the quotation stands over. */
function unused(prepared: Prepared, from: number, to: number): Step[] {
  const steps: Step[] = [];
  for (let s = from; s < to; s++) {
    const supplied = (prepared.tokens.flags[s]! & Flag.supplied) !== 0;
    steps.push({ op: supplied ? "skip" : "drop", q: -1, s });
  }
  return steps;
}
