import { type AlignOp, type AlignWord, align, Cost } from "./align.ts";
import type { Chain } from "./chain.ts";
import { resemblance } from "./letters.ts";
import { type Prepared, sourceOf, turnOf } from "./prepared.ts";
import { omissionsIn, type QuotedTokens } from "./quoted.ts";
import { type Anchor, rightOf } from "./seed.ts";
import { Flag, type Tokens } from "./tokens.ts";

/** `leap`: the quotation goes on elsewhere, at source word `s`, with its word `q`; `s` is -1 at an edge. */
export interface Step {
  readonly op: AlignOp | "leap";
  readonly q: number;
  readonly s: number;
}

/** The whole quotation, word by word, over the source: what was kept, changed, added, dropped, and where it leaps. */
export interface Placement {
  readonly steps: readonly Step[];
}

/** Source words looked at beyond the quotation's own number, where a gap or an edge is aligned: a marked drop is at most eight. */
const MARGIN = 8;
/** Source words searched for an unanchored part beside an omission: a long answer. */
const PART_REACH = 3000;
/** Cells of one alignment; a gap that would need more is aligned at its two ends only. */
const MOST_CELLS = 400_000;

/** The quotation's words and the source's words over which one alignment runs. */
interface Gap {
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
}

/** Aligns a chain to the end: its anchors as they are, and the words before, between and after them. */
export function place(quotation: QuotedTokens, prepared: Prepared, chain: Chain): Placement {
  const steps: Step[] = [];
  const runs = disjoint(quotation, prepared, chain.anchors);
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    if (before === undefined) steps.push(...head(quotation, prepared, run[0]!));
    else steps.push(...between(quotation, prepared, before[before.length - 1]!, run[0]!));
    for (const [q, s] of run) steps.push({ op: "keep", q, s });
  });
  const last = runs[runs.length - 1]!;
  steps.push(...tail(quotation, prepared, last[last.length - 1]!));
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
function head(quotation: QuotedTokens, prepared: Prepared, [q, s]: Pair): Step[] {
  if (q === 0) return [];
  const marked = omissionsIn(quotation, 1, q);
  const reach = marked ? Math.min(PART_REACH, Math.floor(MOST_CELLS / (q + 1))) : q + MARGIN;
  let from = s;
  while (from > 0 && s - from < reach && sameStretchOfSpeech(prepared, from - 1, s, marked)) from--;
  return alignGap(quotation, prepared, { q0: 0, q1: q, s0: from, s1: s }, { freeStart: true });
}

function tail(quotation: QuotedTokens, prepared: Prepared, [lastQ, lastS]: Pair): Step[] {
  const q = lastQ + 1;
  const s = lastS + 1;
  if (q === quotation.count) return [];
  const marked = omissionsIn(quotation, q, quotation.count - 1);
  const reach = marked
    ? Math.min(PART_REACH, Math.floor(MOST_CELLS / (quotation.count - q + 1)))
    : quotation.count - q + MARGIN;
  let to = s;
  while (to < prepared.tokens.count && to - s < reach && sameStretchOfSpeech(prepared, to, lastS, marked))
    to++;
  return alignGap(quotation, prepared, { q0: q, q1: quotation.count, s0: s, s1: to }, { freeEnd: true });
}

/** An omission joins words of one turn; without one, an edge may lie over a turn's end but not a source's. */
function sameStretchOfSpeech(prepared: Prepared, place: number, anchor: number, marked: boolean): boolean {
  return marked
    ? turnOf(prepared, place) === turnOf(prepared, anchor)
    : sourceOf(prepared, place) === sourceOf(prepared, anchor);
}

