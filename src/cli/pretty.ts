import type { Finding, FormFinding, Report, ReportMatch, ReportProblem } from "../check/index.ts";
import {
  differingQuoted,
  differingSource,
  hasLine,
  ignoredLabel,
  matchWhereabouts,
  oneLine,
  quotedWords,
  voiceWithKind,
} from "../publish/index.ts";
import type { Colors, Paint } from "./colors.ts";
import { highlighted, marker } from "./highlight.ts";

export interface PrettyOptions {
  readonly colors: Colors;
  /** Only findings with a problem at or above this are shown; null shows all. */
  readonly quiet: boolean;
}

/** A report for people: each quotation with its status, the differing words, whose words they are and where they stand. */
export function pretty(report: Report, options: PrettyOptions): string {
  const { colors } = options;
  const lines: string[] = [colors.underline(oneLine(report.text.name))];
  const findings = report.findings.filter(
    (finding) =>
      !options.quiet ||
      finding.problems.some(({ ignored }) => ignored === undefined) ||
      finding.status === "undecided",
  );
  for (const finding of findings) lines.push("", ...findingLines(finding, colors));
  if (report.form.length > 0) lines.push("", colors.bold("Form"));
  for (const problem of report.form) {
    const { rule, severity, message, text, ignored } = problem;
    const paint = ignored === undefined ? severityPaint(severity, colors) : colors.dim;
    lines.push(
      `  ${at(problem)}  ${paint(rule)}  ${oneLine(message)}${colors.dim(ignoredLabel(problem))}`,
      ...(text === "" ? [] : [`         ${colors.dim(oneLine(text))}`]),
    );
  }
  lines.push("", summary(report, colors));
  return lines.join("\n");
}

/** Line and column as editors take them, with the place beside them; the place alone where the original has no lines. */
function at({ line, column, place }: Pick<FormFinding, "line" | "column" | "place">): string {
  const counted = `${line}:${column}`;
  const told = place === null ? counted : hasLine(place) ? `${counted}, ${place.label}` : place.label;
  return oneLine(told).padStart(7);
}

function findingLines(finding: Finding, colors: Colors): string[] {
  const { quotation, status, match, alternatives } = finding;
  const [first, ...others] = findingHead(finding, colors);
  const lines = [`${at(quotation)}  ${first}`, ...others.map(indented)];
  if (match !== null) lines.push(indented(`${colors.dim("whose    ")}  ${whose(match)}`));
  const title = status === "absent" ? "nearest, not the source" : "also";
  const shown = status === "absent" || status === "undecided" ? 3 : 1;
  for (const other of alternatives.slice(0, shown))
    lines.push(indented(colors.dim(`${title}: “${shortened(other.text)}” ${whose(other)}`)));
  return lines;
}

function indented(line: string): string {
  return `         ${line}`;
}

/** A finding's status and the one credited, the quotation over the source with the differing words marked, its problems. */
export function findingHead(finding: Finding, colors: Colors): string[] {
  const { quotation, status, reason, problems, match } = finding;
  const credited =
    quotation.attribution === null ? "" : colors.dim(`  credited to ${oneLine(quotation.attribution.name)}`);
  const label = reason === null ? status : `${status} (${reason})`;
  return [
    `${statusPaint(status, colors)(label)}${credited}`,
    `${colors.dim("quotation")}  ${quotationLine(finding, colors)}`,
    ...(match === null ? [] : [`${colors.dim("source   ")}  ${sourceLine(finding, match, colors)}`]),
    ...problems.map((problem) => problemLine(problem, colors)),
  ];
}

function quotationLine(finding: Finding, colors: Colors): string {
  const spans = differingQuoted(finding);
  const mark = marker(colors, colors.red);
  return `“${quotedWords(finding)
    .map((words) => highlighted(words, spans, mark))
    .join(" ")}”`;
}

function sourceLine(finding: Finding, match: ReportMatch, colors: Colors): string {
  const spans = differingSource(finding);
  return `“${match.parts.map((part) => highlighted(part, spans, marker(colors, colors.green))).join(" […] ")}”`;
}

function problemLine(problem: ReportProblem, colors: Colors): string {
  const { rule, severity, message, touches, ignored } = problem;
  const touched = touches.length === 0 ? "" : ` Touches: ${touches.join(", ")}.`;
  const paint = ignored === undefined ? severityPaint(severity, colors) : colors.dim;
  return `${paint(`${severity} ${rule}`)}  ${oneLine(message)}${touched}${colors.dim(ignoredLabel(problem))}`;
}

function whose(match: ReportMatch): string {
  return oneLine(`${voiceWithKind(match.voice)}, ${matchWhereabouts(match)}, ${match.start}–${match.end}`);
}

function summary({ summary: { problems, quotations, ...statuses } }: Report, colors: Colors): string {
  if (quotations === 0) return "No quotations found.";
  const counted = Object.entries(statuses).filter(([, count]) => count > 0);
  const told = counted.map(([status, count]) =>
    statusPaint(status as Finding["status"], colors)(`${count} ${status}`),
  );
  const total = `${quotations} ${quotations === 1 ? "quotation" : "quotations"}`;
  const found = `${plural(problems.error, "error")}, ${plural(problems.warning, "warning")}`;
  const ignored = problems.ignored === undefined ? "" : `, ${problems.ignored} ignored`;
  return `${total}: ${told.join(", ")}. ${found}${ignored}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function statusPaint(status: Finding["status"], colors: Colors): Paint {
  if (status === "verbatim") return colors.green;
  if (status === "marked") return colors.cyan;
  return status === "undecided" ? colors.yellow : colors.red;
}

function severityPaint(severity: ReportProblem["severity"], colors: Colors): Paint {
  if (severity === "error") return colors.red;
  return severity === "warning" ? colors.yellow : colors.dim;
}

/** Units of a passage shown on one line. */
const SHORT = 120;

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length <= SHORT ? line : `${line.slice(0, SHORT)}…`;
}
