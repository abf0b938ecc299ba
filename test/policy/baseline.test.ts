import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportSchema } from "../../src/index.ts";
import { baselineText, entriesOf, PolicyError, readBaseline, withBaseline } from "../../src/policy/index.ts";
import { judged, rulesOf } from "./checked.ts";

const WIDE = "“The harbour is wide,” Ada Quay said.";
const WARM = "“It has always frozen,” Ada Quay said.";
const reportOf = (text: string) => judged(text).report;

describe("a baseline knows a problem by its rule and the words of its quotation", () => {
  const entries = entriesOf(reportOf(WIDE));

  test("it has no offsets", () =>
    expect(entries).toEqual([{ rule: "word-changed", quotation: "the harbour is wide", count: 1 }]));

  test.each<[string, string, string[]]>([
    ["the text as it was", WIDE, ["~word-changed"]],
    ["lines put before it", `More.\n\nAnd more.\n\n${WIDE}`, ["~word-changed"]],
    ["other typography", '"The  harbour is *wide*", Ada Quay said.', ["~word-changed"]],
    ["another quotation with the rule", `${WIDE}\n\n${WARM}`, ["~word-changed", "word-changed"]],
    ["the same once more", `${WIDE}\n\n${WIDE}`, ["~word-changed", "word-changed"]],
    ["another word changed", "“The harbour is broad,” Ada Quay said.", ["word-changed"]],
  ])("%s", (_, text, rules) => {
    const { report } = withBaseline(reportOf(text), entries);
    expect(rulesOf(report)).toEqual(rules);
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test("what is gone is stale, as often as it is gone", () => {
    const known = entriesOf(reportOf(`${WIDE}\n\n${WIDE}\n\n${WARM}`));
    expect(withBaseline(reportOf(WIDE), known).stale).toEqual([
      { rule: "word-changed", quotation: "the harbour is wide", count: 1 },
      { rule: "word-changed", quotation: "it has always frozen", count: 1 },
    ]);
  });

  test("what a remark silences is no part of it", () => {
    const report = reportOf(WIDE);
    const [finding] = report.findings;
    const ignored = { by: "remark" as const, reason: "on tape" };
    const problems = finding!.problems.map((problem) => ({ ...problem, ignored }));
    expect(entriesOf({ ...report, findings: [{ ...finding!, problems }] })).toEqual([]);
  });
});

const entry = fc.record({
  rule: fc.constantFrom("word-changed", "not-found", "typo"),
  quotation: fc.string({ maxLength: 12 }),
  count: fc.integer({ min: 1, max: 9 }),
});
const files = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.uniqueArray(entry, { selector: ({ rule, quotation }) => `${rule} ${quotation}` }),
);

describe("as a file", () => {
  test("it comes back as it was written, whatever it holds, and is written the same again", () => {
    fc.assert(
      fc.property(files, (held) => {
        const text = baselineText(new Map(Object.entries(held)));
        const again = readBaseline(text);
        expect(baselineText(again)).toBe(text);
        for (const [name, entries] of Object.entries(held))
          expect(new Set(again.get(name) ?? [])).toEqual(new Set(entries));
      }),
    );
  });

  test("it is the same in whatever order it was found, an entry a line", () => {
    const [a, b] = [
      { rule: "typo", quotation: "b", count: 1 },
      { rule: "not-found", quotation: "a", count: 2 },
    ];
    const text = baselineText(
      new Map([
        ["z.md", [a, b]],
        ["a.md", [a]],
      ]),
    );
    expect(text).toBe(
      baselineText(
        new Map([
          ["a.md", [a]],
          ["z.md", [b, a]],
        ]),
      ),
    );
    expect(text.split("\n")).toContain('      { "rule": "typo", "quotation": "b", "count": 1 }');
  });

  test.each([
    ["", "is no JSON"],
    ["{}", "version"],
    ['{"version": 2, "files": {}}', "version"],
    ['{"version": 1, "files": []}', "files"],
    ['{"version": 1, "files": {"a.md": [{"rule": "typo"}]}}', "files.a.md[0].quotation"],
    [
      '{"version": 1, "files": {"a.md": [{"rule": "typo", "quotation": "a", "count": 0}]}}',
      "files.a.md[0].count",
    ],
  ])("%s is refused", (text, reason) => {
    expect(() => readBaseline(text)).toThrow(PolicyError);
    expect(() => readBaseline(text)).toThrow(reason);
  });
});
