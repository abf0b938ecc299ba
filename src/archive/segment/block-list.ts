import { type BitReader, topBits, WINDOW, windowAt } from "./bit-reader.ts";
import type { BitWriter } from "./bit-writer.ts";

/**
 * How a segment's pages write an ascending list of blocks, counted from the segment's first: the first one in
 * even shares of the bits, the others as the gaps between them, by a parameter that follows from the list's length.
 */
export class BlockList {
  readonly #blocks: number;
  /** Bits of a block's number; one less for the lowest `short` ones. */
  readonly width: number;
  readonly short: number;

  /** For a segment of so many blocks, at most MOST_BLOCKS. */
  constructor(blocks: number) {
    this.#blocks = blocks;
    this.width = 32 - Math.clz32(Math.max(blocks, 1) - 1);
    this.short = (1 << this.width) - blocks;
  }

  /** Writes `size` blocks, at least one, ascending, from `from` on, less `base`. */
  write(writer: BitWriter, blocks: Uint32Array, from: number, size: number, base: number): void {
    let last = blocks[from]! - base;
    if (last < this.short) writer.put(last, this.width - 1);
    else writer.put(last + this.short, this.width);
    const order = size === 1 ? 0 : this.#order(size) | 0;
    for (let i = from + 1; i < from + size; i++) {
      const block = blocks[i]! - base;
      writer.golomb(block - last - 1, order);
      last = block;
    }
  }

  /**
   * Reads the first `most`, at least one, of the list of `count` at the reader into `into` from `start`, plus `base`.
   * Throws a SegmentError where a block is past the segment's end.
   */
  read(reader: BitReader, count: number, most: number, into: Uint32Array, start: number, base: number): void {
    const { view } = reader;
    const last = reader.last | 0;
    const blocks = this.#blocks | 0;
    const window = windowAt(view, last, reader.at);
    const width = this.firstWidth(window);
    let block = this.first(window, width) | 0;
    let at = (reader.at + width) | 0;
    into[start] = block + base;
    const order = most === 1 ? 0 : this.#order(count) | 0;
    for (let i = start + 1, end = start + most; i < end; i++) {
      const window = windowAt(view, last, at);
      const zeros = Math.clz32(window);
      const width = zeros + 1 + order;
      if (zeros + width <= WINDOW) {
        at += zeros + width;
        block += topBits(window << zeros, width) - (1 << order) + 1;
      } else {
        reader.at = at;
        block = Math.min(block + reader.golomb(order) + 1, blocks) | 0;
        at = reader.at | 0;
      }
      if (block >= blocks) throw reader.damaged("a block is past the end of the segment");
      into[i] = block + base;
    }
    reader.at = at;
  }

  /** Steps over the list of `count`, at least one, at the reader. */
  skip(reader: BitReader, count: number): void {
    const { view } = reader;
    const last = reader.last | 0;
    let at = reader.at | 0;
    at += this.firstWidth(windowAt(view, last, at));
    const order = count === 1 ? 0 : this.#order(count) | 0;
    for (let i = 1; i < count; i++) {
      const zeros = Math.clz32(windowAt(view, last, at));
      if (zeros < WINDOW) at += 2 * zeros + 1 + order;
      else {
        reader.at = at;
        reader.golomb(order);
        at = reader.at | 0;
      }
    }
    reader.at = at;
  }

  /** How many bits the first block has with which a window starts. */
  firstWidth(window: number): number {
    return topBits(window, this.width) >>> 1 < this.short ? this.width - 1 : this.width;
  }

  /** That block, for its width. */
  first(window: number, width: number): number {
    return topBits(window, width) - (width === this.width ? this.short : 0);
  }

  /** Two below the order that fits gaps of even length: in prose the blocks of a run stand closer than by chance. */
  #order(count: number): number {
    return Math.max(0, 29 - Math.clz32(this.#blocks / (count + 1)));
  }
}
