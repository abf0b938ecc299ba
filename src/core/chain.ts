import { Cost } from "./align.ts";
import { type Prepared, segmentOf } from "./prepared.ts";
import type { Anchor } from "./seed.ts";
import { RUN } from "./shingles.ts";
import { Flag, type Tokens } from "./tokens.ts";

/** Anchors in the quotation's order that together explain it, and an estimate of what the explanation costs. */
export interface Chain {
  readonly anchors: readonly Anchor[];
  readonly cost: number;
}

/**
 * What a leap costs, on the scale of {@link Cost}: two changed words for a leap forward inside one turn and
 * nearby, since quoting on from the same answer is what people do; up to four where the parts lie far apart, the other
 * way round or in two turns, so that a stock phrase of three words found elsewhere does not beat changed words here,
 * and a part of four is looked for where it stands; ten words where they lie in two documents.
 */
const Leap = { near: 30, far: 40, documents: 130, wrongWay: 14, turn: 14 } as const;
/** Words in another voice than the one credited: a breach, as a wrong way or another turn is. */
const FOREIGN = 15;
/** Spoken words that a near leap may pass over: about two paragraphs. */
const NEAR = 300;
/** A word of an unanchored part beside an omission may yet be found between its neighbours: under half the cost of a lost one. */
const UNPLACED = 6;
/** Chains handed on, to be aligned to the end. */
const MOST_CHAINS = 6;
/** Words of the quotation aligned, all chains together: a quotation of a book's length is aligned at its two best places. */
const MOST_ALIGNED = 60_000;
/** How far above the cheapest estimate a chain may be and still be aligned: two changed words. */
const SLACK = 2 * Cost.add;

/** What the quotation's words before a place sum to, so that any gap is a subtraction. */
interface Gauge {
  readonly spoken: Int32Array;
  readonly omissions: Int32Array;
}

/**
 * The cheapest chains of anchors, at most {@link MOST_CHAINS}, cheapest first.
 * Weighted chaining by dynamic programming over all pairs of anchors: order, distance and turn are part of the cost.
 * `distance(place)` tells how far the voice there is from the one credited; above 0 it is a breach.
 */
export function chains(
  quotation: Tokens,
  prepared: Prepared,
  anchors: readonly Anchor[],
  distance: (place: number) => number,
): Chain[] {
  const gauge = gaugeOf(quotation);
  const n = anchors.length;
  const cost = new Float64Array(n);
  const back = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const anchor = anchors[i]!;
    // An omission mark before the very first word is no mark between parts.
    cost[i] =
      edgeCost(gauge, 0, anchor.q0, gauge.omissions[anchor.q0 + 1]! - gauge.omissions[1]!) +
      foreign(distance(anchor.s0));
    for (let j = 0; j < i; j++) {
      const before = anchors[j]!;
      if (before.q0 >= anchor.q0 || before.q1 >= anchor.q1 || cost[j]! >= cost[i]!) continue;
      const through = cost[j]! + linkCost(gauge, prepared, before, anchor);
      if (through < cost[i]!) [cost[i], back[i]] = [through, j];
    }
  }
  return cheapest(quotation, anchors, gauge, cost, back);
}

function foreign(distance: number): number {
  return distance > 0 ? FOREIGN + distance : 0;
}

function gaugeOf(quotation: Tokens): Gauge {
  const spoken = new Int32Array(quotation.count + 1);
  const omissions = new Int32Array(quotation.count + 2);
  for (let i = 0; i < quotation.count; i++) {
    const flags = quotation.flags[i]!;
    spoken[i + 1] = spoken[i]! + ((flags & Flag.supplied) === 0 ? 1 : 0);
    omissions[i + 1] = omissions[i]! + ((flags & Flag.omissionBefore) !== 0 ? 1 : 0);
  }
  omissions[quotation.count + 1] = omissions[quotation.count]!;
  return { spoken, omissions };
}

