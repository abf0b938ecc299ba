import type { Chain } from "./chain.ts";
import { type Aligned, type Free, type Gap, MOST_CELLS, type Step } from "./gap.ts";
import { alignLongGap } from "./long-gap.ts";
import { type Prepared, sourceOf, turnOf } from "./prepared.ts";
import { omissionsIn, type QuotedTokens } from "./quoted.ts";
import { type Anchor, rightOf } from "./seed.ts";
import { Flag } from "./tokens.ts";

/** The whole quotation, word by word, over the source: what was kept, changed, added, dropped, and where it leaps. */
export interface Placement {
  readonly steps: readonly Step[];
}

/** Source words looked at beyond the quotation's own number, where a gap or an edge is aligned: a marked drop is at most eight. */
const MARGIN = 8;
/** Source words searched for an unanchored part beside an omission: a long answer. */
const PART_REACH = 3000;
/** Splits tried of a gap between two stretches: a longer one has its middle in neither. */
const MOST_SPLITS = 16;

/** Aligns a chain to the end: its anchors as they are, and the words before, between and after them. */
export function place(quotation: QuotedTokens, prepared: Prepared, chain: Chain): Placement {
  const steps: Step[] = [];
  const append = (more: readonly Step[]): void => {
    for (const step of more) steps.push(step);
  };
  const runs = disjoint(quotation, prepared, chain.anchors);
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    append(
      before === undefined
        ? head(quotation, prepared, run[0]!)
        : between(quotation, prepared, before[before.length - 1]!, run[0]!),
    );
    for (const [q, s] of run) steps.push({ op: "keep", q, s });
  });
  const last = runs[runs.length - 1]!;
  append(tail(quotation, prepared, last[last.length - 1]!));
  return { steps };
}

type Pair = readonly [number, number];

/** The anchors' pairs of words, freed of what overlaps the anchor before. */
function disjoint(quotation: QuotedTokens, prepared: Prepared, anchors: readonly Anchor[]): Pair[][] {
  const runs: Pair[][] = [];
  let nextQ = 0;
  let lastS = -1;
  for (const anchor of anchors) {
    let pairs = pairsOf(quotation, prepared, anchor).filter(([q]) => q >= nextQ);
    // Words said once cannot be quoted twice in a row: a stretch that starts inside the one before begins after it.
    const behind = pairs.filter(([, s]) => s > lastS);
    if (behind.length > 0 && anchor.s0 <= lastS && behind.length < pairs.length && anchor.s1 - 1 > lastS)
      pairs = behind;
    if (pairs.length === 0) continue;
    runs.push(pairs);
    nextQ = pairs[pairs.length - 1]![0] + 1;
    lastS = pairs[pairs.length - 1]![1];
  }
  return runs;
}

function pairsOf(quotation: QuotedTokens, prepared: Prepared, anchor: Anchor): Pair[] {
  const pairs: Pair[] = [[anchor.q0, anchor.s0]];
  for (let pair = pairs[0]!; pair[0] + 1 < anchor.q1; ) {
    const next = rightOf(quotation, prepared, pair[0], pair[1]);
    if (next === null) break;
    pairs.push(next);
    pair = next;
  }
  return pairs;
}

/** The quotation's words before its first anchored one. Beside an omission they may stand anywhere earlier in the turn. */
function head(quotation: QuotedTokens, prepared: Prepared, [q, s]: Pair): readonly Step[] {
  if (q === 0) return [];
  const from = turnBefore(prepared, s, edgeReach(q, omissionsIn(quotation, 1, q)));
  return alignLongGap(quotation, prepared, { q0: 0, q1: q, s0: from, s1: s }, { freeStart: true }).steps;
}

function tail(quotation: QuotedTokens, prepared: Prepared, [lastQ, lastS]: Pair): readonly Step[] {
  const [q0, q1] = [lastQ + 1, quotation.count];
  if (q0 === q1) return [];
  const to = turnAfter(prepared, lastS, edgeReach(q1 - q0, omissionsIn(quotation, q0, q1 - 1)));
  return alignLongGap(quotation, prepared, { q0, q1, s0: lastS + 1, s1: to }, { freeEnd: true }).steps;
}

