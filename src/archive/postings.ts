import { fingerprint, readSources, type Source, type Stream } from "../core/index.ts";
import { BLOCK } from "./block.ts";
import type { Counts } from "./segment/counts.ts";
import { distinctPairs, type Pairs, sortedPairs } from "./segment/pairs.ts";

/** What the index is told of one version of a document, in text order; blocks are counted from its own first one. */
export interface Postings {
  readonly words: number;
  readonly blocks: number;
  /** For each block, the segment of the source that its first word stands in. */
  readonly starts: Uint32Array;
  /** The key of each word. */
  readonly terms: Uint32Array;
  /** The key of each run of three, and the block it starts in. */
  readonly runs: Uint32Array;
  readonly runBlocks: Uint32Array;
}

/** Postings in the order of their keys, as a segment has them. */
export interface SortedPostings {
  readonly runs: Pairs;
  readonly terms: Pairs;
  /** How often each word stands. */
  readonly counts: Counts;
}

/** Reads a source and lists its words and runs. Linear in its words. */
export function postingsOf(source: Source): Postings {
  return postingsOfStream(readSources([source]));
}

/** {@link postingsOf}, for one source that is read already. */
export function postingsOfStream(stream: Stream): Postings {
  const { words, runs, places } = fingerprint(stream);
  const blocks = Math.ceil(words.length / BLOCK);
  const starts = new Uint32Array(blocks);
  for (let block = 0; block < blocks; block++) starts[block] = stream.tokens.stretch[block * BLOCK]!;
  const runBlocks = new Uint32Array(runs.length);
  for (let i = 0; i < runs.length; i++) runBlocks[i] = (places[i]! / BLOCK) | 0;
  return { words: words.length, blocks, starts, terms: words, runs: runs.slice(), runBlocks };
}

/** The postings of versions, each with its first block in the archive, sorted together: blocks must ascend. */
export function sortPostings(
  versions: readonly { readonly postings: Postings; readonly first: number }[],
): SortedPostings {
  const runs = emptyPairs(versions.reduce((sum, { postings }) => sum + postings.runs.length, 0));
  const terms = emptyPairs(versions.reduce((sum, { postings }) => sum + postings.words, 0));
  let [run, term] = [0, 0];
  for (const { postings, first } of versions) {
    runs.keys.set(postings.runs, run);
    for (const block of postings.runBlocks) runs.blocks[run++] = first + block;
    terms.keys.set(postings.terms, term);
    for (let i = 0; i < postings.words; i++) terms.blocks[term++] = first + ((i / BLOCK) | 0);
  }
  const sorted = sortedPairs(terms);
  const counts = countsOf(sorted);
  return { runs: distinctPairs(sortedPairs(runs)), terms: distinctPairs(sorted), counts };
}

function emptyPairs(length: number): Pairs {
  return { keys: new Uint32Array(length), blocks: new Uint32Array(length) };
}

function countsOf({ keys }: Pairs): Counts {
  let distinct = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] !== keys[i - 1]) distinct++;
  const found = { keys: new Uint32Array(distinct), counts: new Int32Array(distinct) };
  let at = -1;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== keys[i - 1]) found.keys[++at] = keys[i]!;
    found.counts[at]!++;
  }
  return found;
}
