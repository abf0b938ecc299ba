import type { Listing, QuotationIndex } from "../../archive/index.ts";
import type { DroppedBlocks } from "./dropped-blocks.ts";
import type { FoundInPage, SegmentPages } from "./segment-pages.ts";
import { KEYS, type Kind, type SegmentRow } from "./segment-row.ts";
import type { State } from "./state.ts";

/** Bytes of pages that are kept for listings asked for again: the commonest words' and those of a quotation that is looked up twice. */
const KEPT_BYTES = 6 << 20;
/** Listings kept; one takes half a kilobyte beside its pages. */
const KEPT = 10_000;

/**
 * Bytes of a page that is read again rather than kept: the commonest words have lists of a hundred kilobytes, of which
 * as a rule nothing is wanted but how long they are.
 */
const HEAVY = 4096;

/** A segment and the keys that it is to be asked for. */
interface Live {
  readonly row: SegmentRow;
  readonly low: number;
  readonly high: number;
}

/** What a segment has of a key. */
interface Part {
  readonly row: SegmentRow;
  readonly found: FoundInPage;
}

/**
 * The quotation index at one moment: the sum of its segments. A segment that is being merged into another is asked for
 * the keys that the other has not yet.
 */
export class StoredIndex implements QuotationIndex {
  readonly blocks: number;
  readonly #live: readonly Live[];
  readonly #dropped: DroppedBlocks;
  readonly #pages: SegmentPages;
  readonly #kept = { runs: new Map<number, Listing | null>(), terms: new Map<number, Listing | null>() };
  #keptBytes = 0;

  /** `rows` in the order of their blocks. */
  constructor(
    pages: SegmentPages,
    rows: readonly SegmentRow[],
    dropped: DroppedBlocks,
    state: Readonly<State>,
  ) {
    this.blocks = state.blocks;
    this.#pages = pages;
    this.#dropped = dropped;
    this.#live = rows.map((row) => ({ row, ...keysOf(row, state) }));
  }

  run(key: number): Listing | null {
    return this.#listing("runs", key);
  }

  term(key: number): Listing | null {
    return this.#listing("terms", key);
  }

  /** How often a word stands, by its key. */
  occurrences(key: number): number {
    return this.#parts("terms", key).reduce((sum, { found }) => sum + found.occurrences, 0);
  }

  #listing(kind: Kind, key: number): Listing | null {
    const kept = this.#kept[kind];
    const held = kept.get(key);
    if (held !== undefined) return held;
    const parts = this.#parts(kind, key).map((part) => this.#light(kind, key, part));
    const listing = parts.length === 0 ? null : this.#joined(kind, parts);
    const bytes = parts.reduce((sum, { found }) => sum + found.bytes, 0);
    if (this.#keptBytes + bytes > KEPT_BYTES || kept.size >= KEPT) this.#forget();
    this.#keptBytes += bytes;
    kept.set(key, listing);
    return listing;
  }

  #forget(): void {
    this.#kept.runs.clear();
    this.#kept.terms.clear();
    this.#keptBytes = 0;
  }

  /** A part that holds no heavy page. */
  #light(kind: Kind, key: number, { row, found }: Part): Part {
    if (found.bytes <= HEAVY) return { row, found };
    const { count, occurrences } = found;
    const blocks = (most: number): Uint32Array => this.#pages.find(row, kind, key)!.blocks(most);
    return { row, found: { count, occurrences, bytes: 0, blocks } };
  }

  #parts(kind: Kind, key: number): Part[] {
    const parts: Part[] = [];
    for (const { row, low, high } of this.#live) {
      if (key < low || key >= high || (kind === "runs" && row.runs === 0)) continue;
      const found = this.#pages.find(row, kind, key);
      if (found !== null) parts.push({ row, found });
    }
    return parts;
  }

  #joined(kind: Kind, parts: readonly Part[]): Listing | null {
    const lists = parts
      .filter(({ found }) => found.count > 0)
      .map(({ row, found }) => {
        const touched = this.#dropped.touches(row.first_block, row.first_block + row.blocks);
        return touched ? this.#held(found) : found;
      });
    const count = lists.reduce((sum, list) => sum + list.count, 0);
    if (count === 0) return null;
    const occurrences =
      kind === "runs" ? count : parts.reduce((sum, { found }) => sum + found.occurrences, 0);
    return { count, occurrences, blocks: (most) => joinedBlocks(lists, Math.min(most, count)) };
  }

  /** A list without the blocks that are no longer held: their number cannot be told but by reading them. */
  #held(found: FoundInPage): Pick<Listing, "count" | "blocks"> {
    const held = (most: number): Uint32Array =>
      found.blocks(Math.min(found.count, most)).filter((block) => !this.#dropped.has(block));
    const blocks = (most: number): Uint32Array => held(most + this.#dropped.size).subarray(0, most);
    return { count: held(found.count).length, blocks };
  }
}

/** The keys `[low, high)` that a segment answers for. */
export function keysOf(
  { id, target }: SegmentRow,
  { merging, boundary }: Readonly<State>,
): { low: number; high: number } {
  if (merging !== null && id === merging) return { low: 0, high: boundary };
  if (merging !== null && target === merging) return { low: boundary, high: KEYS };
  return { low: 0, high: KEYS };
}

function joinedBlocks(lists: readonly Pick<Listing, "count" | "blocks">[], most: number): Uint32Array {
  if (lists.length === 1) return lists[0]!.blocks(most);
  const joined = new Uint32Array(most);
  let at = 0;
  for (const list of lists) {
    if (at === most) break;
    const blocks = list.blocks(most - at);
    joined.set(blocks, at);
    at += blocks.length;
  }
  return joined;
}
