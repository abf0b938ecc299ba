import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { CSV_COLUMNS, EXPORTS } from "../../../src/publish/exports/index.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";
import {
  allTexts,
  checkedSamples,
  checkedStory,
  endless,
  HOSTILE,
  HOSTILE_NAME,
  paged,
} from "./checked-texts.ts";

type Row = Record<(typeof CSV_COLUMNS)[number], string>;

/** As it is written: with the line feed that a printed text gets. */
const table = (...checked: readonly CheckedReport[]): string =>
  `${EXPORTS.csv(checked, { version: "1.2.3" })}\n`;
const rowsOf = (...checked: readonly CheckedReport[]): Row[] =>
  parse(table(...checked), { bom: true, columns: true, record_delimiter: "\r\n" });

test("another's parser reads a row for each quotation and each problem of form, all with every column", () => {
  const texts = allTexts();
  const rows = rowsOf(...texts);
  expect(rows).toHaveLength(
    texts.reduce((sum, { report }) => sum + report.findings.length + report.form.length, 0),
  );
  for (const row of rows) expect(Object.keys(row)).toEqual([...CSV_COLUMNS]);
});

test("no text, and a text without quotations, is the header alone", () => {
  for (const text of [table(), table(checkedStory("Nothing."))])
    expect(text).toBe(`\uFEFF${CSV_COLUMNS.join(",")}\r\n`);
});

test("a row has what its quotation and its problems have", () => {
  const [row] = rowsOf(checkedStory("“The harbour is wide”, said Ada Quay."));
  expect(row).toEqual({
    file: "story.md",
    line: "1",
    column: "2",
    place: "",
    kind: "quotation",
    status: "altered",
    reason: "",
    severity: "error",
    rules: "word-changed",
    problems: "The source has “deep”, not “wide”.",
    touches: "",
    quotation: "The harbour is wide",
    credited_to: "Ada Quay",
    source: "The harbour is deep",
    whose: "Ada Quay",
    voice: "speaker",
    document: "harbour",
    title: "",
    version: "1",
    passage: "p1",
    source_place: "",
  });
});

test("a text with pages has places instead of lines", () => {
  const [row] = rowsOf(paged(checkedStory("First.\n\n“The harbour is wide”, said Ada Quay.")));
  expect([row!.line, row!.column, row!.place, row!.source_place]).toEqual(["", "", "page 2", "page 1"]);
});

test("words of several lines are one line, and every line ends with CR LF", () => {
  const text = table(checkedStory("“The harbour\nis wide, and it has\nnever frozen,” said Ada Quay."));
  expect(text.match(/(?<!\r)\n|\r(?!\n)/gu)).toBeNull();
  expect(text.split("\r\n")).toHaveLength(3);
});

test.each(["=1+1", "+1", "-1", "@a", "＝1"])("%s is a text to a spreadsheet, not a formula", (start) => {
  const { report, text } = checkedStory("“The harbour is wide”, said Ada Quay.");
  const [finding] = report.findings;
  const quotation = { ...finding!.quotation, text: `${start} is wide` };
  const [row] = rowsOf({
    report: {
      ...report,
      text: { ...report.text, name: `${start}.md` },
      findings: [{ ...finding!, quotation }],
    },
    text,
  });
  expect([row!.file, row!.quotation]).toEqual([`'${start}.md`, `'${start} is wide`]);
});

test("nothing that a text can hold begins a formula, or a row", () => {
  const texts = [checkedStory(HOSTILE, HOSTILE_NAME), ...checkedSamples()];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
  const forbidden = /^[=+\-@\t\r]|[\r\n\u0007\u001B\u202E]/u;
  for (const row of rowsOf(...texts))
    for (const cell of Object.values(row)) expect(cell).not.toMatch(forbidden);
});

test("a quotation of a million letters is shortened to what a cell holds", () => {
  const [row] = rowsOf(endless());
  expect(row!.quotation.length).toBeLessThan(32_767);
  expect(row!.quotation.endsWith("…")).toBe(true);
});
