import type { Counts } from "./counts.ts";
import type { Pairs } from "./pairs.ts";
import type { Scale } from "./scale.ts";
import { SegmentError } from "./segment-error.ts";

/** The part of a segment's counts that a page takes: those from `from` to before `to`. */
export interface CountsSlice {
  readonly counts: Counts;
  readonly from: number;
  readonly to: number;
}

/** Most occurrences of a key in a segment, and least below nought: half of what 32 bits hold, so that no sum leaves them. */
const MOST_OCCURRENCES = 2 ** 30;

/** The distinct keys of a page, ascending, and where their blocks stand among the pairs. Used again from page to page. */
export class PageEntries {
  /** How many keys; of the arrays only so much is meant. */
  length = 0;
  keys = new Uint32Array(0);
  /** Where the key's blocks start among the pairs, and how many they are. */
  starts = new Uint32Array(0);
  sizes = new Uint32Array(0);
  /** Occurrences less postings; for terms alone. */
  extras = new Int32Array(0);
  /** How many keys of one block stand from this one on without another. */
  singles = new Uint32Array(0);
  readonly #base: number;
  readonly #end: number;

  constructor(scale: Scale) {
    this.#base = scale.base;
    this.#end = scale.base + scale.blocks;
  }

  /** Takes the pairs from `from` to before `to`. Throws a SegmentError, `misuse`, where they are out of order or of the scale. */
  fill(pairs: Pairs, from: number, to: number): void {
    this.#clear(to - from);
    const { keys } = pairs;
    for (let i = from; i < to; ) i = this.#add(keys[i]!, pairs, i, to);
    this.#countSingles();
  }

  /** The same with the counts of the same keys and of others. */
  fillCounted(pairs: Pairs, from: number, to: number, slice: CountsSlice): void {
    this.#clear(to - from + slice.to - slice.from);
    const { keys, counts } = slice.counts;
    let c = slice.from;
    for (let i = from; i < to || c < slice.to; ) {
      const listed = i < to ? pairs.keys[i]! : Number.POSITIVE_INFINITY;
      const counted = c < slice.to ? keys[c]! : Number.POSITIVE_INFINITY;
      const end = listed <= counted ? this.#add(listed, pairs, i, to) : this.#add(counted, pairs, i, i);
      this.#count(counted <= listed ? counts[c++]! : 0, i);
      i = end;
    }
    this.#countSingles();
  }

  #clear(room: number): void {
    this.length = 0;
    if (room < this.keys.length) return;
    const size = room * 2 + 1;
    this.keys = new Uint32Array(size);
    this.starts = new Uint32Array(size);
    this.sizes = new Uint32Array(size);
    this.extras = new Int32Array(size);
    this.singles = new Uint32Array(size);
  }

  /** Adds a key with its pairs from `from`, of those before `to`; where they end. */
  #add(key: number, pairs: Pairs, from: number, to: number): number {
    const { keys, blocks } = pairs;
    const n = this.length++;
    if (n > 0 && key <= this.keys[n - 1]!) throw misuse("keys do not ascend", from);
    let last = this.#base - 1;
    let i = from;
    for (; i < to && keys[i] === key; i++) {
      const block = blocks[i]!;
      if (block <= last) throw misuse("blocks do not ascend, or one is before the segment", i);
      last = block;
    }
    if (last >= this.#end) throw misuse("a block is past the end of the segment", from);
    this.keys[n] = key;
    this.starts[n] = from;
    this.sizes[n] = i - from;
    return i;
  }

  #count(occurrences: number, at: number): void {
    if (Math.abs(occurrences) > MOST_OCCURRENCES) throw misuse("a key occurs too often", at);
    const n = this.length - 1;
    this.extras[n] = occurrences - this.sizes[n]!;
  }

  #countSingles(): void {
    const { sizes, singles, length } = this;
    let ahead = 0;
    singles[length] = 0;
    for (let n = length - 1; n >= 0; n--) {
      ahead = sizes[n] === 1 ? ahead + 1 : 0;
      singles[n] = ahead;
    }
  }
}

function misuse(reason: string, at: number): SegmentError {
  return new SegmentError("misuse", { reason, at });
}
