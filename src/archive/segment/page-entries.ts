import type { Counts } from "./counts.ts";
import type { Pairs } from "./pairs.ts";
import { MOST_BLOCKS, type Scale } from "./scale.ts";
import { SegmentError } from "./segment-error.ts";

/** The part of a segment's counts that a page takes: those from `from` to before `to`. */
export interface CountsSlice {
  readonly counts: Counts;
  readonly from: number;
  readonly to: number;
}

/** Most occurrences of a key in a segment, and least below nought: half of what 32 bits hold, so that no sum leaves them. */
const MOST_OCCURRENCES = 2 ** 30;

/** The distinct keys of a page, ascending, each with where its blocks stand among the pairs. */
export class PageEntries {
  length = 0;
  readonly keys: Uint32Array;
  /** Where the key's blocks start among the pairs. */
  readonly starts: Uint32Array;
  readonly sizes: Uint32Array;
  /** Occurrences less postings; empty for runs. */
  readonly extras: Int32Array;
  readonly #pairs: Pairs;
  readonly #scale: Scale;

  /** Those of the pairs from `from` to before `to` and of the counts. Throws a SegmentError, `misuse`, for what the scale does not cover. */
  constructor(pairs: Pairs, from: number, to: number, scale: Scale, counts: CountsSlice | undefined) {
    if (scale.blocks > MOST_BLOCKS) throw misuse("the segment has too many blocks", from);
    const room = to - from + (counts === undefined ? 0 : counts.to - counts.from);
    this.#pairs = pairs;
    this.#scale = scale;
    this.keys = new Uint32Array(room);
    this.starts = new Uint32Array(room);
    this.sizes = new Uint32Array(room);
    this.extras = new Int32Array(counts === undefined ? 0 : room);
    if (counts === undefined) this.#fill(from, to);
    else this.#fillCounted(from, to, counts);
  }

  #fill(from: number, to: number): void {
    for (let i = from; i < to; ) i += this.#add(this.#pairs.keys[i]!, i, to);
  }

  #fillCounted(from: number, to: number, slice: CountsSlice): void {
    const { keys } = this.#pairs;
    const { counts } = slice;
    let c = slice.from;
    for (let i = from; i < to || c < slice.to; ) {
      const listed = i < to ? keys[i]! : Number.POSITIVE_INFINITY;
      const counted = c < slice.to ? counts.keys[c]! : Number.POSITIVE_INFINITY;
      const size = listed <= counted ? this.#add(listed, i, to) : this.#add(counted, i, i);
      this.#count(counted <= listed ? counts.counts[c++]! : 0, size, i);
      i += size;
    }
  }

  /** Adds a key with its pairs from `from`, of those before `to`; how many they are. */
  #add(key: number, from: number, to: number): number {
    const n = this.length++;
    if (n > 0 && key <= this.keys[n - 1]!) throw misuse("keys do not ascend", from);
    const size = this.#sizeOf(key, from, to);
    this.keys[n] = key;
    this.starts[n] = from;
    this.sizes[n] = size;
    return size;
  }

  #sizeOf(key: number, from: number, to: number): number {
    const { keys, blocks } = this.#pairs;
    const { base } = this.#scale;
    const end = base + this.#scale.blocks;
    let last = base - 1;
    let i = from;
    for (; i < to && keys[i] === key; i++) {
      const block = blocks[i]!;
      if (block <= last) throw misuse("blocks do not ascend, or one is before the segment", i);
      last = block;
    }
    if (last >= end) throw misuse("a block is past the end of the segment", i - 1);
    return i - from;
  }

  #count(occurrences: number, size: number, at: number): void {
    if (Math.abs(occurrences) > MOST_OCCURRENCES) throw misuse("a key occurs too often", at);
    this.extras[this.length - 1] = occurrences - size;
  }
}

function misuse(reason: string, at: number): SegmentError {
  return new SegmentError("misuse", { reason, at });
}
