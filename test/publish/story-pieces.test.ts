import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../src/formats/index.ts";
import { type StoryRange, storyPieces } from "../../src/publish/story-pieces.ts";

const LENGTH = 60;
const span = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const ranges = fc
  .array(fc.tuple(span, fc.constantFrom("finding" as const, "form" as const)), { maxLength: 8 })
  .map((all) =>
    all
      .map(([one, kind], index): StoryRange => ({ ...one, kind, index }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );
const blocks = fc.uniqueArray(fc.nat(LENGTH), { minLength: 2, maxLength: 8 }).map((cuts) => {
  const sorted = [...cuts].sort((a, b) => a - b);
  const made: Block[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2)
    made.push({ kind: "paragraph", start: sorted[i]!, end: sorted[i + 1]!, level: 0, language: null });
  return made;
});

test("the pieces of a block are the block, in order and without gaps", () => {
  fc.assert(
    fc.property(blocks, ranges, (all, marked) => {
      storyPieces(all, marked).forEach((pieces, i) => {
        expect(pieces[0]!.start).toBe(all[i]!.start);
        expect(pieces.at(-1)!.end).toBe(all[i]!.end);
        for (let j = 1; j < pieces.length; j++) expect(pieces[j]!.start).toBe(pieces[j - 1]!.end);
      });
    }),
  );
});

test("each unit has the quotation that a look at every range gives it: the one that starts last", () => {
  fc.assert(
    fc.property(blocks, ranges, (all, marked) => {
      for (const piece of storyPieces(all, marked).flat())
        for (let at = piece.start; at < piece.end; at++) {
          const over = marked.filter(({ start, end }) => start <= at && at < end);
          expect(piece.finding).toBe(over.findLast(({ kind }) => kind === "finding")?.index ?? null);
          expect(piece.inForm).toBe(over.some(({ kind }) => kind === "form"));
        }
    }),
  );
});

test("each range opens once, unless it begins behind the last block", () => {
  fc.assert(
    fc.property(blocks, ranges, (all, marked) => {
      const opened = storyPieces(all, marked).flatMap((pieces) => pieces.flatMap(({ opens }) => opens));
      const last = all.at(-1)!.end;
      expect(new Set(opened).size).toBe(opened.length);
      for (const range of marked) if (range.start < last) expect(opened).toContain(range);
    }),
  );
});

test("a quotation inside another has its own words, and the outer one those around it", () => {
  const block: Block = { kind: "paragraph", start: 0, end: 20, level: 0, language: null };
  const outer: StoryRange = { kind: "finding", index: 0, start: 2, end: 18 };
  const inner: StoryRange = { kind: "finding", index: 1, start: 6, end: 9 };
  const [pieces] = storyPieces([block], [outer, inner]);
  expect(pieces!.map(({ start, end, finding }) => [start, end, finding])).toEqual([
    [0, 2, null],
    [2, 6, 0],
    [6, 9, 1],
    [9, 18, 0],
    [18, 20, null],
  ]);
});
