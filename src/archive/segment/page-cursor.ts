import { BitReader, topBits, WINDOW, windowAt } from "./bit-reader.ts";
import type { BlockList } from "./block-list.ts";
import { LENGTH_ORDER, LONG, PAGE_ORDER, PARAMETER } from "./page-form.ts";
import type { Pairs } from "./pairs.ts";

/** Added to keys, so that they fit and compare as signed numbers of 32 bits, which are the fast ones. */
const BIAS = 0x80000000;

/**
 * Reads a page from its first key to its last.
 * Every method throws a SegmentError where the bytes are damaged; no number of theirs makes it run long.
 */
export class PageCursor {
  /** Postings of the key. */
  count = 0;
  occurrences = 0;
  /** Keys that are still to come. */
  left: number;
  /** Postings of the page. */
  readonly postings: number;
  readonly #view: DataView;
  readonly #list: BlockList;
  readonly #counted: boolean;
  readonly #reader: BitReader;
  readonly #keyOrder: number;
  readonly #singlesOrder: number;
  /** The key, biased, and the lowest that may come next. */
  #key = 0;
  #floor: number;
  /** Keys to come that have one posting each. */
  #singles: number;
  /** The byte at which the last long list starts, or the bytes end. */
  #tail: number;

  /** `view` has at least LEAST_BYTES bytes. */
  constructor(view: DataView, list: BlockList, first: number, counted: boolean) {
    const reader = new BitReader(view, 0);
    this.#view = view;
    this.#list = list;
    this.#counted = counted;
    this.#reader = reader;
    this.#tail = view.byteLength;
    this.#floor = first ^ BIAS;
    this.left = reader.golomb(PAGE_ORDER);
    this.postings = reader.golomb(PAGE_ORDER);
    this.#keyOrder = reader.bits(PARAMETER);
    this.#singlesOrder = reader.bits(PARAMETER);
    this.#singles = reader.rice(this.#singlesOrder);
    if (Math.max(this.left, this.postings) > view.byteLength * 8)
      throw reader.damaged("the page has more keys or postings than bits");
  }

  get key(): number {
    return (this.#key ^ BIAS) >>> 0;
  }

  /**
   * Goes to the next key that is at least `lowest`; false where there is none.
   * Before the next call its list is to be stepped over with `skip`.
   */
  seek(lowest: number): boolean {
    return this.#walk(lowest, null, 0);
  }

  /** Reads all keys to come with their lists, plus `base`, into arrays that are as long as the page has postings. */
  readAll(into: Pairs, base: number): void {
    this.#walk(0, into, base);
  }

  /** Reads to the key that is wanted or, where `into` is given, puts all keys and their blocks into that. */
  #walk(lowest: number, into: Pairs | null, base: number): boolean {
    const reader = this.#reader;
    const { view } = reader;
    const list = this.#list;
    const counted = this.#counted;
    // `| 0`, here and below, says that these are whole numbers of 32 bits: without it the loop takes twice as long.
    const last = reader.last | 0;
    const keyOrder = this.#keyOrder | 0;
    const wanted = lowest ^ BIAS;
    let floor = this.#floor | 0;
    let left = this.left | 0;
    let singles = this.#singles | 0;
    let at = reader.at | 0;
    let n = 0;
    while (left > 0) {
      left--;
      const window = windowAt(view, last, at);
      const zeros = Math.clz32(window);
      const width = zeros + 1 + keyOrder;
      let delta: number;
      if (width <= WINDOW) {
        at += width;
        delta = (zeros << keyOrder) | topBits((window << zeros) << 1, keyOrder);
      } else {
        reader.at = at;
        delta = reader.rice(keyOrder) | 0;
        at = reader.at | 0;
      }
      const key = (floor + delta) | 0;
      if (key < floor) throw reader.damaged("a key has too many bits");
      floor = (key + 1) | 0;
      let count = 1;
      if (singles > 0) singles--;
      else {
        reader.at = at;
        count = this.#size() | 0;
        singles = reader.rice(this.#singlesOrder) | 0;
        at = reader.at | 0;
      }
      let more = 0;
      if (counted) {
        reader.at = at;
        more = unzigzag(reader.golomb(0));
        at = reader.at | 0;
      }
      if (into === null && key >= wanted) {
        this.#key = key;
        this.#floor = floor;
        this.#singles = singles;
        this.left = left;
        this.count = count;
        this.occurrences = count + more;
        reader.at = at;
        return true;
      }
      if (into !== null && n + count > into.keys.length)
        throw reader.damaged("the page has more postings than it says");
      if (count === 1) {
        const window = windowAt(view, last, at);
        const width = list.firstWidth(window);
        at += width;
        if (into !== null) {
          into.keys[n] = key ^ BIAS;
          into.blocks[n] = list.first(window, width) + base;
          n++;
        }
      } else {
        reader.at = at;
        if (into === null) this.#skip(count);
        else {
          this.#read(count, into.blocks, n, base);
          for (const end = n + count; n < end; n++) into.keys[n] = key ^ BIAS;
        }
        at = reader.at | 0;
      }
      if (at > this.#tail * 8) throw reader.damaged("the page ends inside a list");
    }
    this.left = 0;
    if (into !== null && n < into.keys.length)
      throw reader.damaged("the page has fewer postings than it says");
    return false;
  }

  /** Steps over the key's list; the bit of the page at which that starts. */
  skip(): number {
    return this.#skip(this.count);
  }

  /** Reads a list into `into` from `start`, plus `base`. */
  #read(count: number, into: Uint32Array, start: number, base: number): void {
    const reader = count > LONG ? new BitReader(this.#view, this.#longList(count)) : this.#reader;
    if (count > 0) this.#list.read(reader, count, count, into, start, base);
  }

  #skip(count: number): number {
    if (count > LONG) return this.#longList(count);
    const start = this.#reader.at;
    if (count > 0) this.#list.skip(this.#reader, count);
    return start;
  }

  /** Reads how many postings a key has that is not single. */
  #size(): number {
    const code = this.#reader.golomb(0);
    const count = this.#counted && code === 0 ? 0 : code + (this.#counted ? 1 : 2);
    if (count > this.postings) throw this.#reader.damaged("a key has more postings than the page");
    return count;
  }

  /** Steps over the stream's word of a long list, and takes that from the end; the bit at which it starts. */
  #longList(count: number): number {
    const length = this.#reader.golomb(LENGTH_ORDER);
    if (length > this.#tail || count > length * 8)
      throw this.#reader.damaged("a list does not fit into the page");
    this.#tail -= length;
    return this.#tail * 8;
  }
}

function unzigzag(code: number): number {
  return (code >>> 1) ^ -(code & 1);
}
