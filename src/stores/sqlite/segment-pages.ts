import { type Counts, mergeCounts } from "../../archive/segment/counts.ts";
import { type Found, Page } from "../../archive/segment/page.ts";
import { PageEncoder } from "../../archive/segment/page-encoder.ts";
import { mergePairs, type Pairs } from "../../archive/segment/pairs.ts";
import { firstKeyOf, pageOf } from "../../archive/segment/plan.ts";
import { SegmentError } from "../../archive/segment/segment-error.ts";
import { firstAtLeast } from "../../archive/sorted.ts";
import { BlobTable } from "./blob-table.ts";
import type { Database } from "./database.ts";
import { damaged } from "./seal.ts";
import { bitsOf, KEYS, type Kind, type SegmentRow } from "./segment-row.ts";

/** Pages a kind of a segment may have: the number of a page in its table is the segment's, the kind, and its own. */
const PAGES = 2 ** 24;

/** A stretch of a segment, decoded; of runs there are no counts. */
export interface Stretch {
  readonly pairs: Pairs;
  readonly counts: Counts | null;
}

/** What one page has of a key, and how many bytes are held for it. */
export interface FoundInPage extends Found {
  readonly bytes: number;
}

/** The pages of segments. */
export class SegmentPages {
  readonly #merged: BlobTable;
  readonly #fresh: BlobTable;

  constructor(database: Database) {
    this.#merged = new BlobTable(database, "page");
    this.#fresh = new BlobTable(database, "fresh_page");
  }

  /** What a segment has of a key, or null. Throws `damaged`. */
  find(row: SegmentRow, kind: Kind, key: number): FoundInPage | null {
    const bits = bitsOf(row, kind);
    const number = pageOf(key, bits);
    const bytes = this.#table(row).get(idOf(row, kind, number));
    if (bytes === undefined) throw damaged("page", { segment: row.id, kind, page: number });
    const found = guarded(row, () => this.#page(row, kind, number, bytes).find(key));
    if (found === null) return null;
    const { count, occurrences } = found;
    return {
      count,
      occurrences,
      bytes: bytes.length,
      blocks: (most) => guarded(row, () => found.blocks(most)),
    };
  }

  /** All of a segment with keys `[low, high)`. Throws `damaged`. */
  read(row: SegmentRow, kind: Kind, low: number, high: number): Stretch {
    const bits = bitsOf(row, kind);
    const from = pageOf(low, bits);
    const to = pageOf(high - 1, bits) + 1;
    const base = idOf(row, kind, 0);
    const pages = this.#table(row)
      .range(base + from, base + to)
      .map((bytes, i) => this.#page(row, kind, from + i, bytes));
    return guarded(row, () => ({
      pairs: within(joinedPairs(pages.map((page) => page.pairs())), low, high),
      counts:
        kind === "runs" ? null : countsWithin(joinedCounts(pages.map((page) => page.counts())), low, high),
    }));
  }

  /** Writes the pages `[from, to)`; `stretch` has all their postings and no others. */
  write(row: SegmentRow, kind: Kind, from: number, to: number, { pairs, counts }: Stretch): void {
    const bits = bitsOf(row, kind);
    const encoder = new PageEncoder({ base: row.first_block, blocks: row.blocks });
    const table = this.#table(row);
    let [pair, count] = [0, 0];
    for (let page = from; page < to; page++) {
      const end = page + 1 === 2 ** bits ? KEYS : firstKeyOf(page + 1, bits);
      const [firstPair, firstCount] = [pair, count];
      while (pair < pairs.keys.length && pairs.keys[pair]! < end) pair++;
      while (counts !== null && count < counts.keys.length && counts.keys[count]! < end) count++;
      const slice = counts === null ? undefined : { counts, from: firstCount, to: count };
      const bytes = encoder.encode(pairs, firstPair, pair, firstKeyOf(page, bits), slice);
      table.put(idOf(row, kind, page), bytes);
    }
  }

  /** Takes out the pages whose keys are all in `[low, high)`. */
  remove(row: SegmentRow, kind: Kind, low: number, high: number): void {
    const bits = bitsOf(row, kind);
    const base = idOf(row, kind, 0);
    const to = high === KEYS ? 2 ** bits : pageOf(high, bits);
    this.#table(row).remove(base + pageOf(low, bits), base + to);
  }

  #page(row: SegmentRow, kind: Kind, number: number, bytes: Uint8Array): Page {
    const scale = { base: row.first_block, blocks: row.blocks };
    return new Page(bytes, scale, firstKeyOf(number, bitsOf(row, kind)), kind === "terms");
  }

  #table({ fresh }: SegmentRow): BlobTable {
    return fresh === 1 ? this.#fresh : this.#merged;
  }
}

function idOf({ id }: SegmentRow, kind: Kind, page: number): number {
  return (id * 2 + (kind === "runs" ? 0 : 1)) * PAGES + page;
}

/** Bytes that fit their sum and are no page all the same. */
function guarded<T>(row: SegmentRow, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof SegmentError && error.code === "damaged")
      throw damaged("page", { segment: row.id, reason: error.data.reason });
    throw error;
  }
}

function joinedPairs(pages: readonly Pairs[]): Pairs {
  const length = pages.reduce((sum, { keys }) => sum + keys.length, 0);
  const joined = { keys: new Uint32Array(length), blocks: new Uint32Array(length) };
  let at = 0;
  for (const { keys, blocks } of pages) {
    joined.keys.set(keys, at);
    joined.blocks.set(blocks, at);
    at += keys.length;
  }
  return joined;
}

function joinedCounts(pages: readonly Counts[]): Counts {
  const length = pages.reduce((sum, { keys }) => sum + keys.length, 0);
  const joined = { keys: new Uint32Array(length), counts: new Int32Array(length) };
  let at = 0;
  for (const { keys, counts } of pages) {
    joined.keys.set(keys, at);
    joined.counts.set(counts, at);
    at += keys.length;
  }
  return joined;
}

function within({ keys, blocks }: Pairs, low: number, high: number): Pairs {
  const [from, to] = [firstAtLeast(keys, low), firstAtLeast(keys, high)];
  return { keys: keys.subarray(from, to), blocks: blocks.subarray(from, to) };
}

function countsWithin({ keys, counts }: Counts, low: number, high: number): Counts {
  const [from, to] = [firstAtLeast(keys, low), firstAtLeast(keys, high)];
  return { keys: keys.subarray(from, to), counts: counts.subarray(from, to) };
}

/** Stretches of the same keys as one; the blocks of each come after those of the one before. Postings in blocks that `keep` does not let pass are left out. */
export function mergeStretches(stretches: readonly Stretch[], keep?: (block: number) => boolean): Stretch {
  const counts = stretches.flatMap((stretch) => (stretch.counts === null ? [] : [stretch.counts]));
  return {
    pairs: mergePairs(
      stretches.map(({ pairs }) => pairs),
      keep,
    ),
    counts: counts.length === 0 ? null : mergeCounts(counts),
  };
}
