import { describe, expect, test } from "vitest";
import { reportSchema } from "../../src/index.ts";
import { withIgnores, withLevels } from "../../src/policy/index.ts";
import { judged, type READERS, rulesOf } from "./checked.ts";

const WIDE = "“The harbour is wide,” Ada Quay said.";
const WARM = "“It has always frozen,” Ada Quay said.";

function told(original: string, kind: keyof typeof READERS = "md"): string[] {
  const { text, report } = judged(original, kind);
  const found = withIgnores(report, text);
  expect(reportSchema.parse(found)).toEqual(found);
  return rulesOf(found);
}

describe("a remark silences its rules and no others, in its block or the next", () => {
  test.each<[string, string, string[]]>([
    ["before the paragraph", `<!-- saidso-ignore word-changed: on tape -->\n\n${WIDE}`, ["~word-changed"]],
    ["right above it", `<!-- saidso-ignore word-changed: on tape -->\n${WIDE}`, ["~word-changed"]],
    ["on its line", `${WIDE} <!-- saidso-ignore word-changed: on tape -->`, ["~word-changed"]],
    [
      "for that paragraph alone",
      `<!-- saidso-ignore word-changed: on tape -->\n\n${WIDE}\n\n${WARM}`,
      ["~word-changed", "word-changed"],
    ],
    [
      "for the whole file, wherever it stands",
      `${WIDE}\n\n${WARM}\n\n<!-- saidso-ignore-file word-changed: on tape -->`,
      ["~word-changed", "~word-changed"],
    ],
    [
      "several rules",
      `<!-- saidso-ignore word-changed, not-found: on tape -->\n\n${WIDE} “The lamps of the tower are out of oil,” Ada Quay said.`,
      ["~word-changed", "~not-found"],
    ],
    ["all of them", `<!-- saidso-ignore *: on tape -->\n\n${WIDE}`, ["~word-changed"]],
    [
      "not another rule",
      `<!-- saidso-ignore word-added: on tape -->\n\n${WIDE}`,
      ["word-changed", "ignore/unused"],
    ],
  ])("%s", (_, text, rules) => expect(told(text)).toEqual(rules));

  test("its reason stands in the report, and what is ignored is counted by itself", () => {
    const { text, report } = judged(`<!-- saidso-ignore word-changed: heard\n on tape -->\n\n${WIDE}`);
    const { findings, summary } = withIgnores(report, text);
    expect(findings[0]!.problems[0]!.ignored).toEqual({ by: "remark", reason: "heard on tape" });
    expect(findings[0]!.status).toBe("altered");
    expect(summary.problems).toEqual({ error: 0, warning: 0, info: 0, ignored: 1 });
  });

  test("in HTML", () => {
    const remark = "<!-- saidso-ignore word-changed: on tape -->";
    expect(told(`<p>One.</p>${remark}<p>${WIDE}</p><p>${WARM}</p>`, "html")).toEqual([
      "~word-changed",
      "word-changed",
    ]);
  });
});

describe("what a remark gets wrong is told, and silences nothing", () => {
  test.each<[string, string, string[]]>([
    ["no reason", "saidso-ignore word-changed", ["word-changed", "ignore/reason-missing"]],
    ["an empty reason", "saidso-ignore word-changed:  ", ["word-changed", "ignore/reason-missing"]],
    ["an unknown rule", "saidso-ignore word-chnaged: slip", ["word-changed", "ignore/rule-unknown"]],
    ["one unknown rule of two", "saidso-ignore word-changed, x: y", ["word-changed", "ignore/rule-unknown"]],
    ["no rule", "saidso-ignore : why", ["word-changed", "ignore/rule-unknown"]],
    ["another word", "saidso-disable word-changed: why", ["word-changed", "ignore/rule-unknown"]],
    ["a slip in its name", "saidso-ignroe word-changed: why", ["word-changed", "ignore/rule-unknown"]],
    ["a rule of remarks", "saidso-ignore ignore/unused: why", ["word-changed", "ignore/unused"]],
    ["what is no remark to saidso", "a note: see saidso-ignore", ["word-changed"]],
  ])("%s", (_, remark, rules) => expect(told(`<!-- ${remark} -->\n\n${WIDE}`)).toEqual(rules));

  test("with the line of the remark", () => {
    const { text, report } = judged(`Words.\n\nMore. <!-- saidso-ignore typo: why -->\n\n${WIDE}`);
    expect(withIgnores(report, text).form).toMatchObject([
      { rule: "ignore/unused", severity: "warning", line: 3, column: 7, text: "", start: 13, end: 13 },
    ]);
  });
});

describe("in plain text a line of its own is a remark", () => {
  test.each<[string, string, string[]]>([
    [
      "above a paragraph",
      `saidso-ignore word-changed: on tape\n${WIDE}\n\n${WARM}`,
      ["~word-changed", "word-changed"],
    ],
    ["in a comment's signs", `<!-- saidso-ignore word-changed: on tape -->\r\n${WIDE}`, ["~word-changed"]],
    ["parting a paragraph", `Ada came.\n  saidso-ignore word-changed: on tape\n${WIDE}`, ["~word-changed"]],
    ["not inside a line", `She wrote saidso-ignore word-changed: why. ${WIDE}`, ["word-changed"]],
  ])("%s", (_, text, rules) => expect(told(text, "txt")).toEqual(rules));

  test("its words are none of the text, and offsets stay", () => {
    const original = `saidso-ignore word-changed: on tape\n${WIDE}`;
    const { text, report } = judged(original, "txt");
    expect(report.text.words).toBe(judged(WIDE, "txt").report.text.words);
    expect(text.text.length).toBe(original.length);
    expect(text.text.slice(text.blocks[0]!.start)).toBe(WIDE);
  });
});

test("a text without remarks keeps the very report", () => {
  const { text, report } = judged(`<!-- a note -->\n\n${WIDE}`);
  expect(withIgnores(report, text)).toBe(report);
});

describe("levels", () => {
  const { report } = judged(`${WIDE}\n\n“The harbour is deeep,” Ada Quay said.`);

  test("a rule that is off is not told, and the status stays", () => {
    const told = withLevels(report, { "word-changed": "off" });
    expect(told.findings.map(({ status }) => status)).toEqual(["altered", "altered"]);
    expect(told.summary.problems).toEqual({ error: 0, warning: 0, info: 1 });
  });

  test("a rule of another severity is counted as that", () => {
    const told = withLevels(report, { "word-changed": "warning", typo: "error" });
    expect(told.summary.problems).toEqual({ error: 1, warning: 2, info: 0 });
  });

  test("without any the report is the same", () => expect(withLevels(report, {})).toEqual(report));
});

test("many remarks, and long blank lines, are read", () => {
  const many = `${"<!-- saidso-ignore typo: why -->\n\nWords.\n\n".repeat(20_000)}${WIDE}`;
  expect(told(many).filter((rule) => rule === "ignore/unused").length).toBe(20_000);
  expect(told(`${" ".repeat(100_000)}x\n${WIDE}`, "txt")).toEqual(["word-changed"]);
});
