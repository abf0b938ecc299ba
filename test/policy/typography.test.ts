import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedWords } from "../../src/policy/folded-words.ts";
import { mended, type Typography } from "../../src/policy/index.ts";
import { judged, type READERS } from "./checked.ts";

function fixed(original: string, wanted: Typography = {}, kind: keyof typeof READERS = "md"): string {
  return mended(original, judged(original, kind), wanted, (again) => judged(again, kind)).original;
}

const CURLY = "“The harbour is deep,” Ada Quay said. “It never will,” she said. ";

describe("inside faithful quotations", () => {
  test.each<[string, string, string, Typography]>([
    [
      "three full stops are one sign",
      "“It has never ... never will,” she said.",
      "“It has never … never will,” she said.",
      {},
    ],
    [
      "with spaces too",
      "“It has never. . .never will,” she said.",
      "“It has never…never will,” she said.",
      {},
    ],
    [
      "in brackets too",
      "“It has never [...] never will,” she said.",
      "“It has never […] never will,” she said.",
      {},
    ],
    [
      "four stay: one of them ends a sentence",
      "“It has never .... never will,” she said.",
      "“It has never .... never will,” she said.",
      {},
    ],
    [
      "they stay where it is wanted",
      "“It has never ... never will,” she said.",
      "“It has never ... never will,” she said.",
      { ellipsis: "keep" },
    ],
    [
      "two hyphens are a dash",
      "“It has never frozen -- and it never will,” she said.",
      "“It has never frozen — and it never will,” she said.",
      {},
    ],
    [
      "so is one between spaces",
      "“It has never frozen - and it never will,” she said.",
      "“It has never frozen – and it never will,” she said.",
      {},
    ],
    [
      "they stay where it is wanted",
      "“It has never frozen -- and it never will,” she said.",
      "“It has never frozen -- and it never will,” she said.",
      { dashes: "keep" },
    ],
    ["two spaces are one", "“The harbour  is deep,” she said.", "“The harbour is deep,” she said.", {}],
    [
      "a no-break space is a plain one",
      "“The harbour\u00a0is deep,” she said.",
      "“The harbour is deep,” she said.",
      {},
    ],
    [
      "they stay where it is wanted",
      "“The harbour  is\u00a0deep,” she said.",
      "“The harbour  is\u00a0deep,” she said.",
      { spaces: "keep" },
    ],
    [
      "marks follow the text's own",
      `${CURLY}"It has never frozen," she said.`,
      `${CURLY}“It has never frozen,” she said.`,
      {},
    ],
    [
      "straight ones too",
      '"The harbour is deep," Ada Quay said. "It has never frozen," she said. “It never will,” she said.',
      '"The harbour is deep," Ada Quay said. "It has never frozen," she said. "It never will," she said.',
      {},
    ],
    [
      "as many of either stay",
      '"The harbour is deep," Ada Quay said. “It never will,” she said.',
      '"The harbour is deep," Ada Quay said. “It never will,” she said.',
      {},
    ],
    [
      "curly is curly",
      '"The harbour is deep," Ada Quay said.',
      "“The harbour is deep,” Ada Quay said.",
      { quotes: "curly" },
    ],
    [
      "straight is straight",
      CURLY,
      '"The harbour is deep," Ada Quay said. "It never will," she said. ',
      { quotes: "straight" },
    ],
    [
      "kept is kept",
      `${CURLY}"It has never frozen," she said.`,
      `${CURLY}"It has never frozen," she said.`,
      { quotes: "keep" },
    ],
    [
      "apostrophes follow",
      `${CURLY}"I don't count the gulls," she said.`,
      `${CURLY}“I don’t count the gulls,” she said.`,
      {},
    ],
    [
      "and go straight",
      "“I don’t count the gulls,” she said.",
      '"I don\'t count the gulls," she said.',
      { quotes: "straight" },
    ],
    [
      "both parts of an interrupted one",
      '"The harbour is deep," Ada Quay said, "it has never frozen."',
      "“The harbour is deep,” Ada Quay said, “it has never frozen.”",
      { quotes: "curly" },
    ],
  ])("%s", (_, text, expected, wanted) => expect(fixed(text, wanted)).toBe(expected));

  test.each<[string, string, string]>([
    [
      "German",
      '„Nein,“ sagte sie, und „ja,“ sagte er. Er sagte: "The harbour is deep." Das war alles, und niemand sprach mehr.',
      "„Nein,“ sagte sie, und „ja,“ sagte er. Er sagte: „The harbour is deep.“ Das war alles, und niemand sprach mehr.",
    ],
  ])("marks are those of the text: %s", (_, text, expected) =>
    expect(fixed(`---\nlang: de\n---\n\n${text}`)).toBe(`---\nlang: de\n---\n\n${expected}`),
  );

  test.each<[string, string, string]>([
    [
      "a no-break space keeps French marks from the words",
      'Elle a dit : "The harbour is deep."',
      "Elle a dit : «\u00a0The harbour is deep.\u00a0»",
    ],
    [
      "one that is there is enough",
      'Elle a dit : " The harbour is deep. "',
      "Elle a dit : « The harbour is deep. »",
    ],
  ])("%s", (_, text, expected) => {
    const head = "---\nlang: fr\n---\n\n";
    expect(fixed(head + text, { quotes: "curly" })).toBe(head + expected);
  });
});

