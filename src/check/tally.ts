import type { Finding, FormFinding, Report } from "./report.ts";

/** How many quotations have which status, and how many problems are how severe; those that may stand are counted by themselves. */
export function tally(findings: readonly Finding[], form: readonly FormFinding[]): Report["summary"] {
  const statuses = { verbatim: 0, marked: 0, altered: 0, spliced: 0, absent: 0, undecided: 0 };
  const problems: Report["summary"]["problems"] = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) statuses[finding.status]++;
  for (const { severity, ignored } of [...findings.flatMap((finding) => finding.problems), ...form])
    if (ignored === undefined) problems[severity]++;
    else problems.ignored = (problems.ignored ?? 0) + 1;
  return { quotations: findings.length, ...statuses, problems };
}
