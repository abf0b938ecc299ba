import type { Report, ReportProblem } from "../check/index.ts";

/** Workflow commands of GitHub Actions: one annotation a problem, at its quotation's line. */
export function github(report: Report): string {
  const { name } = report.text;
  const found = report.findings.flatMap(({ quotation, problems, status, reason }) => {
    const at = { file: name, line: quotation.line, col: quotation.column };
    const told = problems
      .filter(isTold)
      .map((problem) => command(problem.severity, { ...at, title: problem.rule }, withTouches(problem)));
    if (status === "undecided")
      told.push(
        command(
          "info",
          { ...at, title: `undecided: ${reason}` },
          `“${quotation.text}” could not be decided.`,
        ),
      );
    return told;
  });
  const form = report.form
    .filter(isTold)
    .map(({ rule, severity, message, text, line, column }) =>
      command(severity, { file: name, line, col: column, title: rule }, `${message} ${text}`.trim()),
    );
  return [...found, ...form].join("\n");
}

/** What may stand is no annotation: it would be read as a fault. */
function isTold({ ignored }: Pick<ReportProblem, "ignored">): boolean {
  return ignored === undefined;
}

function withTouches({ message, touches }: ReportProblem): string {
  return touches.length === 0 ? message : `${message} Touches: ${touches.join(", ")}.`;
}

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

function command(
  severity: ReportProblem["severity"],
  properties: Record<string, string | number>,
  message: string,
): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${told.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/gu, "%25").replace(/\r/gu, "%0D").replace(/\n/gu, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/gu, "%3A").replace(/,/gu, "%2C");
}
