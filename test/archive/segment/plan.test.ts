import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsFor, firstKeyOf, pageOf } from "../../../src/archive/segment/plan.ts";

const key = fc.oneof(fc.constantFrom(0, 0xffffffff, 0x80000000), fc.nat(0xffffffff));

test("a key is on the last page that does not start after it", () => {
  fc.assert(
    fc.property(key, fc.integer({ min: 0, max: 24 }), (k, bits) => {
      const page = pageOf(k, bits);
      expect(page).toBeLessThan(2 ** bits);
      expect(firstKeyOf(page, bits)).toBeLessThanOrEqual(k);
      if (page + 1 < 2 ** bits) expect(firstKeyOf(page + 1, bits)).toBeGreaterThan(k);
    }),
    { seed: 41, numRuns: 500 },
  );
});

test("a page of a coarse segment holds the keys of whole pages of a finer one", () => {
  fc.assert(
    fc.property(key, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (k, bits, finer) => {
      expect(pageOf(k, bits + finer) >>> finer).toBe(pageOf(k, bits));
    }),
    { seed: 42, numRuns: 500 },
  );
});

test.each([
  [0, 0],
  [250, 0],
  [300, 0],
  [500, 1],
  [40_000_000, 17],
  [2 ** 40, 24],
])("%i postings go on 2 ** %i pages", (postings, bits) => {
  expect(bitsFor(postings)).toBe(bits);
});
