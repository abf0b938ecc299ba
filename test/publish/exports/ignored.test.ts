import { expect, test } from "vitest";
import { EXPORTS, type ExportName } from "../../../src/publish/exports/index.ts";
import { checkedStory } from "./checked-texts.ts";

const plain = checkedStory("“The harbour is wide”, said Ada Quay.");

/** The story's error, let stand, as each form tells it. */
function exported(name: ExportName, ignored: { by: "remark" | "baseline"; reason: string | null }): string {
  const findings = plain.report.findings.map((finding) => ({
    ...finding,
    problems: finding.problems.map((problem) => ({ ...problem, ignored })),
  }));
  return EXPORTS[name]([{ ...plain, report: { ...plain.report, findings } }], { version: "1.2.3" });
}

test.each([
  [
    { by: "remark", reason: "As he wrote it." },
    { kind: "inSource", justification: "As he wrote it." },
  ],
  [{ by: "baseline", reason: null }, { kind: "external" }],
] as const)("what %j lets stand is suppressed in SARIF", (ignored, suppression) => {
  const [result] = JSON.parse(exported("sarif", ignored)).runs[0].results;
  expect([result.level, result.suppressions]).toEqual(["error", [suppression]]);
});

test("what is let stand fails no test case, is no annotation of GitHub, and gives a row no severity", () => {
  const ignored = { by: "baseline", reason: null } as const;
  const junit = exported("junit", ignored);
  expect(junit).toContain('failures="0"');
  expect(junit).toContain("<system-out>error word-changed (ignored): ");
  expect(exported("github", ignored)).toBe("");
  expect(exported("csv", ignored)).toContain(",quotation,altered,,,word-changed (ignored),");
});

test.each(["annotations", "schema-org"] as const)(
  "what somebody lets stand is told with the reason in %s, never as a mere error",
  (name) => {
    expect(exported(name, { by: "remark", reason: "heard on the tape" })).toMatch(
      /not “\w+”\.[^"]*\(ignored: heard on the tape\)/u,
    );
    expect(exported(name, { by: "baseline", reason: null })).toMatch(/not “\w+”\.[^"]*\(known\)/u);
  },
);
