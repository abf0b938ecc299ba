import { fingerprint, readSources, type Source, type Stream } from "../core/index.ts";
import { BLOCK } from "./block.ts";
import type { Counts } from "./segment/counts.ts";
import { type Pairs, sortPairs } from "./segment/pairs.ts";

/** What the index keeps of one version of a document; blocks are counted from its own first one. */
export interface Postings {
  readonly words: number;
  readonly blocks: number;
  /** For each block, the segment of the source that its first word stands in. */
  readonly starts: Uint32Array;
  /** Keys of runs of three and the blocks they start in. */
  readonly runs: Pairs;
  /** Keys of words and the blocks they stand in. */
  readonly terms: Pairs;
  /** Keys of words and how often they stand in it. */
  readonly counts: Counts;
}

/** Reads a source and lists its words and runs. Linear in its words. */
export function postingsOf(source: Source): Postings {
  return postingsOfStream(readSources([source]));
}

/** {@link postingsOf}, for a source that is read already. */
export function postingsOfStream(stream: Stream): Postings {
  const { words, runs, places } = fingerprint(stream);
  const blocks = Math.ceil(words.length / BLOCK);
  const starts = new Uint32Array(blocks);
  for (let block = 0; block < blocks; block++) starts[block] = stream.tokens.stretch[block * BLOCK]!;
  const terms = sortPairs(
    words,
    Uint32Array.from(words, (_, i) => (i / BLOCK) | 0),
    words.length,
  );
  return {
    words: words.length,
    blocks,
    starts,
    runs: sortPairs(
      runs,
      Uint32Array.from(places, (place) => (place / BLOCK) | 0),
      runs.length,
    ),
    terms,
    counts: countsOf(stream),
  };
}

function countsOf({ tokens, vocabulary }: Stream): Counts {
  const places = new Int32Array(vocabulary.size);
  for (let i = 0; i < tokens.count; i++) places[tokens.word[i]!]!++;
  const byKey = new Map<number, number>();
  for (let word = 0; word < vocabulary.size; word++) {
    const key = vocabulary.hash(word) >>> 0;
    byKey.set(key, (byKey.get(key) ?? 0) + places[word]!);
  }
  const keys = Uint32Array.from(byKey.keys()).sort();
  return { keys, counts: Int32Array.from(keys, (key) => byKey.get(key)!) };
}
