import { bitsFor, pageOf } from "../../archive/segment/plan.ts";
import { type MergeLimits, mergePlan } from "./merge-plan.ts";
import { mergeStretches } from "./segment-pages.ts";
import { KEYS, type Kind, type SegmentRow } from "./segment-row.ts";
import { droppedBlocks, type SegmentStore } from "./segment-store.ts";
import type { State } from "./state.ts";

/** Postings of one step: about a tenth of a second, for which another writer waits. */
const STEP = 500_000;

/** When segments are merged, and how many postings a step moves; others than the usual ones are for tests. */
export interface MergeOptions extends MergeLimits {
  readonly step?: number;
}

/**
 * Merges segments, a stretch of keys a step, each step in a transaction of its own: the target gets the stretch and the
 * sources lose it. Between two steps, and after a kill, the archive is whole; the space is free again as it is gone.
 */
export class Merge {
  readonly #segments: SegmentStore;
  readonly #options: MergeOptions;

  constructor(segments: SegmentStore, options: MergeOptions = {}) {
    this.#segments = segments;
    this.#options = options;
  }

  /** Whether there is anything to merge. */
  isDue(state: Readonly<State>): boolean {
    return state.merging !== null || this.#chosen(state).length > 0;
  }

  /** Does one step; answers the postings it moved, or null where nothing is to be done. Inside a transaction. */
  step(state: State): number | null {
    if (state.merging === null && !this.#begin(state)) return null;
    const rows = this.#segments.all(state);
    const target = rows.find(({ id }) => id === state.merging)!;
    const sources = rows.filter((row) => row.target === target.id);
    const low = state.boundary;
    const high = this.#next(low, target, sources);
    const runs = this.#move("runs", target, sources, low, high, state);
    const terms = this.#move("terms", target, sources, low, high, state);
    this.#segments.put({ ...target, runs: target.runs + runs, terms: target.terms + terms }, state);
    state.boundary = high;
    if (high === KEYS) this.#finish(sources, state);
    return runs + terms;
  }

  #chosen(state: Readonly<State>): SegmentRow[] {
    const rows = this.#segments.all(state);
    const ranges = droppedBlocks(this.#segments.dropped(state));
    const planned = rows.map(({ first_block: first, blocks, runs, terms }) => ({
      size: runs + terms,
      dropped: blocks === 0 ? 0 : ranges.within(first, first + blocks) / blocks,
      removal: blocks === 0,
    }));
    return mergePlan(planned, this.#options).map((i) => rows[i]!);
  }

  #begin(state: State): boolean {
    const chosen = this.#chosen(state);
    if (chosen.length === 0) return false;
    const target = targetOf(chosen, ++state.segment);
    this.#segments.put(target, state);
    for (const row of chosen) this.#segments.put({ ...row, target: target.id }, state);
    const end = target.first_block + target.blocks;
    for (const row of this.#segments.dropped(state))
      if (row.first >= target.first_block && row.first < end)
        this.#segments.putDropped({ ...row, target: target.id }, state);
    state.merging = target.id;
    state.boundary = 0;
    return true;
  }

  /** The key that a step may go to: whole pages of the target, as many as make a step. */
  #next(low: number, target: SegmentRow, sources: readonly SegmentRow[]): number {
    const bits = Math.min(target.run_bits, target.term_bits);
    const postings = sources.reduce((sum, { runs, terms }) => sum + runs + terms, 0);
    const pages = Math.max(1, Math.floor((2 ** bits * (this.#options.step ?? STEP)) / Math.max(1, postings)));
    return Math.min(KEYS, low + pages * 2 ** (32 - bits));
  }

  #move(
    kind: Kind,
    target: SegmentRow,
    sources: readonly SegmentRow[],
    low: number,
    high: number,
    state: State,
  ): number {
    const { pages } = this.#segments;
    const dropped = droppedBlocks(this.#segments.dropped(state));
    const keep = (block: number): boolean => !dropped.has(block);
    const isTouched = dropped.touches(target.first_block, target.first_block + target.blocks);
    const moved = mergeStretches(
      sources.map((row) => pages.read(row, kind, low, high)),
      isTouched ? keep : undefined,
    );
    const bits = kind === "runs" ? target.run_bits : target.term_bits;
    pages.write(target, kind, pageOf(low, bits), pageOf(high - 1, bits) + 1, moved);
    for (const row of sources) pages.remove(row, kind, low, high);
    return Math.max(moved.pairs.keys.length, moved.counts?.keys.length ?? 0);
  }

  #finish(sources: readonly SegmentRow[], state: State): void {
    for (const row of this.#segments.dropped(state))
      if (row.target === state.merging) this.#segments.removeDropped(row, state);
    for (const row of sources) this.#segments.remove(row, state);
    state.merging = null;
    state.boundary = 0;
  }
}

function targetOf(sources: readonly SegmentRow[], id: number): SegmentRow {
  const listed = sources.filter(({ blocks }) => blocks > 0);
  const first = listed[0]?.first_block ?? 0;
  const last = listed.at(-1);
  const sum = (of: "runs" | "terms"): number => sources.reduce((total, row) => total + row[of], 0);
  return {
    id,
    first_block: first,
    blocks: last === undefined ? 0 : last.first_block + last.blocks - first,
    run_bits: bitsFor(sum("runs")),
    term_bits: bitsFor(sum("terms")),
    runs: 0,
    terms: 0,
    fresh: 0,
    target: null,
  };
}
