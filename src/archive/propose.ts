import { type QuotedFingerprint, RUN } from "../core/index.ts";
import { Ballot, type Count } from "./ballot.ts";
import { BLOCK } from "./block.ts";
import type { BlockRange, Listing, Proposal, QuotationIndex } from "./quotation-index.ts";
import { firstAtLeast, greatest } from "./sorted.ts";

/**
 * What one quotation may cost, by its length in words. A short one that was changed keeps one run of three or none, and
 * that run may stand in thousands of places: it is looked up further, and its words vote too. A long one keeps many
 * rare runs, and common ones say nothing more (bench/RESULTS.md has the recall by length).
 */
interface Caps {
  /** Runs whose listings are looked up. */
  readonly runs: number;
  /** Blocks of one listing that are read. */
  readonly blocks: number;
  /** Blocks with a vote from which on no listing opens more: it only tells among those that rarer ones opened. */
  readonly opened: number;
  /** Rare words that vote. */
  readonly terms: number;
  /** Stretches proposed. */
  readonly proposals: number;
}

const CAPS: readonly (Caps & { readonly words: number })[] = [
  { words: 5, runs: 8, blocks: 30_000, opened: 3000, terms: 5, proposals: 32 },
  { words: 8, runs: 12, blocks: 30_000, opened: 3000, terms: 6, proposals: 24 },
  { words: 12, runs: 20, blocks: 20_000, opened: 2000, terms: 5, proposals: 16 },
  { words: 24, runs: 24, blocks: 5000, opened: 1000, terms: 0, proposals: 10 },
  { words: Number.POSITIVE_INFINITY, runs: 32, blocks: 2000, opened: 500, terms: 0, proposals: 8 },
];

/** A run for every so many words is looked up of a longer quotation: its parts may come from several places. */
const WORDS_PER_RUN = 8;
/** A stretch with less than this share of the best one's votes is no rival to it. */
const RIVAL = 0.6;
/** Changed words that two voting runs may have between them and still explain the words in between. */
const BRIDGED = 8;

/** Up to this length all runs are asked at once; of a longer quotation first every third, which share no word. */
const ALL_RUNS = 12;
/** Runs that agree on a stretch and need no others: chance does not bring three together. */
const ENOUGH_RUNS = 3;
/** Quotations of fewer words may lose every run of three to one changed word. */
const FEWEST_RUNS = RUN + 3;
/** A run of the quotation that the archive has somewhere: its first word, its listing, the blocks that it voted for. */
interface Vote {
  readonly at: number;
  readonly weight: number;
  readonly blocks: Uint32Array;
}

export interface ProposeOptions {
  /** Only blocks in these ranges, which ascend; null lets all. */
  readonly within?: readonly BlockRange[] | null;
  /** Only stretches in which so many of the quotation's runs stand. */
  readonly leastRuns?: number | undefined;
}

/**
 * The stretches of the archive that may hold a quotation, the best first. It may propose too many; what has the
 * rarest runs of the quotation, or the most of its rare words, is among them. Each part of a quotation that no better
 * stretch has proposes its own, so that words taken from two places are found at both.
 *
 * Deterministic: the same documents, added in the same order, and the same quotation give the same proposals in every store.
 */
export function propose(
  quotation: QuotedFingerprint,
  index: QuotationIndex,
  { within = null, leastRuns = 0 }: ProposeOptions = {},
): Proposal[] {
  const words = quotation.words.length;
  const row = CAPS.find((one) => words <= one.words)!;
  // Of a listing's first blocks none may lie in the ranges.
  const caps = within === null ? row : { ...row, blocks: Number.POSITIVE_INFINITY };
  const span = Math.ceil(words / BLOCK) + 1;
  const polled = (places: readonly number[], terms: boolean): Poll => {
    const ballot = new Ballot(within);
    const votes = voteByRuns(quotation, places, index, ballot, caps);
    if (terms) voteByTerms(quotation, index, ballot, caps);
    const count = ballot.count(span);
    return { votes, count, chosen: best(count, span, caps.proposals) };
  };
  const runs = spread(quotation.runs.length, Math.max(caps.runs, Math.floor(words / WORDS_PER_RUN)));
  if (leastRuns > 0) return together(polled(runs, false), leastRuns);
  const few = words > ALL_RUNS ? runs.filter((_, i) => i % RUN === 0) : runs;
  const first = polled(few, false);
  // Between two of few runs that were intact, some that were not may lie; of words that differ `check` seeks the places.
  const reach = BRIDGED + Math.ceil((3 * (words - few.length)) / (few.length + 1));
  const { votes, count, chosen } = isSettled(first, words, reach) ? first : polled(runs, true);
  for (const part of unexplained(votes, chosen[0], words, BRIDGED))
    for (const vote of part) addBest(chosen, vote.blocks, count, span);
  return chosen;
}

/** The stretches in which so many runs stand. */
function together({ votes, chosen }: Poll, leastRuns: number): Proposal[] {
  return chosen.filter((one) => votes.filter((vote) => standsIn(vote, one)).length >= leastRuns);
}

/** What votes came to. */
interface Poll {
  readonly votes: readonly Vote[];
  readonly count: Count;
  readonly chosen: Proposal[];
}

/** Whether one stretch has the votes of several runs, no other rivals it, and it leaves no run unexplained: more votes would change nothing. */
function isSettled({ votes, chosen }: Poll, words: number, bridged: number): boolean {
  const [top, rival] = chosen;
  return (
    top !== undefined &&
    rival === undefined &&
    votes.filter((one) => standsIn(one, top)).length >= ENOUGH_RUNS &&
    unexplained(votes, top, words, bridged).length === 0
  );
}

