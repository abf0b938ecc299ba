import fc from "fast-check";
import { expect, test } from "vitest";
import { Seeker, seek } from "../../src/documents/seeker.ts";

const texts = fc.string({ unit: fc.constantFrom("a", "b", "[", "…", "\n"), maxLength: 60 });
const offsets = fc.array(fc.nat({ max: 70 }), { maxLength: 30 });

/** What a look from each offset anew finds. */
function naive(text: string, words: string, from: number): number {
  const at = text.indexOf(words, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

test("in any order of offsets it finds what a look from each of them would", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("[", "…", "ab"), offsets, (text, words, asked) => {
      const seeker = seek(text, words);
      expect(asked.map((from) => seeker.next(from))).toEqual(asked.map((from) => naive(text, words, from)));
    }),
  );
});

test("a rising line of offsets searches no part of the text twice", () => {
  fc.assert(
    fc.property(texts, offsets, (text, asked) => {
      let searched = 0;
      const seeker = new Seeker((from) => {
        expect(from).toBeGreaterThanOrEqual(searched);
        const at = text.indexOf("[", from);
        searched = at < 0 ? Number.POSITIVE_INFINITY : at;
        return at;
      });
      for (const from of asked.sort((a, b) => a - b)) seeker.next(from);
    }),
  );
});
