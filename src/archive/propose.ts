import { type QuotedFingerprint, RUN } from "../core/index.ts";
import { Ballot } from "./ballot.ts";
import { BLOCK } from "./block.ts";
import type { BlockRange, Listing, Proposal, QuotationIndex } from "./quotation-index.ts";

/**
 * What one quotation may cost, by its length in words. A short one that was changed keeps one run of three or none, and
 * that run may stand in thousands of places: it is looked up further, and its words vote too. A long one keeps many
 * rare runs, and common ones say nothing more (bench/RESULTS.md has the recall by length).
 */
interface Caps {
  /** Runs whose listings are looked up. */
  readonly runs: number;
  /** Blocks read, all listings of runs together. */
  readonly postings: number;
  /** Rare words that vote, and blocks read of each. */
  readonly terms: number;
  readonly termPostings: number;
  /** Stretches proposed. */
  readonly proposals: number;
}

const CAPS: readonly (Caps & { readonly words: number })[] = [
  { words: 5, runs: 8, postings: 30_000, terms: 5, termPostings: 30_000, proposals: 32 },
  { words: 8, runs: 12, postings: 30_000, terms: 6, termPostings: 30_000, proposals: 24 },
  { words: 12, runs: 20, postings: 20_000, terms: 5, termPostings: 20_000, proposals: 16 },
  { words: 24, runs: 24, postings: 10_000, terms: 0, termPostings: 0, proposals: 10 },
  { words: Number.POSITIVE_INFINITY, runs: 40, postings: 6_000, terms: 0, termPostings: 0, proposals: 8 },
];

/** A run for every so many words is looked up of a longer quotation: its parts may come from several places. */
const WORDS_PER_RUN = 8;
/** A stretch with less than this share of the best one's votes is no rival to it. */
const RIVAL = 0.5;
/** Changed words that two voting runs may have between them and still explain the words in between. */
const BRIDGED = 8;

/** Quotations of fewer words may lose every run of three to one changed word. */
const FEWEST_RUNS = RUN + 3;
/** Blocks from which on a word opens no more: it only tells among those that rarer ones opened. */
const MOST_OPENED = 3000;

/** A run of the quotation that the archive has somewhere: its first word, its listing, the blocks that it voted for. */
interface Vote {
  readonly at: number;
  readonly weight: number;
  readonly blocks: readonly number[];
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
  within: readonly BlockRange[] | null = null,
): Proposal[] {
  const words = quotation.words.length;
  const caps = CAPS.find((row) => words <= row.words)!;
  const ballot = new Ballot(within);
  const votes = voteByRuns(quotation, index, ballot, caps);
  voteByTerms(quotation, index, ballot, caps);
  const span = Math.ceil(words / BLOCK) + 1;
  const { blocks, scores } = ballot.scores(span);
  const chosen = best(blocks, scores, span, caps.proposals);
  for (const part of unexplained(votes, chosen[0], words))
    for (const vote of part) addBest(chosen, vote.blocks, blocks, scores, span);
  return chosen;
}

/** The quotation's runs vote, rarest first, until enough blocks are read; a run counts by its information. */
function voteByRuns(
  { runs, places, words }: QuotedFingerprint,
  index: QuotationIndex,
  ballot: Ballot,
  caps: Caps,
): Vote[] {
  const most = Math.max(caps.runs, Math.floor(words.length / WORDS_PER_RUN));
  const listings: { at: number; listing: Listing }[] = [];
  for (const i of spread(runs.length, most)) {
    const listing = index.run(runs[i]!);
    if (listing !== null) listings.push({ at: places[i]!, listing });
  }
  listings.sort((a, b) => a.listing.count - b.listing.count || a.at - b.at);
  const votes: Vote[] = [];
  let read = 0;
  for (const { at, listing } of listings) {
    if (read >= caps.postings) break;
    const weight = information(listing, index);
    const voted = ballot.vote(listing, weight, caps.postings - read);
    read += Math.min(listing.count, caps.postings - read);
    votes.push({ at, weight, blocks: voted });
  }
  return votes;
}

/**
 * The quotation's rarest words vote: for what its runs found; and of a quotation so short that a change leaves no run,
 * or whose runs found nothing, for all that has them, until enough blocks are open.
 */
function voteByTerms({ words }: QuotedFingerprint, index: QuotationIndex, ballot: Ballot, caps: Caps): void {
  if (caps.terms === 0 && ballot.size > 0) return;
  const opens = ballot.size === 0 || words.length < FEWEST_RUNS;
  const listings = [...new Set(words)]
    .map((key) => ({ key, listing: index.term(key) }))
    .filter((one): one is { key: number; listing: Listing } => one.listing !== null)
    .sort((a, b) => a.listing.count - b.listing.count || a.key - b.key);
  for (const { listing } of listings.slice(0, Math.max(caps.terms, RUN))) {
    const weight = information(listing, index);
    const most = Math.max(caps.termPostings, MOST_OPENED);
    if (opens && ballot.size < MOST_OPENED) ballot.vote(listing, weight, most);
    else ballot.second(listing, weight, most);
  }
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
function best(blocks: Uint32Array, scores: Float64Array, span: number, most: number): Proposal[] {
  const order = Array.from(blocks.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const chosen: Proposal[] = [];
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

/** The stretches of the quotation that the best proposal leaves unexplained, each as its runs; a changed word or two explains nothing. */
function unexplained(votes: readonly Vote[], top: Proposal | undefined, words: number): Vote[][] {
  if (top === undefined) return [];
  const has = ({ blocks }: Vote): boolean => blocks.some((block) => block >= top.from && block < top.to);
  const explained = votes
    .filter(has)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const isBridged = (at: number): boolean => {
    const before = explained.findLast((other) => other <= at) ?? -BRIDGED;
    const after = explained.find((other) => other >= at) ?? words + BRIDGED;
    const left = Math.max(0, before);
    return Math.min(after, words) - left <= BRIDGED + RUN;
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
function addBest(
  chosen: Proposal[],
  voted: readonly number[],
  blocks: Uint32Array,
  scores: Float64Array,
  span: number,
): void {
  let top = -1;
  for (const block of voted) {
    const i = placeOf(blocks, block);
    if (top < 0 || scores[i]! > scores[top]!) top = i;
  }
  if (top >= 0) add(chosen, blocks[top]!, span, scores[top]!);
}

function placeOf(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
