import fc from "fast-check";
import type { Counts } from "../../../src/archive/segment/counts.ts";
import { encodePage } from "../../../src/archive/segment/page-encoder.ts";
import type { Pairs } from "../../../src/archive/segment/pairs.ts";
import type { Scale } from "../../../src/archive/segment/scale.ts";

/** What a page holds of a key, as plainly as it can be said. */
export interface Entry {
  readonly key: number;
  readonly blocks: readonly number[];
  readonly occurrences: number;
}

/** A page's content, its entries in the order of their keys. */
export interface Content {
  readonly scale: Scale;
  readonly first: number;
  readonly counted: boolean;
  readonly entries: readonly Entry[];
}

const LAST_KEY = 0xffffffff;

/** Segments of one block, of some and of the most there may be. */
const scales = fc.record({
  base: fc.nat(5_000_000),
  blocks: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 9000 }), fc.constant(2 ** 25)),
});

/** Blocks by their share of the segment: one, a few, a dense stretch, or thousands with one in `step`. */
const lists = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => [share]) },
  {
    weight: 4,
    arbitrary: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.integer({ min: 1, max: 4 }), size: fc.nat(3000) }) },
);

/** Keys close together, anywhere, and at either end. */
const keys = fc.oneof(
  fc.constantFrom(0, 1, LAST_KEY - 1, LAST_KEY),
  fc.integer({ min: 0x7fffff00, max: 0x80000100 }),
  fc.integer({ min: 0, max: LAST_KEY }),
);

/** Pages of runs and of terms; of terms some have counts below nought, or no blocks. */
export const contents: fc.Arbitrary<Content> = fc
  .record({
    scale: scales,
    counted: fc.boolean(),
    drafts: fc.uniqueArray(
      fc.record({ key: keys, list: lists, empty: fc.nat(3), more: fc.integer({ min: -9, max: 70_000 }) }),
      { selector: ({ key }) => key, maxLength: 60 },
    ),
  })
  .map(({ scale, counted, drafts }) => {
    const entries = drafts
      .sort((a, b) => a.key - b.key)
      .map(({ key, list, empty, more }) => {
        const blocks = counted && empty === 0 ? [] : blocksOf(list, scale);
        return { key, blocks, occurrences: counted ? blocks.length + more : blocks.length };
      })
      .filter(({ blocks, occurrences }) => blocks.length > 0 || occurrences !== 0);
    return { scale, counted, first: (entries[0]?.key ?? 9) & ~7, entries };
  })
  .map((content) => ({ ...content, first: content.first >>> 0 }));

function blocksOf(list: number[] | { step: number; size: number }, { base, blocks }: Scale): number[] {
  if (!Array.isArray(list)) {
    const size = Math.max(1, Math.min(list.size, Math.ceil(blocks / list.step)));
    return Array.from({ length: size }, (_, i) => base + i * list.step);
  }
  const inside = list.map((share) => base + Math.min(blocks - 1, Math.floor(share * blocks)));
  return [...new Set(inside)].sort((a, b) => a - b);
}

/** The entries' blocks, each with its key. */
export function pairsOf(entries: readonly Entry[]): Pairs {
  return {
    keys: Uint32Array.from(entries.flatMap(({ key, blocks }) => blocks.map(() => key))),
    blocks: Uint32Array.from(entries.flatMap(({ blocks }) => blocks)),
  };
}

/** The entries' occurrences, without noughts. */
export function countsOf(entries: readonly Entry[]): Counts {
  const counted = entries.filter(({ occurrences }) => occurrences !== 0);
  return {
    keys: Uint32Array.from(counted.map(({ key }) => key)),
    counts: Int32Array.from(counted.map(({ occurrences }) => occurrences)),
  };
}

/** The content as a page's bytes. */
export function encoded({ scale, first, counted, entries }: Content): Uint8Array {
  const pairs = pairsOf(entries);
  const counts = countsOf(entries);
  const slice = counted ? { counts, from: 0, to: counts.keys.length } : undefined;
  return encodePage(pairs, 0, pairs.keys.length, scale, first, slice);
}
