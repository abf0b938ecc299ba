import fc from "fast-check";
import { expect, test } from "vitest";
import { Page } from "../../../src/archive/segment/page.ts";
import { SegmentError } from "../../../src/archive/segment/segment-error.ts";
import { type Content, contents, encoded } from "./contents.ts";

/** Asks everything of the page; a SegmentError is one of the answers. */
function askAll(bytes: Uint8Array, { scale, first, counted, entries }: Content): void {
  const end = scale.base + scale.blocks;
  const questions: ((page: Page) => void)[] = [
    (page) => {
      const { keys, blocks } = page.pairs();
      expect(keys.length).toBe(blocks.length);
      expect(keys.length).toBeLessThanOrEqual(bytes.length * 8);
      expect(blocks.every((block) => block >= scale.base && block < end)).toBe(true);
    },
    (page) => expect(page.counts().keys.length).toBeLessThanOrEqual(bytes.length * 8),
    ...entries.map(({ key }) => (page: Page) => {
      const blocks = page.find(key)?.blocks(2 ** 40) ?? new Uint32Array(0);
      expect(blocks.every((block) => block >= scale.base && block < end)).toBe(true);
    }),
  ];
  for (const ask of questions) {
    try {
      ask(new Page(bytes, scale, first, counted));
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      expect(error.code).toBe("damaged");
    }
  }
}

const flips = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

test("a page with flipped bits says that it is damaged, or gives blocks of the segment and no more than fit in", () => {
  fc.assert(
    fc.property(contents, flips, (content, places) => {
      const bytes = encoded(content);
      fc.pre(bytes.length > 0);
      for (const place of places) bytes[(place >>> 3) % bytes.length]! ^= 1 << (place & 7);
      askAll(bytes, content);
    }),
    { seed: 21, numRuns: 1500 },
  );
});

test("so does a page with bits flipped in its first bytes, where its sizes stand", () => {
  fc.assert(
    fc.property(contents, flips, (content, places) => {
      const bytes = encoded(content);
      fc.pre(bytes.length > 0);
      for (const place of places) bytes[(place >>> 3) % Math.min(6, bytes.length)]! ^= 1 << (place & 7);
      askAll(bytes, content);
    }),
    { seed: 22, numRuns: 1500 },
  );
});

test("so does a page that is cut off, or is any bytes", () => {
  fc.assert(
    fc.property(contents, fc.double({ min: 0, max: 1, noNaN: true }), (content, share) => {
      const bytes = encoded(content);
      askAll(bytes.subarray(0, Math.floor(bytes.length * share)), content);
    }),
    { seed: 23, numRuns: 1000 },
  );
  fc.assert(
    fc.property(contents, fc.uint8Array({ maxLength: 2000 }), (content, bytes) => askAll(bytes, content)),
    { seed: 24, numRuns: 1000 },
  );
});

test("a page whose last bytes are missing does not give its pairs", () => {
  fc.assert(
    fc.property(contents, fc.integer({ min: 1, max: 9 }), (content, missing) => {
      const bytes = encoded(content);
      fc.pre(bytes.length > 8 && content.entries.some(({ blocks }) => blocks.length > 0));
      const page = () =>
        new Page(bytes.subarray(0, -missing), content.scale, content.first, content.counted).pairs();
      expect(page).toThrow(SegmentError);
    }),
    { seed: 25, numRuns: 300 },
  );
});
