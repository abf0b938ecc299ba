import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Page } from "../../../src/archive/segment/page.ts";
import { encodePage, PageEncoder } from "../../../src/archive/segment/page-encoder.ts";
import { bitsFor, firstKeyOf, pageOf } from "../../../src/archive/segment/plan.ts";
import type { Scale } from "../../../src/archive/segment/scale.ts";
import { SegmentError } from "../../../src/archive/segment/segment-error.ts";
import { type Content, contents, countsOf, type Entry, encoded, pairsOf } from "./contents.ts";

const opened = (content: Content): Page =>
  new Page(encoded(content), content.scale, content.first, content.counted);

test("a page finds each of its keys with its blocks and occurrences", () => {
  fc.assert(
    fc.property(contents, fc.nat(50), (content, most) => {
      const page = opened(content);
      for (const { key, blocks, occurrences } of content.entries) {
        const found = page.find(key)!;
        expect([found.count, found.occurrences]).toEqual([blocks.length, occurrences]);
        expect([...found.blocks(most)]).toEqual(blocks.slice(0, most));
        expect([...found.blocks(2 ** 40)]).toEqual(blocks);
      }
    }),
    { seed: 11, numRuns: 400 },
  );
});

test("a page finds no key that it does not have, not even a neighbour of one", () => {
  fc.assert(
    fc.property(contents, fc.integer({ min: 0, max: 0xffffffff }), (content, any) => {
      const held = new Set(content.entries.map(({ key }) => key));
      const page = opened(content);
      for (const key of [any, 0, 0xffffffff, ...[...held].flatMap((k) => [k - 1, k + 1])])
        if (key >= 0 && key <= 0xffffffff && !held.has(key)) expect(page.find(key)).toBeNull();
    }),
    { seed: 12, numRuns: 400 },
  );
});

test("a page gives back all the pairs and counts that were put into it", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const page = opened(content);
      expect(page.pairs()).toEqual(pairsOf(content.entries));
      expect(page.counts()).toEqual(countsOf(content.entries));
    }),
    { seed: 13, numRuns: 600 },
  );
});

test("an encoder used again writes what a new one writes", () => {
  fc.assert(
    fc.property(contents, contents, (before, { entries, first, counted, scale }) => {
      const encoder = new PageEncoder({ base: 0, blocks: 2 ** 25 });
      const slice = (of: readonly Entry[]) => ({
        counts: countsOf(of),
        from: 0,
        to: countsOf(of).keys.length,
      });
      const write = (of: readonly Entry[], from: number, terms: boolean): Uint8Array =>
        encoder.encode(pairsOf(of), 0, pairsOf(of).keys.length, from, terms ? slice(of) : undefined);
      fc.pre(Math.max(before.scale.base + before.scale.blocks, scale.base + scale.blocks) < 2 ** 25);
      write(before.entries, before.first, before.counted);
      const alone = encoded({ entries, first, counted, scale: { base: 0, blocks: 2 ** 25 } });
      expect(write(entries, first, counted)).toEqual(alone);
    }),
    { seed: 14, numRuns: 200 },
  );
});

test("a page is read where it lies in a larger buffer", () => {
  const content: Content = {
    scale: { base: 40, blocks: 300 },
    first: 1000,
    counted: false,
    entries: [
      { key: 1000, blocks: [40, 41, 339], occurrences: 3 },
      { key: 4_000_000_000, blocks: [77], occurrences: 1 },
    ],
  };
  const bytes = encoded(content);
  const buffer = new Uint8Array(bytes.length + 20).fill(255);
  buffer.set(bytes, 7);
  const page = new Page(buffer.subarray(7, 7 + bytes.length), content.scale, content.first, false);
  expect([...page.find(1000)!.blocks(9)]).toEqual([40, 41, 339]);
  expect([...page.find(4_000_000_000)!.blocks(9)]).toEqual([77]);
});