/** How many source words are looked at for so many words at an edge; a part beside an omission may stand far off. */
function edgeReach(words: number, marked: boolean): number {
  return marked ? Math.min(PART_REACH, Math.floor(MOST_CELLS / (words + 1))) : words + MARGIN;
}

/** The first word of the turn of `place` that is at most `reach` words before it: an edge ends where the turn does. */
function turnBefore(prepared: Prepared, place: number, reach: number): number {
  const turn = turnOf(prepared, place);
  let from = place;
  while (from > 0 && place - from < reach && turnOf(prepared, from - 1) === turn) from--;
  return from;
}

/** One past the last word of the turn of `place` that is at most `reach` words after it. */
function turnAfter(prepared: Prepared, place: number, reach: number): number {
  const turn = turnOf(prepared, place);
  let to = place + 1;
  while (to < prepared.tokens.count && to - place - 1 < reach && turnOf(prepared, to) === turn) to++;
  return to;
}

/** The words between two anchored ones: in place where the source goes on nearby, else from both ends, with a leap between. */
function between(
  quotation: QuotedTokens,
  prepared: Prepared,
  [lastQ, lastS]: Pair,
  [q, s]: Pair,
): readonly Step[] {
  const gap: Gap = { q0: lastQ + 1, q1: q, s0: lastS + 1, s1: s };
  const words = gap.q1 - gap.q0;
  const passed = gap.s1 - gap.s0;
  if (passed === 0 && words === 0) return crossesOmission(quotation, q) ? [{ op: "leap", q, s }] : [];
  const marked = omissionsIn(quotation, gap.q0, q);
  const forward = passed >= 0 && sourceOf(prepared, lastS) === sourceOf(prepared, s);
  if (
    forward &&
    marked &&
    words > 0 &&
    turnOf(prepared, lastS) === turnOf(prepared, s) &&
    (words + 1) * (passed + 1) <= MOST_CELLS
  )
    return alignLongGap(quotation, prepared, gap, {}).steps;
  if (forward && !marked && spokenBetween(prepared, gap) <= words + MARGIN)
    return alignLongGap(quotation, prepared, gap, {}).steps;
  return fromBothEnds(quotation, prepared, gap);
}

function crossesOmission(quotation: QuotedTokens, q: number): boolean {
  return (quotation.flags[q]! & Flag.omissionBefore) !== 0;
}

function spokenBetween(prepared: Prepared, gap: Gap): number {
  let words = 0;
  for (let i = gap.s0; i < gap.s1 && words < 200; i++)
    if ((prepared.tokens.flags[i]! & Flag.supplied) === 0) words++;
  return words;
}

/**
 * The gap's first words go on after the left anchor, the rest lead up to the right one; of all splits the cheapest.
 * An omission mark inside the gap is where it splits.
 */
function fromBothEnds(quotation: QuotedTokens, prepared: Prepared, gap: Gap): readonly Step[] {
  const leap: Step = { op: "leap", q: gap.q1, s: gap.s1 };
  const words = gap.q1 - gap.q0;
  if (words === 0) return [leap];
  const splits = [];
  for (let k = gap.q0; k <= gap.q1; k++)
    if (k < quotation.count && crossesOmission(quotation, k)) splits.push(k);
  if (splits.length === 0) for (let k = gap.q0; k <= gap.q1; k++) splits.push(k);
  let best: readonly Step[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const k of splits.length > MOST_SPLITS ? [gap.q0, gap.q1] : splits) {
    const left = cheapestEdge(
      quotation,
      prepared,
      { ...gap, q1: k, s1: turnAfter(prepared, gap.s0 - 1, k - gap.q0 + MARGIN) },
      { freeEnd: true },
    );
    const right = cheapestEdge(
      quotation,
      prepared,
      { ...gap, q0: k, s0: turnBefore(prepared, gap.s1, gap.q1 - k + MARGIN) },
      { freeStart: true },
    );
    if (left.cost + right.cost >= least) continue;
    least = left.cost + right.cost;
    best = [...left.steps, { ...leap, q: k }, ...right.steps];
  }
  return best;
}

function cheapestEdge(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Aligned {
  if (gap.q0 === gap.q1) return { cost: 0, steps: [] };
  return alignLongGap(quotation, prepared, gap, free);
}
