/** The interval of blocks that a segment covers: `blocks` of them from `base`. */
export interface Scale {
  readonly base: number;
  readonly blocks: number;
}

/** Most blocks of a segment, two milliard words: a block's number is then read in one window of four bytes. */
export const MOST_BLOCKS = 2 ** 25;