/** Cost of the quotation's words `[from, to)` before the first or after the last anchor, `omissions` marks lying between. */
function edgeCost(gauge: Gauge, from: number, to: number, omissions: number): number {
  const words = gauge.spoken[to]! - gauge.spoken[from]!;
  if (words === 0) return 0;
  return omissions > 0 ? unplaced(words) : words * Cost.add + Cost.begin;
}

/** Cost of so many words beside an omission that no anchor has: a run of three that stood there would be one. */
function unplaced(words: number): number {
  const perhaps = Math.min(words, RUN - 1);
  return perhaps * UNPLACED + (words - perhaps) * Cost.add;
}

/** Cost of going on from one anchor to the next: the words between them on both sides, and the leap. */
function linkCost(gauge: Gauge, prepared: Prepared, before: Anchor, anchor: Anchor): number {
  const overlap = Math.max(0, before.q1 - anchor.q0);
  const q0 = anchor.q0 + overlap;
  const s0 = anchor.s0 + overlap;
  const from = segmentOf(prepared, before.s1 - 1);
  const to = segmentOf(prepared, anchor.s0);
  const added = gauge.spoken[q0]! - gauge.spoken[before.q1]!;
  const bracketed = q0 - before.q1 - added;
  const marked =
    gauge.omissions[Math.min(q0 + 1, gauge.omissions.length - 1)]! - gauge.omissions[before.q1]! > 0;
  const edits = added === 0 ? 0 : added * Cost.add + Cost.begin;
  if (from.source !== to.source) return (marked ? Leap.far : Leap.documents) + edits;
  const turn = from.turnKey === to.turnKey ? 0 : Leap.turn;
  const passed = s0 - before.s1;
  if (passed < 0) {
    // The second stretch starts inside the first: as many words are said twice, unless it is a leap back.
    const repeats =
      s0 > before.s0 && -passed < anchor.q1 - q0
        ? (added - passed) * Cost.add + Cost.begin
        : Number.POSITIVE_INFINITY;
    return Math.min(repeats, (marked ? Leap.wrongWay : Leap.far) + turn + edits);
  }
  if (marked) return turn + unplaced(added);
  const leap = (turn === 0 && passed <= NEAR ? Leap.near : Leap.far) + edits;
  const spoken = passed <= NEAR ? spokenWords(prepared.tokens, before.s1, s0) : passed;
  const inPlace = bracketed > 0 ? spoken * Cost.marked + edits : differing(added, spoken);
  return turn + Math.min(inPlace, leap);
}

/** Cost of so many words of the quotation over so many of the source, none of them the same. */
function differing(added: number, spoken: number): number {
  const changed = Math.min(added, spoken);
  const words = changed * Cost.change + (added - changed) * Cost.add + (spoken - changed) * Cost.drop;
  return words === 0 ? 0 : words + Cost.begin;
}

function spokenWords(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if ((tokens.flags[i]! & Flag.supplied) === 0) words++;
  return words;
}

function cheapest(
  quotation: Tokens,
  anchors: readonly Anchor[],
  gauge: Gauge,
  cost: Float64Array,
  back: Int32Array,
): Chain[] {
  const { count } = quotation;
  const total = anchors.map(
    ({ q1 }, i) => cost[i]! + edgeCost(gauge, q1, count, gauge.omissions[count]! - gauge.omissions[q1]!),
  );
  const enough = total.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY) + SLACK;
  const order = [...total.keys()]
    .filter((i) => total[i]! <= enough)
    .sort((a, b) => total[a]! - total[b]! || a - b);
  const most = Math.max(2, Math.min(MOST_CHAINS, Math.floor(MOST_ALIGNED / count)));
  const taken = new Set<number>();
  const found: Chain[] = [];
  for (const end of order) {
    if (found.length === most) break;
    if (taken.has(end)) continue;
    const members: Anchor[] = [];
    for (let i = end; i >= 0; i = back[i]!) {
      members.push(anchors[i]!);
      taken.add(i);
    }
    found.push({ anchors: members.reverse(), cost: total[end]! });
  }
  return found;
}
