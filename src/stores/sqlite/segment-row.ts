/** A segment of the quotation index as its table has it. */
export interface SegmentRow {
  readonly id: number;
  /** The blocks that it covers; none for one that a removal wrote, which has counts alone. */
  readonly first_block: number;
  readonly blocks: number;
  /** Into how many pages, 2 ** bits, its runs and its words are cut. */
  readonly run_bits: number;
  readonly term_bits: number;
  /** Postings of each. */
  readonly runs: number;
  readonly terms: number;
  /** 1 where its pages are in `fresh_page`, else 0. */
  readonly fresh: number;
  /** The segment that it is being merged into. */
  readonly target: number | null;
}

export const SEGMENT_COLUMNS: readonly (keyof SegmentRow)[] = [
  "id",
  "first_block",
  "blocks",
  "run_bits",
  "term_bits",
  "runs",
  "terms",
  "fresh",
  "target",
];

/** Blocks of a removed version that segments may still list. */
export interface DroppedRow {
  readonly first: number;
  readonly blocks: number;
  /** The segment whose making leaves them out for good. */
  readonly target: number | null;
}

export const DROPPED_COLUMNS: readonly (keyof DroppedRow)[] = ["first", "blocks", "target"];

/** What a segment has pages of. */
export type Kind = "runs" | "terms";

export function bitsOf(row: SegmentRow, kind: Kind): number {
  return kind === "runs" ? row.run_bits : row.term_bits;
}

/** Keys a segment has in all. */
export const KEYS = 2 ** 32;