describe("nothing else is touched", () => {
  test.each<[string, string, Typography]>([
    [
      "a changed word's quotation",
      '"The harbour is  wide ... and it never will," Ada Quay said.',
      { quotes: "curly" },
    ],
    [
      "a quotation that stands nowhere",
      '"The lamps of the tower -- all of them -- are out," Ada Quay said.',
      { quotes: "curly" },
    ],
    ["words outside quotations", "It's late -- very late... “The harbour is deep,” Ada Quay said.", {}],
    ["code", '    "The harbour is deep," Ada Quay said.\n', { quotes: "curly" }],
    ["the end of a line and the start of the next", "“The harbour  \nis deep,” Ada Quay said.", {}],
  ])("%s", (_, text, wanted) => expect(fixed(text, wanted)).toBe(text));

  test.each([
    ["the first", '<p>&quot;The harbour is deep," Ada Quay said.</p>'],
    ["the last", '<p>"The harbour is deep,&quot; Ada Quay said.</p>'],
  ])("a pair of marks of which %s stands as a reference", (_, page) =>
    expect(fixed(page, { quotes: "curly" }, "html")).toBe(page),
  );

  test("characters that stand as references in the page", () => {
    const page = "<p>&quot;The harbour  is&nbsp;deep,&quot; Ada Quay said.</p>";
    expect(fixed(page, { quotes: "curly" }, "html")).toBe(page);
  });

  test("attributes and tags", () => {
    const page = '<p class="a  b">"The <em class="x">harbour</em> is deep," Ada Quay said.</p>';
    expect(fixed(page, { quotes: "curly" }, "html")).toBe(
      '<p class="a  b">“The <em class="x">harbour</em> is deep,” Ada Quay said.</p>',
    );
  });

  test("line ends", () => {
    const text = "One.\r\n\r\n“The harbour\r\nis deep,” Ada  Quay said.\r“It has never  frozen,” she said.\n";
    expect(fixed(text, {}, "txt")).toBe(text.replace("never  frozen", "never frozen"));
  });
});

const WORDS = "The harbour is deep. It has never frozen, and it never will. I don't count the gulls".split(
  " ",
);
const gap = fc.constantFrom(
  " ",
  "  ",
  "\u00a0",
  " -- ",
  " - ",
  "...",
  " ... ",
  ". . .",
  " [...] ",
  "\n",
  " – ",
  ", ",
  "",
);
const mark = fc.constantFrom<[string, string]>(
  ['"', '"'],
  ["“", "”"],
  ["'", "'"],
  ["‘", "’"],
  ["«", "»"],
  ["„", "“"],
);
const quotation = fc.record({
  from: fc.nat(WORDS.length - 2),
  gaps: fc.array(gap, { minLength: 1, maxLength: 9 }),
  mark,
  inner: fc.option(mark),
});
const wanted = fc.record({
  quotes: fc.constantFrom("auto", "curly", "straight", "keep"),
  ellipsis: fc.constantFrom("character", "keep"),
  dashes: fc.constantFrom("dash", "keep"),
  spaces: fc.constantFrom("single", "keep"),
} as const);

function written(one: {
  from: number;
  gaps: readonly string[];
  mark: [string, string];
  inner: [string, string] | null;
}): string {
  const words = WORDS.slice(one.from, one.from + one.gaps.length + 1);
  const [open, close] = one.inner ?? ["", ""];
  const first = `${open}${words[0]}${close}`;
  const body = words
    .slice(1)
    .map((word, i) => `${one.gaps[i]}${word}`)
    .join("");
  return `${one.mark[0]}${first}${body}${one.mark[1]} Ada Quay said.`;
}

describe("whatever is mended", () => {
  test.each(["md", "txt", "html"] as const)(
    "in %s no word and no finding changes, and once is enough",
    (kind) => {
      fc.assert(
        fc.property(fc.array(quotation, { minLength: 1, maxLength: 4 }), wanted, (all, typography) => {
          const original = all.map(written).join("\n\n");
          const before = judged(original, kind);
          const after = fixed(original, typography, kind);
          const { report, text } = judged(after, kind);
          expect(foldedWords(text.text)).toBe(foldedWords(before.text.text));
          const said = (found: typeof report): unknown =>
            found.findings.map(({ quotation, status, problems, match }) => [
              foldedWords(quotation.text),
              status,
              problems.map(({ rule }) => rule),
              match?.start,
              match?.end,
            ]);
          expect(said(report)).toEqual(said(before.report));
          expect(report.summary).toEqual(before.report.summary);
          const letters = (one: string): string => one.replace(/[^\p{L}\p{N}]/gu, "");
          expect(letters(after)).toBe(letters(original));
          if (typography.quotes !== "auto") expect(fixed(after, typography, kind)).toBe(after);
        }),
        { numRuns: 150 },
      );
    },
  );
});
