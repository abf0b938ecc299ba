import { type Report, tally } from "../check/index.ts";
import type { RuleId, Severity } from "../core/index.ts";
import type { RuleLevels } from "./config.ts";

/**
 * The report as a house wants it told: without the problems of rules that are off, and the others as severe as it has
 * them. Statuses stay: they say what the words are, whatever is told of them.
 */
export function withLevels(report: Report, levels: RuleLevels): Report {
  const told = <T extends { readonly rule: string; readonly severity: Severity }>(
    problems: readonly T[],
  ): T[] =>
    problems.flatMap((problem) => {
      const level = levels[problem.rule as RuleId] ?? problem.severity;
      return level === "off" ? [] : [{ ...problem, severity: level }];
    });
  const findings = report.findings.map((finding) => ({ ...finding, problems: told(finding.problems) }));
  const form = told(report.form);
  return { ...report, summary: tally(findings, form), findings, form };
}
