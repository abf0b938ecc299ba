import type { DroppedBlocks } from "./dropped-blocks.ts";
import { countSum, mixed, type PostingSums } from "./index-sums.ts";
import type { SegmentPages } from "./segment-pages.ts";
import { KEYS, type Kind, type SegmentRow } from "./segment-row.ts";
import type { State } from "./state.ts";
import { keysOf } from "./stored-index.ts";

/** A version whose blocks the index lists, and the sums of what it has to list. */
export interface Listed extends PostingSums {
  readonly key: number;
  readonly first: number;
  readonly blocks: number;
}

/** What an index lists wrongly. */
export interface IndexFaults {
  /** Keys of the versions of which something else is listed than they have. */
  readonly editions: readonly number[];
  /** Postings in blocks that are no version's. */
  readonly strays: number;
  /** The sum of how often each word stands. */
  readonly counts: number;
}

/** Stretches that a segment is read in: a few megabytes each. */
const STRETCH = 250_000;

/**
 * Reads all that the index lists and compares it with what the versions have. `listed` stand in the order of their
 * blocks. Takes a few bytes a version and no more.
 */
export class IndexAudit {
  readonly #pages: SegmentPages;
  readonly #listed: readonly Listed[];
  readonly #firsts: Float64Array;
  readonly #dropped: DroppedBlocks;
  readonly #runs: Int32Array;
  readonly #terms: Int32Array;
  #strays = 0;
  #counts = 0;

  constructor(pages: SegmentPages, listed: readonly Listed[], dropped: DroppedBlocks) {
    this.#pages = pages;
    this.#listed = listed;
    this.#firsts = Float64Array.from(listed, ({ first }) => first);
    this.#dropped = dropped;
    this.#runs = new Int32Array(listed.length);
    this.#terms = new Int32Array(listed.length);
  }

  /** Reads one segment, as far as it answers for its keys. Throws `damaged`. */
  read(row: SegmentRow, state: Readonly<State>): void {
    const { low, high } = keysOf(row, state);
    this.#readKind(row, "runs", this.#runs, low, high);
    this.#readKind(row, "terms", this.#terms, low, high);
  }

  faults(): IndexFaults {
    const wrong = (_: Listed, i: number): boolean =>
      this.#runs[i] !== this.#listed[i]!.runs || this.#terms[i] !== this.#listed[i]!.terms;
    const editions = this.#listed.filter(wrong).map(({ key }) => key);
    return { editions, strays: this.#strays, counts: this.#counts };
  }

  #readKind(row: SegmentRow, kind: Kind, sums: Int32Array, low: number, high: number): void {
    const stretches = Math.max(1, Math.ceil(row[kind] / STRETCH));
    const width = Math.ceil(KEYS / stretches);
    for (let from = low; from < high; from += width) {
      const { pairs, counts } = this.#pages.read(row, kind, from, Math.min(high, from + width));
      if (counts !== null) this.#counts = (this.#counts + countSum(counts)) | 0;
      for (let i = 0; i < pairs.keys.length; i++) this.#add(sums, pairs.keys[i]!, pairs.blocks[i]!);
    }
  }

  #add(sums: Int32Array, key: number, block: number): void {
    const at = this.#editionAt(block);
    const { first, blocks } = this.#listed[at] ?? { first: 0, blocks: 0 };
    if (block >= first && block < first + blocks) sums[at]! += mixed(key, block - first);
    else if (!this.#dropped.has(block)) this.#strays++;
  }

  /** The last version that starts at or before a block. */
  #editionAt(block: number): number {
    let [low, high] = [0, this.#firsts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#firsts[middle]! <= block) low = middle;
      else high = middle;
    }
    return low;
  }
}