/** The quotation's runs of these numbers vote, rarest first; a run counts by its information. */
function voteByRuns(
  { runs, places }: QuotedFingerprint,
  numbers: readonly number[],
  index: QuotationIndex,
  ballot: Ballot,
  caps: Caps,
): Vote[] {
  const listings: { at: number; listing: Listing }[] = [];
  for (const i of numbers) {
    const listing = index.run(runs[i]!);
    if (listing !== null) listings.push({ at: places[i]!, listing });
  }
  listings.sort((a, b) => a.listing.count - b.listing.count || a.at - b.at);
  return listings.map(({ at, listing }) => {
    const weight = information(listing, index);
    return { at, weight, blocks: vote(ballot, listing, weight, caps, ballot.size < caps.opened) };
  });
}

/**
 * The quotation's rarest words vote: for what its runs found; and of a quotation so short that a change leaves no run,
 * or whose runs found nothing, for all that has them.
 */
function voteByTerms({ words }: QuotedFingerprint, index: QuotationIndex, ballot: Ballot, caps: Caps): void {
  if (caps.terms === 0 && ballot.size > 0) return;
  const opens = ballot.size === 0 || words.length < FEWEST_RUNS;
  for (const { listing } of rarestTerms(words, index, Math.max(caps.terms, RUN)))
    vote(ballot, listing, information(listing, index), caps, opens && ballot.size < caps.opened);
}

/** A listing that is too long to be read whole says little, and only its first blocks: it votes where nothing else does. */
function vote(ballot: Ballot, listing: Listing, weight: number, caps: Caps, opens: boolean): Uint32Array {
  if (opens) return ballot.open(listing.blocks(caps.blocks), weight);
  return listing.count > caps.blocks ? NONE : ballot.second(listing.blocks(caps.blocks), weight);
}

const NONE = new Uint32Array(0);

/** A word of the quotation that is held. */
export interface HeldTerm {
  readonly key: number;
  readonly listing: Listing;
}

/** The quotation's words that are held, the rarest first, at most `most`. */
export function rarestTerms(words: Uint32Array, index: QuotationIndex, most: number): HeldTerm[] {
  return [...new Set(words)]
    .map((key) => ({ key, listing: index.term(key) }))
    .filter((one): one is HeldTerm => one.listing !== null && one.listing.count > 0)
    .sort((a, b) => a.listing.count - b.listing.count || a.key - b.key)
    .slice(0, most);
}

/** Bits that standing somewhere tells: log2(blocks of the archive / blocks of the key). */
function information(listing: Listing, index: QuotationIndex): number {
  return Math.log2((index.blocks + 2) / (listing.count + 1));
}

/** `most` of the numbers below `count`, spread over all of them. */
function spread(count: number, most: number): number[] {
  const numbers = Math.min(count, most);
  return Array.from({ length: numbers }, (_, i) => Math.floor((i * count) / numbers));
}

/** The stretches with the most votes, none overlapping a better one; of equal ones the earliest in the archive. */
function best({ blocks, scores }: Count, span: number, most: number): Proposal[] {
  const chosen: Proposal[] = [];
  // A stretch may be there once for each of its blocks.
  const order = greatest(scores, most * (span + 1));
  const least = (scores[order[0] ?? 0] ?? 0) * RIVAL;
  for (const i of order) {
    if (chosen.length === most || scores[i]! < least) break;
    add(chosen, blocks[i]!, span, scores[i]!);
  }
  return chosen;
}

function add(chosen: Proposal[], from: number, span: number, score: number): void {
  const isNew = chosen.every((other) => from >= other.to || from + span <= other.from);
  if (isNew) chosen.push({ from, to: from + span, score });
}

function standsIn({ blocks }: Vote, { from, to }: BlockRange): boolean {
  return (blocks[firstAtLeast(blocks, from)] ?? to) < to;
}

/**
 * The stretches of the quotation that the best proposal leaves unexplained, each as its runs. A run within `bridged`
 * words of the explained ones around it was rather changed than taken from elsewhere; at an end fewer words tell.
 */
function unexplained(
  votes: readonly Vote[],
  top: Proposal | undefined,
  words: number,
  bridged: number,
): Vote[][] {
  if (top === undefined) return [];
  const has = (vote: Vote): boolean => standsIn(vote, top);
  const explained = votes
    .filter(has)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const isBridged = (at: number): boolean => {
    const before = explained.findLast((other) => other <= at);
    const after = explained.find((other) => other >= at);
    const edge = Math.max(BRIDGED, Math.min(bridged, words / 4));
    const reach = before === undefined || after === undefined ? edge : bridged;
    return (after ?? words) - (before ?? 0) <= reach + RUN;
  };
  const parts: Vote[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const vote of votes.filter((one) => !has(one) && !isBridged(one.at)).sort((a, b) => a.at - b.at)) {
    if (vote.at - last > BRIDGED || parts.length === 0) parts.push([]);
    parts[parts.length - 1]!.push(vote);
    last = vote.at;
  }
  return parts;
}

/** Adds the best stretch of those that one run voted for. */
function addBest(chosen: Proposal[], voted: Uint32Array, { blocks, scores }: Count, span: number): void {
  let top = -1;
  for (const block of voted) {
    const i = firstAtLeast(blocks, block);
    if (top < 0 || scores[i]! > scores[top]!) top = i;
  }
  if (top >= 0) add(chosen, blocks[top]!, span, scores[top]!);
}
