import type { BlockRange } from "../../archive/index.ts";

/** Blocks of versions that are no longer held. */
export class DroppedBlocks {
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  /** Blocks in all. */
  readonly size: number;

  /** The ranges ascend and do not overlap. */
  constructor(ranges: readonly BlockRange[]) {
    this.#from = Float64Array.from(ranges, ({ from }) => from);
    this.#to = Float64Array.from(ranges, ({ to }) => to);
    this.size = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  has(block: number): boolean {
    const range = this.#after(block);
    return range < this.#from.length && this.#from[range]! <= block;
  }

  /** Whether there are any in `[from, to)`. */
  touches(from: number, to: number): boolean {
    const range = this.#after(from);
    return range < this.#from.length && this.#from[range]! < to;
  }

  /** How many there are in `[from, to)`. */
  within(from: number, to: number): number {
    let sum = 0;
    for (let range = this.#after(from); range < this.#from.length && this.#from[range]! < to; range++)
      sum += Math.min(to, this.#to[range]!) - Math.max(from, this.#from[range]!);
    return sum;
  }

  /** The first range that ends after a block. */
  #after(block: number): number {
    let [low, high] = [0, this.#to.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#to[middle]! <= block) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
