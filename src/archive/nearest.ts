import { type Fingerprint, readSources } from "../core/index.ts";
import type { Passage } from "../documents/index.ts";
import { Ballot } from "./ballot.ts";
import { BLOCK } from "./block.ts";
import { phraseScore, phraseWeight } from "./bm25.ts";
import { type Edition, sourceWithin, type Window } from "./edition.ts";
import { rarestTerms } from "./propose.ts";
import type { BlockRange, Proposal, QuotationIndex } from "./quotation-index.ts";
import { greatest } from "./sorted.ts";

/** A passage that has some of the words looked for. It is not their source. */
export interface NearPassage {
  readonly edition: Edition;
  readonly passage: Passage;
}

/** Words that choose: the rarest of the quotation; the others stand everywhere. */
const RARER = 6;
/** Blocks read of each. */
const MOST_POSTINGS = 5000;
/** Blocks from which on a word opens no more: a rarer one has chosen. */
const MOST_OPENED = 1000;
/**
 * Stretches whose passages are read and ranked: twice as many as are shown. What has most of the rarer words is among the
 * first; each further one is a document read.
 */
const MOST_READ = 6;

/** The stretches with most of the quotation's rarer words; only of blocks `within`, where it is given. */
export function nearestProposals(
  words: Uint32Array,
  index: QuotationIndex,
  within: readonly BlockRange[] | null = null,
): Proposal[] {
  const ballot = new Ballot(within);
  for (const { listing } of rarestTerms(words, index, RARER)) {
    const weight = phraseWeight(index.blocks, listing.count);
    const blocks = listing.blocks(within === null ? MOST_POSTINGS : Number.POSITIVE_INFINITY);
    if (ballot.size < MOST_OPENED) ballot.open(blocks, weight);
    else ballot.second(blocks, weight);
  }
  const { blocks, scores } = ballot.count(1);
  return greatest(scores, MOST_READ).map((i) => ({
    from: blocks[i]!,
    to: blocks[i]! + 1,
    score: scores[i]!,
  }));
}

/** Of the passages in these stretches, the `most` that rank highest by BM25 over the quotation's rarer words. */
export function nearestPassages(
  { words }: Pick<Fingerprint, "words">,
  index: QuotationIndex,
  windows: readonly Window[],
  editionOf: (key: number) => Edition,
  most: number,
): NearPassage[] {
  const weights = new Map(
    rarestTerms(words, index, RARER).map(({ key, listing }) => [
      key,
      phraseWeight(index.blocks, listing.count),
    ]),
  );
  const found: (NearPassage & { readonly score: number })[] = [];
  for (const { edition: key, from, to } of windows) {
    const edition = editionOf(key);
    const { segments } = sourceWithin(edition, from, to);
    const passages = edition.document.passages.filter(
      (passage) =>
        segments.some(({ start, end }) => start < passage.end && passage.start < end) &&
        !found.some((other) => other.edition.key === key && other.passage.id === passage.id),
    );
    scoresOf(edition, passages, weights).forEach((score, i) => {
      if (score > 0) found.push({ edition, passage: passages[i]!, score });
    });
  }
  return found
    .sort((a, b) => b.score - a.score || a.edition.key - b.edition.key || a.passage.start - b.passage.start)
    .slice(0, most)
    .map(({ edition, passage }) => ({ edition, passage }));
}

/** BM25 of each passage, all read in one go. */
function scoresOf(
  { source }: Edition,
  passages: readonly Passage[],
  weights: ReadonlyMap<number, number>,
): number[] {
  const owners: number[] = [];
  const segments = source.segments.filter(({ start, end }) => {
    const owner = passages.findIndex((passage) => passage.start <= start && end <= passage.end);
    if (owner >= 0) owners.push(owner);
    return owner >= 0;
  });
  const { tokens, vocabulary } = readSources([{ text: source.text, segments }]);
  const lengths = passages.map(() => 0);
  const times = passages.map(() => new Map<number, number>());
  for (let i = 0; i < tokens.count; i++) {
    const owner = owners[tokens.stretch[i]!]!;
    const word = vocabulary.hash(tokens.word[i]!) >>> 0;
    lengths[owner]!++;
    if (weights.has(word)) times[owner]!.set(word, (times[owner]!.get(word) ?? 0) + 1);
  }
  return times.map((counted, owner) => {
    let score = 0;
    for (const [word, count] of counted)
      score += phraseScore(weights.get(word)!, count, lengths[owner]!, BLOCK);
    return score;
  });
}
