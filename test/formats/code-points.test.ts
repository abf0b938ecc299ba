import fc from "fast-check";
import { expect, test } from "vitest";
import { CodePoints } from "../../src/formats/index.ts";

test("the code points before an offset are as many as the letters of what stands before it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, at) => {
      const offset = Math.min(at, text.length);
      const before = new CodePoints(text).before(offset);
      expect(before).toBe([...text.slice(0, offset)].length);
    }),
  );
});

test.each([
  ["", 0, 0],
  ["a🐝b", 1, 1],
  ["a🐝b", 3, 2],
  ["a🐝b", 4, 3],
  // Halves that stand alone are counted each: nothing is lost.
  ["\uD83D\uDC1D\uDC1Dx", 4, 3],
])("in %j before %i stand %i", (text, offset, count) => {
  expect(new CodePoints(text).before(offset)).toBe(count);
});
