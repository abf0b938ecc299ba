import { LEAST_BYTES } from "./bit-reader.ts";
import { BitWriter } from "./bit-writer.ts";
import { BlockList } from "./block-list.ts";
import { type CountsSlice, PageEntries } from "./page-entries.ts";
import { LENGTH_ORDER, LONG, PAGE_ORDER, PARAMETER } from "./page-form.ts";
import type { Pairs } from "./pairs.ts";
import { MOST_BLOCKS, type Scale } from "./scale.ts";
import { SegmentError } from "./segment-error.ts";

/**
 * Encodes the pages of a segment, one after the other.
 *
 * A page is a stream of bits: the numbers of keys and of postings, two Rice parameters, how many single keys,
 * those of one block, come first; then for each key what it is above the one before; unless it is one of those
 * single ones, its number of postings and how many single keys come next; for terms, how many more occurrences
 * than postings it has; its list. Lists of more than LONG postings stand after the stream, the first one last of
 * all, and the stream has their lengths in bytes. A page without keys has no bytes.
 */
export class PageEncoder {
  readonly #base: number;
  readonly #list: BlockList;
  readonly #entries: PageEntries;
  readonly #stream = new BitWriter();
  readonly #long = new BitWriter();
  /** Where each long list ends among the bytes of `#long`. */
  readonly #ends: number[] = [];

  /** Throws a SegmentError, `misuse`, for more than MOST_BLOCKS blocks. */
  constructor(scale: Scale) {
    if (scale.blocks > MOST_BLOCKS)
      throw new SegmentError("misuse", { reason: "the segment has too many blocks", at: 0 });
    this.#base = scale.base;
    this.#list = new BlockList(scale.blocks);
    this.#entries = new PageEntries(scale);
  }

  /**
   * The bytes of the page that holds `pairs` from `from` to before `to`, whose blocks the scale covers, and whose
   * keys are not below `first`; with `counts`, a page of terms. Throws a SegmentError, `misuse`, for any others.
   */
  encode(pairs: Pairs, from: number, to: number, first: number, counts?: CountsSlice): Uint8Array {
    const entries = this.#entries;
    if (counts === undefined) entries.fill(pairs, from, to);
    else entries.fillCounted(pairs, from, to, counts);
    if (entries.length === 0) return new Uint8Array(0);
    if (entries.keys[0]! < first)
      throw new SegmentError("misuse", { reason: "a key is below the page's first", at: from });
    this.#stream.clear();
    this.#long.clear();
    this.#ends.length = 0;
    this.#write(pairs.blocks, to - from, first, counts !== undefined);
    return this.#joined();
  }

  #write(blocks: Uint32Array, postings: number, first: number, counted: boolean): void {
    const { length, keys, starts, sizes, extras, singles } = this.#entries;
    const stream = this.#stream;
    const keyOrder = riceOrder(keys[length - 1]! - first + 1 - length, length) | 0;
    const singlesOrder = this.#singlesOrder() | 0;
    stream.golomb(length, PAGE_ORDER);
    stream.golomb(postings, PAGE_ORDER);
    stream.put(keyOrder, PARAMETER);
    stream.put(singlesOrder, PARAMETER);
    stream.rice(singles[0]!, singlesOrder);
    let next = first;
    for (let n = 0; n < length; n++) {
      const key = keys[n]!;
      const size = sizes[n]!;
      stream.rice(key - next, keyOrder);
      next = key + 1;
      if (size !== 1) {
        stream.golomb(counted ? size - (size > 0 ? 1 : 0) : size - 2, 0);
        stream.rice(singles[n + 1]!, singlesOrder);
      }
      if (counted) stream.golomb(zigzag(extras[n]!), 0);
      if (size > LONG) this.#writeLong(blocks, starts[n]!, size);
      else if (size > 0) this.#list.write(stream, blocks, starts[n]!, size, this.#base);
    }
  }

  #writeLong(blocks: Uint32Array, start: number, size: number): void {
    this.#list.write(this.#long, blocks, start, size, this.#base);
    const end = this.#long.align();
    this.#stream.golomb(end - (this.#ends.at(-1) ?? 0), LENGTH_ORDER);
    this.#ends.push(end);
  }

  #singlesOrder(): number {
    const { length, sizes } = this.#entries;
    let single = 0;
    for (let n = 0; n < length; n++) if (sizes[n] === 1) single++;
    return riceOrder(single, length - single + 1);
  }

  #joined(): Uint8Array {
    const stream = this.#stream.bytes();
    if (this.#ends.length === 0 && stream.length >= LEAST_BYTES) return stream.slice();
    const long = this.#long.bytes();
    const bytes = new Uint8Array(Math.max(LEAST_BYTES, stream.length + long.length));
    bytes.set(stream);
    let at = stream.length;
    for (let i = this.#ends.length - 1; i >= 0; i--) {
      const list = long.subarray(i === 0 ? 0 : this.#ends[i - 1]!, this.#ends[i]!);
      bytes.set(list, at);
      at += list.length;
    }
    return bytes;
  }
}

/** The bytes of one page; for many pages, a `PageEncoder` takes half the time. */
export function encodePage(
  pairs: Pairs,
  from: number,
  to: number,
  scale: Scale,
  first: number,
  counts?: CountsSlice,
): Uint8Array {
  return new PageEncoder(scale).encode(pairs, from, to, first, counts);
}

/** The Rice parameter for `count` numbers of that sum: the bits of ln 2 times their mean, less one. */
function riceOrder(sum: number, count: number): number {
  return Math.max(0, 31 - Math.clz32((sum / count) * Math.LN2));
}

/** 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}
