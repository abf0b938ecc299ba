import { expect, test } from "vitest";
import { type Prepared, prepare, type Status, verify } from "../../src/core/index.ts";

/** Made-up words, `count` of them, no run of three twice within 20,000. */
function wordList(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `w${(i * 7919) % 20_011}`);
}

const LIST = wordList(200_000);
const LONG = prepare(LIST.join(" "));

function excerpt(from: number, to: number): string {
  return LIST.slice(from, to).join(" ");
}

type Row = readonly [
  name: string,
  make: () => readonly [quotation: string, source: string | Prepared],
  status: Status,
];

const rows: readonly Row[] = [
  ["one word again and again", () => ["tide ".repeat(200), "tide ".repeat(200_000)], "verbatim"],
  [
    "one word again and again, with an omission",
    () => [`${"tide ".repeat(100)}… ${"tide ".repeat(100)}`, "tide ".repeat(200_000)],
    "marked",
  ],
  ["a long run of one word", () => ["tide ".repeat(50_000), "tide ".repeat(200_000)], "verbatim"],
  ["one Chinese character again and again", () => ["港".repeat(20_000), "港".repeat(300_000)], "verbatim"],
  ["two words in turn", () => ["tide ebb ".repeat(100), "tide ebb ".repeat(110_000)], "verbatim"],
  [
    "two words in turn, one of them changed",
    () => [`${"tide ebb ".repeat(100)}quay ${"tide ebb ".repeat(100)}`, "tide ebb ".repeat(110_000)],
    "altered",
  ],
  ["one line of 5 MB", () => ["tide ebb quay mole", "tideebbquay".repeat(450_000)], "absent"],
  ["1 MB of spaces", () => [`tide${" ".repeat(1_000_000)}ebb`, "tide ebb quay"], "verbatim"],
  [
    "10,000 brackets that open",
    () => [`${"[".repeat(10_000)}tide`, `${"[".repeat(10_000)}tide ebb`],
    "verbatim",
  ],
  [
    "10,000 brackets, one in the other",
    () => [
      `${"[".repeat(10_000)}tide ebb quay${"]".repeat(10_000)}`,
      `${"[".repeat(10_000)}tide ebb quay${"]".repeat(10_000)}`,
    ],
    "verbatim",
  ],
  [
    "20,000 brackets that close before they open",
    () => ["] tide [ ".repeat(20_000), "] tide [ ".repeat(20_000)],
    "verbatim",
  ],
  [
    "100,000 parentheses that open",
    () => [`${"(".repeat(100_000)}tide ebb`, `${"(".repeat(100_000)}tide ebb`],
    "verbatim",
  ],
  [
    "a bracket of 300 KB",
    () => [`[${"tide ebb ".repeat(33_000)}]`, `[${"tide ebb ".repeat(33_000)}]`],
    "verbatim",
  ],
  ["20,000 bracketed endings", () => ["sail[ed] ".repeat(20_000), "sail[ed] ".repeat(20_000)], "verbatim"],
  [
    "10,000 quotation marks that open",
    () => [`${"“".repeat(10_000)}tide ebb`, `${"“".repeat(10_000)}tide ebb`],
    "verbatim",
  ],
  ["20,000 omissions on both sides", () => ["tide … ".repeat(20_000), "tide … ".repeat(20_000)], "verbatim"],
  ["100,000 omissions in a row", () => [`${"… ".repeat(100_000)}tide ebb`, "tide ebb quay"], "verbatim"],
  [
    "100,000 omissions between words",
    () => ["tide … ".repeat(100_000), "tide ebb quay ".repeat(100)],
    "absent",
  ],
  ["half a million full stops", () => [`tide ${". ".repeat(500_000)}ebb`, "tide ebb quay"], "marked"],
  ["half a million letters with full stops", () => ["a.".repeat(500_000), "a.".repeat(500_000)], "verbatim"],
  ["half a million digits with commas", () => ["1,".repeat(500_000), "1,".repeat(500_000)], "verbatim"],
  ["half a million apostrophes", () => ["a'".repeat(500_000), "a'".repeat(500_000)], "verbatim"],
  [
    "300,000 accents on one letter",
    () => [`a${"\u0301".repeat(300_000)}`, `a${"\u0301".repeat(300_000)}`],
    "verbatim",
  ],
  ["a million line breaks", () => [`tide${"\n".repeat(1_000_000)}ebb`, "tide ebb quay"], "verbatim"],
  ["50,000 words", () => [excerpt(1000, 51_000), LONG], "verbatim"],
  [
    "50,000 words, every tenth of them changed",
    () => [
      LIST.slice(1000, 51_000)
        .map((word, i) => (i % 10 === 0 ? "quay" : word))
        .join(" "),
      LONG,
    ],
    "altered",
  ],
  [
    "50,000 words of which ten stand in the source",
    () => [`${excerpt(1000, 1010)} ${"quay ".repeat(50_000)}`, LONG],
    "absent",
  ],
  [
    "50,000 words that begin and end in the source",
    () => [`${excerpt(1000, 1010)} ${"quay ".repeat(50_000)}${excerpt(51_010, 51_020)}`, LONG],
    "absent",
  ],
  [
    "50,000 words after an omission",
    () => [`${excerpt(1000, 1010)} … ${"quay ".repeat(50_000)}`, LONG],
    "absent",
  ],
  ["50,000 words supplied", () => [`${excerpt(1000, 1010)} [${"quay ".repeat(50_000)}]`, LONG], "marked"],
  ["50,000 words backward", () => [LIST.slice(1000, 51_000).reverse().join(" "), LONG], "absent"],
  [
    "2,000 words in disorder",
    () => [Array.from({ length: 2000 }, (_, i) => LIST[(i * 977) % 5000]).join(" "), LONG],
    "absent",
  ],
];

test.each(rows)("an answer is given to %s", (_, make, status) => {
  const [quotation, source] = make();
  expect(verify(quotation, source).status).toBe(status);
});

test("all of a long quotation is told, word by word", () => {
  const quotation = LIST.slice(1000, 6000).map((word, i) => (i % 100 === 50 ? "quay" : word));
  const { problems } = verify(quotation.join(" "), LONG);
  expect(problems.map(({ rule }) => rule)).toEqual(Array(50).fill("word-changed"));
});

test("a long quotation with words added, dropped and changed is told as a short one is", () => {
  const quotation = LIST.slice(1000, 4000).flatMap((word, i) => {
    if (i % 90 === 30) return [];
    if (i % 90 === 60) return [word, "quay"];
    return i % 90 === 85 ? ["mole"] : [word];
  });
  const { problems } = verify(quotation.join(" "), LONG);
  for (const rule of ["word-dropped", "word-added", "word-changed"])
    expect(problems.filter((one) => one.rule === rule).length, rule).toBe(33);
  expect(problems).toHaveLength(99);
});
