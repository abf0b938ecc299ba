import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLOCK } from "../../src/archive/block.ts";
import { postingsOf, propose } from "../../src/archive/index.ts";
import { MemoryIndex } from "../../src/archive/memory-index.ts";
import { plainSource, quotedFingerprint } from "../../src/core/index.ts";

/** Words that look like prose to the index: few common ones, many rare ones. Seeded. */
function prose(words: number, seed: number): string[] {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: words }, () => `w${Math.floor(2000 ** next()).toString(36)}`);
}

const DOCUMENTS = Array.from({ length: 40 }, (_, i) => prose(1500, i + 1));
const INDEX = new MemoryIndex();
const FIRST = DOCUMENTS.map((words) => INDEX.add(postingsOf(plainSource(words.join(" ")))));

/** Whether the word at `place` of a document stands in one of the stretches. */
function holds(stretches: readonly { from: number; to: number }[], document: number, place: number): boolean {
  const block = FIRST[document]! + Math.floor(place / BLOCK);
  return stretches.some(({ from, to }) => from <= block && block < to);
}

const place = fc.record({
  document: fc.nat({ max: DOCUMENTS.length - 1 }),
  at: fc.nat({ max: 1400 }),
  length: fc.integer({ min: 8, max: 60 }),
});

describe("what may hold a quotation is proposed", () => {
  test("words taken as they are", () => {
    fc.assert(
      fc.property(place, ({ document, at, length }) => {
        const quoted = DOCUMENTS[document]!.slice(at, at + length);
        const found = propose(quotedFingerprint(quoted.join(" ")), INDEX);
        expect(holds(found, document, at)).toBe(true);
        // A run votes for the block of its first word: the last words may stand in the next one, which `windowsOf` adds.
        const read = found.map(({ from, to }) => ({ from: from - 1, to: to + 1 }));
        expect(holds(read, document, Math.min(at + length, 1500) - 1)).toBe(true);
      }),
      { examples: [[{ document: 31, at: 465, length: 50 }]] },
    );
  });

  test("words with one in six changed, as long as a run of three is left", () => {
    fc.assert(
      fc.property(place, ({ document, at, length }) => {
        const quoted = DOCUMENTS[document]!.slice(at, at + length);
        fc.pre(quoted.length >= 8);
        for (let i = 3; i < quoted.length; i += 6) quoted[i] = `changed${i}`;
        const [first] = propose(quotedFingerprint(quoted.join(" ")), INDEX);
        expect(holds([first!], document, at + 5)).toBe(true);
      }),
    );
  });

  test("both places of words that were taken from two", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [one, other] = [a, b].map(({ document, at }) => DOCUMENTS[document]!.slice(at, at + 12));
        const found = propose(quotedFingerprint([...one!, ...other!].join(" ")), INDEX);
        expect(holds(found, a.document, Math.min(a.at + 4, 1499))).toBe(true);
        expect(holds(found, b.document, Math.min(b.at + 4, 1499))).toBe(true);
      }),
    );
  });

  test("four rare words of which one was changed", () => {
    const rare = [...DOCUMENTS[7]!];
    rare.splice(700, 4, "amber", "pilot", "counts", "herring");
    const index = new MemoryIndex();
    const first = DOCUMENTS.map((words, i) =>
      index.add(postingsOf(plainSource((i === 7 ? rare : words).join(" ")))),
    );
    const [best] = propose(quotedFingerprint("amber pilot sells herring"), index);
    const block = first[7]! + Math.floor(700 / BLOCK);
    expect(best!.from <= block && block < best!.to).toBe(true);
  });

  test("nothing for words that nobody said, and for no words", () => {
    expect(propose(quotedFingerprint("zebras yodel quietly"), INDEX)).toEqual([]);
    expect(propose(quotedFingerprint(""), INDEX)).toEqual([]);
  });

  test("with ranges, only what lies in them", () => {
    const stock = prose(200, 99);
    const index = new MemoryIndex();
    const firsts = [1, 2, 3].map((seed) =>
      index.add(postingsOf(plainSource([...prose(300, seed), ...stock].join(" ")))),
    );
    const second = { from: firsts[1]!, to: firsts[2]! };
    const found = propose(quotedFingerprint(stock.slice(50, 70).join(" ")), index, { within: [second] });
    expect(found.length).toBeGreaterThan(0);
    for (const { from } of found) expect(from >= second.from && from < second.to).toBe(true);
  });

  test("a quotation of twenty thousand words costs no more than its runs", () => {
    const long = DOCUMENTS.flat().slice(0, 20_000).join(" ");
    expect(propose(quotedFingerprint(long), INDEX).length).toBeGreaterThan(0);
  });
});
