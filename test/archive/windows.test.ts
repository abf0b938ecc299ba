import { expect, test } from "vitest";
import { type Holding, windowsOf } from "../../src/archive/index.ts";

const HELD: readonly Holding[] = [
  { edition: 1, first: 0, blocks: 10 },
  { edition: 2, first: 10, blocks: 2 },
  { edition: 4, first: 15, blocks: 5 },
];
const windows = (...proposals: [number, number][]) =>
  windowsOf(
    proposals.map(([from, to]) => ({ from, to, score: 1 })),
    ({ from, to }) => HELD.filter(({ first, blocks }) => first < to && from < first + blocks),
  );

test.each<[string, [number, number][], { edition: number; from: number; to: number }[]]>([
  ["a stretch gets a block on either side", [[4, 6]], [{ edition: 1, from: 3, to: 7 }]],
  ["not beyond its version", [[0, 1]], [{ edition: 1, from: 0, to: 2 }]],
  [
    "a stretch over two versions is two windows",
    [[9, 11]],
    [
      { edition: 1, from: 8, to: 10 },
      { edition: 2, from: 0, to: 2 },
    ],
  ],
  ["blocks of a removed version are nobody's", [[12, 15]], []],
  [
    "windows that touch become one, in the rank of the better",
    [
      [2, 3],
      [16, 17],
      [5, 6],
    ],
    [
      { edition: 1, from: 1, to: 7 },
      { edition: 4, from: 0, to: 3 },
    ],
  ],
  [
    "a window that touches two joins both",
    [
      [1, 2],
      [7, 8],
      [4, 5],
    ],
    [{ edition: 1, from: 0, to: 9 }],
  ],
])("%s", (_, proposals, expected) => {
  expect(windows(...proposals)).toEqual(expected);
});
