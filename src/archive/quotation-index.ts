/** Where a run or a word stands. */
export interface Listing {
  /** Blocks in all. */
  readonly count: number;
  /** Places in all: for a run as many as blocks. */
  readonly occurrences: number;
  /** The blocks, ascending, at most the first `most`. */
  blocks(most: number): Uint32Array;
}

/** Blocks `[from, to)` of the archive. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** What proposes passages: for each key of a run or a word, the blocks it stands in. The store provides it. */
export interface QuotationIndex {
  /** Blocks given out so far. */
  readonly blocks: number;
  run(key: number): Listing | null;
  term(key: number): Listing | null;
}

/** A stretch of the archive's blocks that may hold the quotation, `[from, to)`, and how much speaks for it. */
export interface Proposal extends BlockRange {
  readonly score: number;
}
