import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveHoldings, type Credit, type Holdings, shelve } from "../../src/check/index.ts";
import { archiveOf, documentOf } from "./archived.ts";
import { longInterview } from "./long-document.ts";

const files = [1, 2, 3].map((seed) => longInterview(seed, 20_000));
const shelf = shelve(files.map(documentOf));
const archive = archiveHoldings(archiveOf(...files));
/** Everything that is said, without the labels. */
const words = files.map((one) =>
  documentOf(one)
    .text.replace(/^[A-Z]\w+ [A-Z]\w+: /gmu, "")
    .split(/\s+/u),
);

/** What is found of a quotation: all but the passages shown for an absent one, which are not its source. */
function found(holdings: Holdings, quotation: string, credit: Credit): unknown {
  const quoted = { text: quotation, parts: [{ start: 0, end: quotation.length }] };
  const { verdict, documents } = holdings.verdict(quoted, credit);
  const { status, reason, problems, match, alternatives } = verdict;
  const shown = [match, ...(status === "absent" ? [] : alternatives)].map((place) => {
    if (place === null) return null;
    const { source, turn, ...rest } = place;
    return { ...rest, document: documents[source]!.document.id, version: documents[source]!.version };
  });
  return { status, reason, problems, shown };
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const document = fc.nat({ max: files.length - 1 });
const stretch = (least: number, most: number): fc.Arbitrary<readonly [share: number, length: number]> =>
  fc.tuple(share, fc.integer({ min: least, max: most }));

function taken(from: number, [at, length]: readonly [number, number]): string[] {
  const first = Math.floor(at * (words[from]!.length - length));
  return words[from]!.slice(first, first + length);
}

/** How a quotation is made from one or two stretches of words that may lie 20,000 words apart. */
const MADE: readonly (readonly [string, (one: string[], other: string[]) => string[]])[] = [
  ["words as they stand", (one) => one],
  ["words with every sixth changed", (one) => one.map((word, i) => (i % 6 === 3 ? "quagga" : word))],
  ["words with a sentence put in", (one) => [...one.slice(0, 7), "nobody", "knows", "it", ...one.slice(7)]],
  ["two stretches around an …", (one, other) => [...one, "…", ...other]],
  ["two stretches with nothing between", (one, other) => [...one, ...other]],
  ["three stretches", (one, other) => [...one.slice(0, 8), "…", ...other, "…", ...one.slice(8)]],
];

describe("documents of 20,000 words: an archive finds what a shelf finds", () => {
  test.each(MADE)("of %s, from one document", (_, made) => {
    fc.assert(
      fc.property(document, stretch(8, 24), stretch(8, 24), fc.boolean(), (from, one, other, isOdd) => {
        const quotation = made(taken(from, one), taken(from, other)).join(" ");
        const credit = { name: isOdd ? "Tom Vessel" : null, credited: isOdd };
        expect(found(archive, quotation, credit)).toEqual(found(shelf, quotation, credit));
      }),
      { numRuns: 60 },
    );
  });

  test("of two documents' words around an …", () => {
    fc.assert(
      fc.property(document, document, stretch(8, 24), stretch(8, 24), (from, to, one, other) => {
        const quotation = [...taken(from, one), "…", ...taken(to, other)].join(" ");
        const credit = { name: null, credited: true };
        expect(found(archive, quotation, credit)).toEqual(found(shelf, quotation, credit));
      }),
      { numRuns: 60 },
    );
  });

  test("of words that are left out, however many", () => {
    fc.assert(
      fc.property(
        document,
        share,
        fc.integer({ min: 1, max: 3000 }),
        fc.boolean(),
        (from, at, left, isMarked) => {
          const all = taken(from, [at, 24 + left]);
          const quotation = [...all.slice(0, 12), ...(isMarked ? ["…"] : []), ...all.slice(-12)].join(" ");
          const credit = { name: null, credited: true };
          expect(found(archive, quotation, credit)).toEqual(found(shelf, quotation, credit));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("documents of 20,000 words", () => {
  const spoken = (at: number): string[] => taken(0, [at, 12]);
  const statusOf = (parts: readonly string[][], mark: string): unknown => {
    const quotation = parts.map((part) => part.join(" ")).join(mark);
    return archive.verdict({ text: quotation, parts: [{ start: 0, end: quotation.length }] }, NOBODY).verdict;
  };
  const NOBODY: Credit = { name: null, credited: true };

  test("what stands the other way round is told, though 16,000 words lie between", () => {
    expect(statusOf([spoken(0.9), spoken(0.1)], " … ")).toMatchObject({
      status: "spliced",
      problems: expect.arrayContaining([expect.objectContaining({ rule: "omission-reorders" })]),
    });
  });

  test("two turns with nothing between them are told, though 16,000 words lie between", () => {
    expect(statusOf([spoken(0.1), spoken(0.9)], " ")).toMatchObject({
      status: "spliced",
      problems: expect.arrayContaining([
        expect.objectContaining({ rule: "omission-unmarked" }),
        expect.objectContaining({ rule: "omission-crosses-turns" }),
      ]),
    });
  });
});

describe("a quotation of three to five words", () => {
  test("is found where one of its words is changed", () => {
    fc.assert(
      fc.property(document, stretch(3, 5), fc.nat({ max: 4 }), (from, one, at) => {
        const own = taken(from, one);
        const quotation = own.map((word, i) => (i === at % own.length ? "quagga" : word)).join(" ");
        const { verdict, documents } = archive.verdict(
          { text: quotation, parts: [{ start: 0, end: quotation.length }] },
          { name: null, credited: true },
        );
        // The same words with one changed may stand in other places, too.
        if (verdict.match === null) expect(["absent", "undecided"]).toContain(verdict.status);
        else expect(documents[verdict.match.source]!.document.text).toContain(verdict.match.text);
        expect(["verbatim", "marked"]).not.toContain(verdict.status);
      }),
      { numRuns: 100 },
    );
  });
});
