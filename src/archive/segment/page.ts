import { BitReader, LEAST_BYTES } from "./bit-reader.ts";
import { BlockList } from "./block-list.ts";
import type { Counts } from "./counts.ts";
import { PageCursor } from "./page-cursor.ts";
import { emptyPairs, type Pairs } from "./pairs.ts";
import type { Scale } from "./scale.ts";
import { SegmentError } from "./segment-error.ts";

/** What a page has of a key. */
export interface Found {
  /** Postings: blocks that hold the key. Nought where a removal left a count alone. */
  readonly count: number;
  /** For terms how often the key occurs, below nought for a removal; for runs the same as `count`. */
  readonly occurrences: number;
  /** The first `most` blocks, ascending, in the archive's numbers. Throws a SegmentError where the page is damaged. */
  blocks(most: number): Uint32Array;
}

/**
 * A page that `encodePage` wrote, read where it is asked: nothing is decoded before. Damaged bytes give a
 * SegmentError, `damaged`, or an answer that is wrong; who keeps pages keeps a checksum with them.
 */
export class Page {
  readonly #view: DataView;
  readonly #base: number;
  readonly #list: BlockList;
  readonly #first: number;
  readonly #counted: boolean;

  /** The scale and the first key that it was written with; `counted` for a page of terms. */
  constructor(bytes: Uint8Array, scale: Scale, first: number, counted: boolean) {
    if (bytes.length > 0 && bytes.length < LEAST_BYTES)
      throw new SegmentError("damaged", { reason: "the page is too short", at: 0 });
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#base = scale.base;
    this.#list = new BlockList(scale.blocks);
    this.#first = first;
    this.#counted = counted;
  }

  /** What the page has of a key, or null. */
  find(key: number): Found | null {
    const cursor = this.#cursor();
    return cursor?.seek(key) && cursor.key === key ? this.#found(cursor) : null;
  }

  /** All keys with their blocks. */
  pairs(): Pairs {
    const cursor = this.#cursor();
    const postings = cursor === null ? 0 : cursor.postings;
    const pairs = emptyPairs(postings);
    cursor?.readAll(pairs, this.#base);
    return pairs;
  }

  /** All keys with their occurrences, but for those that occur nought times. */
  counts(): Counts {
    const cursor = this.#cursor();
    const capacity = cursor === null ? 0 : cursor.left;
    const keys = new Uint32Array(capacity);
    const counts = new Int32Array(capacity);
    let n = 0;
    while (cursor?.seek(0)) {
      if (cursor.occurrences !== 0) {
        keys[n] = cursor.key;
        counts[n++] = cursor.occurrences;
      }
      cursor.skip();
    }
    return { keys: keys.subarray(0, n), counts: counts.subarray(0, n) };
  }

  #cursor(): PageCursor | null {
    return this.#view.byteLength === 0
      ? null
      : new PageCursor(this.#view, this.#list, this.#first, this.#counted);
  }

  #found(cursor: PageCursor): Found {
    const { count, occurrences } = cursor;
    const start = cursor.skip();
    const blocks = (most: number): Uint32Array => {
      const found = new Uint32Array(Math.max(0, Math.min(count, most)));
      if (found.length > 0)
        this.#list.read(new BitReader(this.#view, start), count, found.length, found, 0, this.#base);
      return found;
    };
    return { count, occurrences, blocks };
  }
}
