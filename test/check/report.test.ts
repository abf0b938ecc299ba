import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/core/index.ts";
import { type Report, RULE_BOOK, reportJsonSchema, reportSchema } from "../../src/index.ts";
import { reportOf } from "./checking.ts";

const SOURCE =
  "Speaker: Nell Arden\n\nEvery bench faces the water. The gate has no lock and no bell. The roses came by boat in the spring of the flood.\n";
const TEXT = `“Every bench faces the wall,” Nell Arden said.

“The gate has … no bell,” she said. “The roses came by boat.”

“The moon pays half of the rent,” she said.
`;
const report = reportOf(TEXT, SOURCE);

describe("the schema", () => {
  test("takes a real report as it is", () => {
    expect(report.findings.map(({ status }) => status)).toEqual(["altered", "marked", "verbatim", "absent"]);
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test("is what stands in schema/report.v1.json", () => {
    const file = new URL("../../schema/report.v1.json", import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });

  test("allows no further properties anywhere", () => {
    const objects = objectsIn(reportJsonSchema());
    expect(objects.length).toBeGreaterThan(10);
    for (const one of objects) expect(one.additionalProperties).toBe(false);
  });

  test.each<[string, (copy: Mutable) => void]>([
    ["a key it does not know", (copy) => (copy.extra = 1)],
    ["an unknown key in a finding", (copy) => (copy.findings[0].extra = 1)],
    ["an unknown key in a problem", (copy) => (copy.findings[0].problems[0].extra = 1)],
    ["an unknown key in a match", (copy) => (copy.findings[0].match.extra = 1)],
    ["another version", (copy) => (copy.version = 2)],
    ["an unknown status", (copy) => (copy.findings[0].status = "fine")],
    ["an unknown reason", (copy) => (copy.findings[0].reason = "tired")],
    ["an unknown severity", (copy) => (copy.findings[0].problems[0].severity = "fatal")],
    ["a negative offset", (copy) => (copy.findings[0].quotation.start = -1)],
    ["a broken offset", (copy) => (copy.findings[0].quotation.start = 1.5)],
    ["line nought", (copy) => (copy.findings[0].quotation.line = 0)],
    ["a digest that is none", (copy) => (copy.text.sha256 = "abc")],
    ["a missing key", (copy) => delete copy.summary],
  ])("refuses %s", (_, change) => {
    const copy = JSON.parse(JSON.stringify(report));
    change(copy);
    expect(reportSchema.safeParse(copy).success).toBe(false);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a report that is broken on purpose has no type.
type Mutable = any;

interface JsonObject {
  readonly type?: unknown;
  readonly additionalProperties?: unknown;
}

function objectsIn(schema: unknown): JsonObject[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = (schema as JsonObject).type === "object" ? [schema as JsonObject] : [];
  return [...own, ...Object.values(schema).flatMap(objectsIn)];
}

describe("a report", () => {
  test("counts what it holds", () => {
    const { summary } = report;
    expect(summary).toMatchObject({
      quotations: 4,
      verbatim: 1,
      marked: 1,
      altered: 1,
      spliced: 0,
      absent: 1,
      undecided: 0,
    });
    const severities = report.findings.flatMap(({ problems }) => problems.map(({ severity }) => severity));
    for (const severity of ["error", "warning", "info"] as const)
      expect(summary.problems[severity]).toBe(severities.filter((one) => one === severity).length);
  });

  test("is the same for the same text and sources", () => {
    expect(reportOf(TEXT, SOURCE)).toEqual(report);
  });

  test("of a text without quotations is empty", () => {
    const empty: Report = reportOf("", SOURCE);
    expect([empty.findings, empty.form, empty.text.words]).toEqual([[], [], 0]);
    expect(reportSchema.parse(empty)).toEqual(empty);
  });

  test("shows whole words around a match and gives it W3C selectors", () => {
    const { match } = report.findings[2]!;
    expect(match!.before).toMatch(/^\S.* $/u);
    expect(match!.selectors).toEqual([
      { type: "TextQuoteSelector", exact: match!.text, prefix: match!.before, suffix: match!.after },
      { type: "TextPositionSelector", start: match!.start, end: match!.end },
    ]);
  });

  test("breaks only rules that the rule book explains, with their severity", () => {
    for (const { rule, severity } of report.findings.flatMap(({ problems }) => problems))
      expect(RULE_BOOK.find(({ id }) => id === rule)!.severity).toBe(severity);
  });
});

test("the rule book explains every rule once", () => {
  expect(RULE_BOOK.map(({ id }) => id)).toEqual(Object.keys(RULES));
});
