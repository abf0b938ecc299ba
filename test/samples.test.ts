import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Report, RULES, reportSchema } from "../src/index.ts";
import { MAIN } from "./built.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const samples = join(root, "samples");

interface Expected {
  readonly text: string;
  readonly against: readonly string[];
  readonly exit: number;
  readonly findings: readonly {
    readonly quotation: string;
    readonly status: string;
    readonly problems: readonly string[];
    readonly touches?: readonly string[];
    readonly info?: readonly string[];
    readonly reason?: string;
  }[];
  readonly form?: readonly string[];
}

const files = readdirSync(join(samples, "expected")).sort();
const expectations = files.map(
  (file) => [file, JSON.parse(readFileSync(join(samples, "expected", file), "utf8")) as Expected] as const,
);

function checked({ text, against }: Expected): { report: Report; exit: number | null } {
  const args = [MAIN, "check", text, "--format", "json", ...against.flatMap((path) => ["--against", path])];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: samples, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return { report: reportSchema.parse(JSON.parse(stdout)), exit: status };
}

const words = (text: string): string => (text.match(/[\p{L}\p{N}[\]…]+/gu) ?? []).join(" ");
const unique = (rules: readonly string[]): string[] => [...new Set(rules)].sort();

describe("each sample is judged as samples/README.md says", () => {
  test.each(expectations)("%s", (_, expected) => {
    const { report, exit } = checked(expected);
    const found = report.findings.map(({ quotation, status, reason, problems }, i) => {
      const wanted = expected.findings[i];
      const rules = (severities: readonly string[]): string[] =>
        unique(problems.filter(({ severity }) => severities.includes(severity)).map(({ rule }) => rule));
      const short =
        wanted !== undefined && words(quotation.text).startsWith(words(wanted.quotation))
          ? wanted.quotation
          : quotation.text;
      return {
        quotation: short,
        status,
        problems: rules(["error", "warning"]),
        ...(wanted?.touches && {
          touches: wanted.touches.filter((touch) =>
            problems.some(({ touches }) => touches.includes(touch as never)),
          ),
        }),
        ...(wanted?.info && { info: rules(["info"]) }),
        ...(wanted?.reason && { reason }),
      };
    });
    expect(found).toEqual(
      expected.findings.map((finding) => ({ ...finding, problems: unique(finding.problems) })),
    );
    if (expected.form !== undefined)
      expect(report.form.map(({ rule }) => rule).sort()).toEqual([...expected.form].sort());
    expect(exit).toBe(expected.exit);
  });
});

test("the samples show every status and every rule that needs no archive and no house's own rules", () => {
  const all = expectations.map(([, expected]) => expected);
  const findings = all.flatMap((expected) => expected.findings);
  expect(unique(findings.map(({ status }) => status))).toEqual([
    "absent",
    "altered",
    "marked",
    "spliced",
    "undecided",
    "verbatim",
  ]);
  const shown = new Set([
    ...findings.flatMap(({ problems, info }) => [...problems, ...(info ?? [])]),
    ...all.flatMap(({ form }) => form ?? []),
  ]);
  const needArchive = ["superseded", "form/reference-unresolved", "form/number-taken"];
  const needHouse = ["letter-case", "ignore/reason-missing", "ignore/rule-unknown", "ignore/unused"];
  const others = new Set([...needArchive, ...needHouse]);
  expect(Object.keys(RULES).filter((rule) => !shown.has(rule) && !others.has(rule))).toEqual([]);
});
