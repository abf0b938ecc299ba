import type { Finding, FormFinding, Report, ReportMatch, ReportProblem } from "../check/index.ts";
import type { Span } from "../core/index.ts";
import { differingQuoted, differingSource, quotedWords, type Words } from "./differing.ts";
import { ignoredLabel } from "./ignored-label.ts";
import { markdownText } from "./markdown-text.ts";
import { oneLine, printable } from "./printable.ts";
import { stretchesOf } from "./snippet.ts";
import { REASON_SENTENCES, STATUSES } from "./status-text.ts";
import { voiceWithKind } from "./voice-label.ts";
import { matchWhereabouts, whereabouts, whereaboutsHead } from "./whereabouts.ts";

/**
 * A report to paste into a ticket: a table of counts, then each quotation that has a problem or is undecided, with the
 * words that differ in bold. No text in it becomes markup, or calls somebody by an @.
 */
export function markdownReport(report: Report): string {
  const { text, summary, findings, form } = report;
  const told = findings.filter(
    ({ problems, status }) => problems.some(({ ignored }) => ignored === undefined) || status === "undecided",
  );
  return [
    `# ${words(text.name === "-" ? "The text" : text.name)}`,
    `${plural(summary.quotations, "quotation")} in ${plural(text.words, "word")}, held against the sources, not against the truth.`,
    summary.quotations === 0 ? "No quotation was found." : counts(report),
    ...told.map(findingBlock),
    ...(form.length === 0 ? [] : ["## Form", form.map(formItem).join("\n")]),
    `<sub>saidso, report version ${report.version}; SHA-256 of the text: ${text.sha256}</sub>`,
  ].join("\n\n");
}

function counts({ summary }: Report): string {
  const statuses = STATUSES.filter((status) => summary[status] > 0);
  const { error, warning, info, ignored } = summary.problems;
  // What may stand is not told one by one: its number says why a status counts more than are told.
  const silenced = ignored === undefined ? [] : [ignored];
  const cells = [...statuses.map((status) => summary[status]), error, warning, info, ...silenced];
  const heads = [...statuses, "errors", "warnings", "info", ...silenced.map(() => "ignored")];
  return [row(heads), row(heads.map(() => "---:")), row(cells)].join("\n");
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

function findingBlock(finding: Finding): string {
  const { quotation, status, reason, problems, match } = finding;
  const credited = quotation.attribution === null ? "" : `, credited to ${words(quotation.attribution.name)}`;
  return [
    `## ${words(whereaboutsHead(quotation))}: ${status}${credited}`,
    `> ${quotedLine(finding)}`,
    ...(match === null ? [] : [`Source: ${sourceLine(finding, match)}`, `– ${placeLine(match)}`]),
    ...(reason === null ? [] : [REASON_SENTENCES[reason]]),
    ...(problems.length === 0 ? [] : [problems.map(problemItem).join("\n")]),
  ].join("\n\n");
}

function quotedLine(finding: Finding): string {
  const spans = differingQuoted(finding);
  return `“${quotedWords(finding)
    .map((part) => bold(part, spans))
    .join(" ")}”`;
}

function sourceLine(finding: Finding, { parts }: ReportMatch): string {
  const spans = differingSource(finding);
  return `“${parts.map((part) => bold(part, spans)).join(" \\[…\\] ")}”`;
}

function bold({ text, start }: Words, spans: readonly Span[]): string {
  return stretchesOf(text, start, spans)
    .map((one) => (one.found ? boldWords(one.text) : words(one.text, printable)))
    .join("");
}

/** White space inside the marks of bold words would keep them from being bold. */
function boldWords(text: string): string {
  const inner = text.trim();
  if (inner === "") return words(text, printable);
  const at = text.indexOf(inner);
  return `${printable(text.slice(0, at))}**${words(inner)}**${printable(text.slice(at + inner.length))}`;
}

function placeLine(match: ReportMatch): string {
  return words(`${voiceWithKind(match.voice)}, ${matchWhereabouts(match)}`);
}

function problemItem(problem: ReportProblem): string {
  const { rule, severity, message, touches } = problem;
  const touched = touches.length === 0 ? "" : ` Touches: ${touches.join(", ")}.`;
  return `- **${severity}** \`${rule}\` ${words(message)}${touched}${words(ignoredLabel(problem), printable)}`;
}

function formItem(problem: FormFinding): string {
  const { rule, severity, message } = problem;
  return `- **${severity}** \`${rule}\` ${words(whereabouts(problem))}: ${words(message)}${words(ignoredLabel(problem), printable)}`;
}

/** A text on one line that Markdown shows as it is; an @ before a name calls nobody. */
function words(text: string, line: (text: string) => string = oneLine): string {
  return markdownText(line(text))
    .replace(/&(?=[#a-z0-9]+;)/giu, "&amp;")
    .replace(/@/gu, "&#64;");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
