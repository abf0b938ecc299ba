import type { BlockRange, Listing } from "./quotation-index.ts";

/** Votes of runs and words for the blocks that they stand in. */
export class Ballot {
  readonly #votes = new Map<number, number>();
  readonly #within: readonly BlockRange[] | null;

  /** Only blocks `within` the ranges, which ascend and do not overlap, are voted for; null lets all. */
  constructor(within: readonly BlockRange[] | null) {
    this.#within = within;
  }

  /** Blocks with a vote. */
  get size(): number {
    return this.#votes.size;
  }

  /** Adds `weight` to each block of a listing, at most `most` of them; answers those voted for, ascending. */
  vote(listing: Listing, weight: number, most: number): number[] {
    const voted: number[] = [];
    for (const block of listing.blocks(most)) {
      const held = this.#votes.get(block);
      if (held === undefined && !this.#isWithin(block)) continue;
      this.#votes.set(block, (held ?? 0) + weight);
      voted.push(block);
    }
    return voted;
  }

  /** Adds `weight` to those of the listing's blocks, at most `most`, that have a vote already. */
  second(listing: Listing, weight: number, most: number): void {
    const known = this.#sorted();
    let i = 0;
    for (const block of listing.blocks(most)) {
      while (i < known.length && known[i]! < block) i++;
      if (i === known.length) return;
      if (known[i] === block) this.#votes.set(block, this.#votes.get(block)! + weight);
    }
  }

  /** For each block with a vote, ascending, what the votes of the `span` blocks from it on sum to. */
  scores(span: number): { readonly blocks: Uint32Array; readonly scores: Float64Array } {
    const blocks = this.#sorted();
    const votes = Float64Array.from(blocks, (block) => this.#votes.get(block)!);
    const scores = new Float64Array(blocks.length);
    for (let i = 0; i < blocks.length; i++)
      for (let j = i; j < blocks.length && blocks[j]! < blocks[i]! + span; j++) scores[i]! += votes[j]!;
    return { blocks, scores };
  }

  #sorted(): Uint32Array {
    return Uint32Array.from(this.#votes.keys()).sort();
  }

  #isWithin(block: number): boolean {
    const ranges = this.#within;
    if (ranges === null) return true;
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.to <= block) low = middle + 1;
      else high = middle;
    }
    return low < ranges.length && ranges[low]!.from <= block;
  }
}