test("a page without keys has no bytes and no answers", () => {
  const bytes = encodePage(pairsOf([]), 0, 0, { base: 0, blocks: 0 }, 0);
  expect(bytes.length).toBe(0);
  const page = new Page(bytes, { base: 0, blocks: 0 }, 0, true);
  expect(page.find(0)).toBeNull();
  expect(page.pairs().keys.length).toBe(0);
  expect(page.counts().keys.length).toBe(0);
});

describe("what the page could not give back is not written", () => {
  const scale = { base: 10, blocks: 5 };
  const one = (key: number, ...blocks: number[]): Entry => ({ key, blocks, occurrences: blocks.length });
  const write = (entries: readonly Entry[], first = 0, of: Scale = scale) =>
    encodePage(pairsOf(entries), 0, pairsOf(entries).keys.length, of, first);

  test.each([
    ["a block before the segment", () => write([one(3, 9)])],
    ["a block after the segment", () => write([one(3, 11, 15)])],
    ["the same block twice", () => write([one(3, 11, 11)])],
    ["blocks that fall", () => write([one(3, 12, 11)])],
    ["keys that fall", () => write([one(3, 12), one(2, 12)])],
    ["a key that comes again", () => write([one(3, 12), one(4, 12), one(3, 13)])],
    ["a key below the page's first", () => write([one(3, 12)], 4)],
    ["more blocks than a segment has", () => write([one(3, 12)], 0, { base: 0, blocks: 2 ** 25 + 1 })],
    [
      "a count of a milliard",
      () =>
        encoded({ scale, first: 0, counted: true, entries: [{ ...one(3, 12), occurrences: 2 ** 31 - 1 }] }),
    ],
  ])("%s", (_, run) => {
    expect(run).toThrow(SegmentError);
    expect(run).toThrow(expect.objectContaining({ code: "misuse" }));
  });
});

describe("a posting takes few bits", () => {
  /** Bits a posting of a segment of runs with these entries, cut into pages. */
  function bitsAPosting(entries: readonly Entry[], scale: Scale): number {
    const pairs = pairsOf(entries);
    const bits = bitsFor(pairs.keys.length);
    const encoder = new PageEncoder(scale);
    let bytes = 0;
    let to = 0;
    for (let page = 0; page < 2 ** bits; page++) {
      const from = to;
      while (to < pairs.keys.length && pageOf(pairs.keys[to]!, bits) === page) to++;
      bytes += encoder.encode(pairs, from, to, firstKeyOf(page, bits)).length;
    }
    return (bytes * 8) / pairs.keys.length;
  }

  /** Numbers below 2 ** 32 as if at random (Steele and others 2014, splitmix). */
  function* noise(seed: number): Generator<number, never> {
    for (let state = seed; ; ) {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      yield (mixed ^ (mixed >>> 15)) >>> 0;
    }
  }

  test("of 256,000 keys at random in 4,000 blocks 28, where no code of such pairs takes fewer than 27.4", () => {
    const random = noise(5);
    const keys = [...new Set(Array.from({ length: 256_000 }, () => random.next().value))].sort(
      (a, b) => a - b,
    );
    const entries = keys.map((key) => ({ key, blocks: [random.next().value % 4000], occurrences: 1 }));
    expect(bitsAPosting(entries, { base: 0, blocks: 4000 })).toBeLessThan(28);
  });

  test.each([
    ["every block", 1, 1.1],
    ["three blocks of four", 0.75, 1.7],
    ["one block of two", 0.5, 2.4],
    ["one block of sixteen", 1 / 16, 6.2],
  ])("of a key in %s", (_, share, most) => {
    const random = noise(6);
    const all = Array.from({ length: 20_000 }, (_, block) => block);
    const blocks = all.filter(() => random.next().value < share * 2 ** 32);
    const entries = [{ key: 7, blocks, occurrences: blocks.length }];
    expect(bitsAPosting(entries, { base: 0, blocks: 20_000 })).toBeLessThan(most);
  });
});
