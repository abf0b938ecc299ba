import { describe, expect, test } from "vitest";
import { libraryDispatch, parts } from "./library-dispatch.ts";
import { read } from "./reading.ts";

type Changed = Parameters<typeof libraryDispatch>[0];

/** Each row: the rule, what breaks it, where, and the clean twin that differs as little as can be. */
const rows: readonly (readonly [name: string, rule: string, breach: Changed, at: string, clean: Changed])[] =
  [
    [
      "a caption's credit without an outlet",
      "form/outlet-missing",
      { caption: "Petra Lindqvist (Image:, April 19, 2021)" },
      "(Image:, April 19, 2021)",
      { caption: "Petra Lindqvist (Image: Quay Gazette)" },
    ],
    [
      "a caption's credit that is a date alone",
      "form/outlet-missing",
      { caption: "Petra Lindqvist (Photo: April 19, 2021)" },
      "(Photo: April 19, 2021)",
      { caption: "Petra Lindqvist (Photo: Quay.example, April 19, 2021)" },
    ],
    [
      "a source note without an outlet",
      "form/outlet-missing",
      { notes: "[1] A first note.\n\n[2], April 19, 2021.\n\n[3] Retired." },
      "[2], April 19, 2021.",
      { notes: "[1] A first note.\n\n[2] Quay.example, April 19, 2021.\n\n[3] Retired on April 2, 2021." },
    ],
    [
      "two dates in the header",
      "form/date-mismatch",
      { dateline: "May 8, 2021\nTowns & Libraries | Bulletin Series No. 88" },
      "May 8, 2021",
      { dateline: "7 May 2021\nTowns & Libraries | Bulletin Series No. 88" },
    ],
    [
      "two numbers in the header",
      "form/date-mismatch",
      { dateline: "May 7, 2021\nTowns & Libraries | Bulletin Series No. 89" },
      "Towns & Libraries | Bulletin Series No. 89",
      { dateline: "Towns & Libraries | Bulletin Series No. 88" },
    ],
    [
      "a bracket that is never closed",
      "form/bracket-unbalanced",
      { first: 'Q: "Why does the [old library open at night?"' },
      "[",
      { first: 'Q: "Why does the [old] library open at night?"' },
    ],
    [
      "a bracket that was never opened",
      "form/bracket-unbalanced",
      { first: 'Q: "Why does the old] library open at night?"' },
      "]",
      { first: 'Q: "Why does the [very [old]] library open at night?"' },
    ],
    [
      "an answer whose last paragraph does not close",
      "form/quotation-unclosed",
      { fourth: 'A: "The bell stays.\n\n"It hangs in the hall.' },
      '"',
      { fourth: 'A: "The bell stays.\n\n"It hangs in the hall."' },
    ],
    [
      "a turn that starts inside an answer",
      "form/quotation-unclosed",
      { second: 'A: "Because the ferries come late.[3]' },
      '"',
      { second: 'A: "Because the ferries come late."[3]' },
    ],
    [
      "curly marks that do not close",
      "form/quotation-unclosed",
      { fourth: "A: “The bell stays where it hangs." },
      "“",
      { fourth: "A: “The bell stays.\n\n“It hangs in the hall.”" },
    ],
    [
      "a marker without its note",
      "form/note-missing",
      { fourth: 'A: "The bell stays.[4]"' },
      "[4]",
      { fourth: 'A: "The bell stays in [4] parishes."' },
    ],
    [
      "a marker in the title without its note",
      "form/note-missing",
      { title: `${parts.title}[9]` },
      "[9]",
      { title: `${parts.title}[1]` },
    ],
    [
      "a note without its marker",
      "form/note-unused",
      { notes: `${parts.notes}\n\n[4] The bell was cast in 1702.` },
      "[4] The bell was cast in 1702.",
      { notes: `${parts.notes}\n\n[4] The bell was cast in 1702.`, fourth: 'A: "The bell stays.[4]"' },
    ],
  ];

describe.each(rows)("%s", (_, rule, breach, at, clean) => {
  test(`breaks ${rule}, once, where it stands`, () => {
    const text = libraryDispatch(breach);
    const { form } = read(text);
    expect(form.map((problem) => [problem.rule, text.slice(problem.start, problem.end)])).toEqual([
      [rule, at],
    ]);
    expect(form[0]!.message).toMatch(/^\S.*\.$/u);
  });

  test("has a clean twin", () => {
    expect(read(libraryDispatch(clean)).form).toEqual([]);
  });
});

test("several problems stand in text order", () => {
  const { form } = read(
    libraryDispatch({
      caption: "Petra Lindqvist (Image:, April 19, 2021)",
      fourth: 'A: "The bell [stays.[7]',
      notes: "[1] First.\n\n[2], April 19, 2021.\n\n[3] Retired.",
    }),
  );
  expect(form.map(({ rule }) => rule)).toEqual([
    "form/outlet-missing",
    "form/quotation-unclosed",
    "form/bracket-unbalanced",
    "form/note-missing",
    "form/outlet-missing",
  ]);
});

test("a remark with a star needs no marker", () => {
  expect(read(libraryDispatch({ notes: `${parts.notes}\n\n[*] The desk thanks the library.` })).form).toEqual(
    [],
  );
});

test("a bracket may close in the answer's next paragraph", () => {
  const fourth = 'A: "The bell stays. [Here she rang it.\n\n"It rang twice.] And we went home."';
  expect(read(libraryDispatch({ fourth })).form).toEqual([]);
});

test("texts of other forms have no form to break", () => {
  const text = 'Speaker: Petra Lindqvist\n\nThe bell [stays. "It hangs in the hall.[4]';
  expect(read(text)).toMatchObject({ kind: "speech", form: [] });
});