/** The words between two anchored ones: in place where the source goes on nearby, else from both ends, with a leap between. */
function between(quotation: QuotedTokens, prepared: Prepared, [lastQ, lastS]: Pair, [q, s]: Pair): Step[] {
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
    return alignGap(quotation, prepared, gap, {});
  if (forward && !marked && spokenBetween(prepared, gap) <= words + MARGIN)
    return alignGap(quotation, prepared, gap, {});
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
function fromBothEnds(quotation: QuotedTokens, prepared: Prepared, gap: Gap): Step[] {
  const leap: Step = { op: "leap", q: gap.q1, s: gap.s1 };
  const words = gap.q1 - gap.q0;
  if (words === 0) return [leap];
  const splits = [];
  for (let k = gap.q0; k <= gap.q1; k++)
    if (k < quotation.count && crossesOmission(quotation, k)) splits.push(k);
  if (splits.length === 0) for (let k = gap.q0; k <= gap.q1; k++) splits.push(k);
  let best: Step[] = [];
  let least = Number.POSITIVE_INFINITY;
  // The ends suffice for a long gap: its middle is in neither stretch.
  for (const k of splits.length > 40 ? [gap.q0, gap.q1] : splits) {
    const left = cheapestEdge(
      quotation,
      prepared,
      { ...gap, q1: k, s1: Math.min(prepared.tokens.count, gap.s0 + (k - gap.q0) + MARGIN) },
      { freeEnd: true },
    );
    const right = cheapestEdge(
      quotation,
      prepared,
      { ...gap, q0: k, s0: Math.max(0, gap.s1 - (gap.q1 - k) - MARGIN) },
      { freeStart: true },
    );
    if (left.cost + right.cost >= least) continue;
    least = left.cost + right.cost;
    best = [...left.steps, { ...leap, q: k }, ...right.steps];
  }
  return best;
}

function cheapestEdge(
  quotation: QuotedTokens,
  prepared: Prepared,
  gap: Gap,
  free: Free,
): { cost: number; steps: Step[] } {
  if (gap.q0 === gap.q1) return { cost: 0, steps: [] };
  return alignWords(quotation, prepared, gap, free);
}

interface Free {
  readonly freeStart?: boolean;
  readonly freeEnd?: boolean;
}

function alignGap(quotation: QuotedTokens, prepared: Prepared, gap: Gap, free: Free): Step[] {
  return alignWords(quotation, prepared, gap, free).steps;
}

function alignWords(
  quotation: QuotedTokens,
  prepared: Prepared,
  gap: Gap,
  free: Free,
): { cost: number; steps: Step[] } {
  const { tokens, vocabulary } = prepared;
  const omissions: boolean[] = [];
  for (let i = gap.q0; i <= gap.q1; i++)
    omissions.push(i < quotation.count && i > 0 && crossesOmission(quotation, i));
  const result = align({
    quotation: alignWordsOf(quotation, gap.q0, gap.q1),
    source: alignWordsOf(tokens, gap.s0, gap.s1),
    omissions,
    afterBracket: gap.q0 > 0 && isBracketed(quotation, gap.q0 - 1),
    beforeBracket: gap.q1 < quotation.count && isBracketed(quotation, gap.q1),
    ...free,
    change: (q, s) => changeCost(quotation, gap.q0 + q, vocabulary.word(tokens.word[gap.s0 + s]!)),
  });
  const steps = result.steps.map(({ op, q, s }) => ({
    op,
    q: q < 0 ? -1 : gap.q0 + q,
    s: s < 0 ? -1 : gap.s0 + s,
  }));
  return { cost: result.cost, steps };
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

/** Brackets inside a word own up to a changed ending or beginning when the letters outside them are the source's. */
function changeCost(quotation: QuotedTokens, q: number, source: string): number {
  const outside = quotation.outside.get(q);
  if (
    outside !== undefined &&
    source.startsWith(outside[0]) &&
    source.endsWith(outside[1]) &&
    outside[0].length + outside[1].length > 0
  )
    return Cost.marked;
  return resemblance(quotation.folded(q), source) ? Cost.slip : Cost.change;
}
