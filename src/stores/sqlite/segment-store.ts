import type { SortedPostings } from "../../archive/index.ts";
import { bitsFor } from "../../archive/segment/plan.ts";
import type { Database } from "./database.ts";
import { DroppedBlocks } from "./dropped-blocks.ts";
import { addSum, damaged } from "./seal.ts";
import { type Sealed, SealedTable } from "./sealed-table.ts";
import { SegmentPages } from "./segment-pages.ts";
import { DROPPED_COLUMNS, type DroppedRow, SEGMENT_COLUMNS, type SegmentRow } from "./segment-row.ts";
import type { State } from "./state.ts";

/** The segments of the quotation index, and the blocks that they list in vain. */
export class SegmentStore {
  readonly #database: Database;
  readonly #rows: SealedTable<SegmentRow>;
  readonly #dropped: SealedTable<DroppedRow>;
  readonly pages: SegmentPages;

  constructor(database: Database) {
    this.#database = database;
    this.#rows = new SealedTable<SegmentRow>(database, "segment", SEGMENT_COLUMNS);
    this.#dropped = new SealedTable<DroppedRow>(database, "dropped", DROPPED_COLUMNS);
    this.pages = new SegmentPages(database);
  }

  /** All segments, in the order of their blocks. Throws `damaged`, also where one is lost. */
  all(state: Readonly<State>): SegmentRow[] {
    const rows = this.#rows.all("ORDER BY first_block, id");
    if (sumOf(rows) !== state.segments) throw damaged("segment");
    return rows.map(({ crc, ...row }) => row);
  }

  /** All ranges of dropped blocks, ascending. Throws `damaged`, also where one is lost. */
  dropped(state: Readonly<State>): DroppedRow[] {
    const rows = this.#dropped.all("ORDER BY first");
    if (sumOf(rows) !== state.dropped) throw damaged("dropped");
    return rows.map(({ crc, ...row }) => row);
  }

  /** Writes what was added as a segment of its own; nothing where it has no words. */
  add({ runs, terms, counts }: SortedPostings, first: number, blocks: number, state: State): void {
    if (counts.keys.length === 0) return;
    const row: SegmentRow = {
      id: ++state.segment,
      first_block: first,
      blocks,
      run_bits: bitsFor(runs.keys.length),
      term_bits: bitsFor(Math.max(terms.keys.length, counts.keys.length)),
      runs: runs.keys.length,
      terms: Math.max(terms.keys.length, counts.keys.length),
      fresh: 1,
      target: null,
    };
    this.put(row, state);
    this.pages.write(row, "runs", 0, 2 ** row.run_bits, { pairs: runs, counts: null });
    this.pages.write(row, "terms", 0, 2 ** row.term_bits, { pairs: terms, counts });
  }

  /** Writes that a version's blocks are no longer held, and how much less often its words stand. */
  drop({ counts }: SortedPostings, first: number, blocks: number, state: State): void {
    if (blocks === 0) return;
    this.putDropped({ first, blocks, target: null }, state);
    const none = { keys: new Uint32Array(0), blocks: new Uint32Array(0) };
    const fewer = { keys: counts.keys, counts: counts.counts.map((count) => -count) };
    this.add({ runs: none, terms: none, counts: fewer }, 0, 0, state);
  }

  /** Writes a row, over the one of its id. */
  put(row: SegmentRow, state: State): void {
    const before = this.#rows.get("WHERE id = ?", row.id);
    if (before !== undefined) state.segments = addSum(state.segments, before.crc, -1);
    state.segments = addSum(state.segments, this.#rows.put(row), 1);
  }

  remove(row: SegmentRow, state: State): void {
    const before = this.#rows.get("WHERE id = ?", row.id)!;
    state.segments = addSum(state.segments, before.crc, -1);
    this.#database.run("DELETE FROM segment WHERE id = ?", row.id);
  }

  putDropped(row: DroppedRow, state: State): void {
    this.#uncountDropped(row.first, state);
    state.dropped = addSum(state.dropped, this.#dropped.put(row), 1);
  }

  removeDropped({ first }: DroppedRow, state: State): void {
    this.#uncountDropped(first, state);
    this.#database.run("DELETE FROM dropped WHERE first = ?", first);
  }

  #uncountDropped(first: number, state: State): void {
    const before = this.#dropped.get("WHERE first = ?", first);
    if (before !== undefined) state.dropped = addSum(state.dropped, before.crc, -1);
  }
}

export function droppedBlocks(rows: readonly DroppedRow[]): DroppedBlocks {
  return new DroppedBlocks(rows.map(({ first, blocks }) => ({ from: first, to: first + blocks })));
}

function sumOf(rows: readonly Sealed<object>[]): number {
  return rows.reduce((sum, { crc }) => addSum(sum, crc, 1), 0);
}
