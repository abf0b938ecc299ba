import fc from "fast-check";
import { expect, test } from "vitest";
import { type Counts, mergeCounts } from "../../../src/archive/segment/counts.ts";
import { distinctPairs, mergePairs, type Pairs, sortedPairs } from "../../../src/archive/segment/pairs.ts";

type Pair = readonly [key: number, block: number];

const toPairs = (list: readonly Pair[]): Pairs => ({
  keys: Uint32Array.from(list.map(([key]) => key)),
  blocks: Uint32Array.from(list.map(([, block]) => block)),
});
const toList = ({ keys, blocks }: Pairs): Pair[] => [...keys].map((key, i) => [key, blocks[i]!]);
const byKeyThenBlock = (a: Pair, b: Pair): number => a[0] - b[0] || a[1] - b[1];

/** Keys that repeat, and both ends. */
const key = fc.oneof(fc.nat(20), fc.constantFrom(0, 0x7fffffff, 0x80000000, 0xffffffff), fc.nat(0xffffffff));

/** Pairs in the order in which a text gives them: blocks ascend. */
const told = fc
  .array(fc.tuple(key, fc.nat(30)), { maxLength: 200 })
  .map((list) => list.sort((a, b) => a[1] - b[1]));

test("pairs are sorted by key and block, and a pair that was told twice stands once", () => {
  fc.assert(
    fc.property(told, (list) => {
      const sorted = [...list].sort(byKeyThenBlock);
      expect(toList(sortedPairs(toPairs(list)))).toEqual(sorted);
      const distinct = sorted.filter((pair, i) => i === 0 || byKeyThenBlock(sorted[i - 1]!, pair) !== 0);
      expect(toList(distinctPairs(sortedPairs(toPairs(list))))).toEqual(distinct);
    }),
    { seed: 31, numRuns: 300 },
  );
});

test.each([
  ["keys all over", (i: number) => Math.imul(i, 0x9e3779b1) >>> 0],
  ["a third of one key", (i: number) => (i % 3 === 0 ? 0xfffffffe : Math.imul(i, 0x85ebca6b) >>> 0)],
  ["keys that all start alike", (i: number) => 0xabc00000 + (Math.imul(i, 40_503) & 0xfffff)],
])("so are several hundred thousand pairs: %s", (_, keyOf) => {
  const list = Array.from({ length: 300_000 }, (_, i): Pair => [keyOf(i), i >>> 6]);
  const sorted = toList(sortedPairs(toPairs(list)));
  const expected = [...list].sort(byKeyThenBlock);
  expect(sorted.findIndex((pair, i) => byKeyThenBlock(pair, expected[i]!) !== 0)).toBe(-1);
  expect(sorted.length).toBe(expected.length);
});

/** Up to nine sorted lists, the blocks of each after those of the one before. */
const lists = fc.array(fc.array(fc.tuple(key, fc.nat(30)), { maxLength: 60 }), { maxLength: 9 }).map((all) =>
  all.map((list, i) => {
    const moved = list.map(([k, block]): Pair => [k, i * 31 + block]).sort(byKeyThenBlock);
    return toList(distinctPairs(toPairs(moved)));
  }),
);

test("merged lists are all their pairs in order", () => {
  fc.assert(
    fc.property(lists, (all) => {
      const merged = mergePairs(all.map(toPairs));
      expect(toList(merged)).toEqual(all.flat().sort(byKeyThenBlock));
    }),
    { seed: 32, numRuns: 400 },
  );
});

test("merging drops the postings of blocks that are not kept, and leaves the lists as they are", () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 2, max: 5 }), (all, one) => {
      const given = all.map(toPairs);
      const merged = mergePairs(given, (block) => block % one !== 0);
      const kept = all.flat().filter(([, block]) => block % one !== 0);
      expect(toList(merged)).toEqual(kept.sort(byKeyThenBlock));
      expect(given.map(toList)).toEqual(all);
    }),
    { seed: 33, numRuns: 400 },
  );
});

const counts = fc
  .uniqueArray(fc.tuple(key, fc.integer({ min: -3, max: 3 })), { selector: ([k]) => k, maxLength: 40 })
  .map((list) => list.sort((a, b) => a[0] - b[0]))
  .map(
    (list): Counts => ({
      keys: Uint32Array.from(list.map(([k]) => k)),
      counts: Int32Array.from(list.map(([, count]) => count)),
    }),
  );

test("merged counts are sums, and what sums to nought is gone", () => {
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 6 }), (all) => {
      const sums = new Map<number, number>();
      for (const { keys, counts } of all)
        keys.forEach((k, i) => {
          sums.set(k, (sums.get(k) ?? 0) + counts[i]!);
        });
      const expected = [...sums].filter(([, sum]) => sum !== 0).sort((a, b) => a[0] - b[0]);
      const merged = mergeCounts(all);
      expect([...merged.keys].map((k, i) => [k, merged.counts[i]])).toEqual(expected);
    }),
    { seed: 34, numRuns: 300 },
  );
});
