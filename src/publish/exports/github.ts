import type { Finding, FormFinding, ReportProblem } from "../../check/index.ts";
import type { Span } from "../../core/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { CONTROLS, oneLine } from "../printable.ts";
import { hasLine } from "../whereabouts.ts";
import { regionOf } from "./region.ts";
import { problemSentence, quotedSentence } from "./sentence.ts";

/**
 * Workflow commands of GitHub Actions: one annotation a problem, at its quotation's lines. GitHub shows the first ten of
 * each kind of a step, and all in its log: the `sarif` form has no such limit.
 */
export function github(checked: readonly CheckedReport[]): string {
  return checked.flatMap(commands).join("\n");
}

function commands({ report, text }: CheckedReport): string[] {
  const { name } = report.text;
  const at = (one: Placed, title: string): Properties => properties(name, one, text, title);
  const found = report.findings.flatMap(({ quotation, problems, status, reason }: Finding) => [
    ...problems
      .filter(isOpen)
      .map((problem) => command(problem.severity, at(quotation, problem.rule), problemSentence(problem))),
    ...(status === "undecided"
      ? [
          command(
            "info",
            at(quotation, `undecided: ${reason}`),
            `${quotedSentence(quotation.text)} could not be decided.`,
          ),
        ]
      : []),
  ]);
  const form = report.form.filter(isOpen).map((problem) => {
    const words = problem.text === "" ? "" : ` ${quotedSentence(problem.text)}`;
    const told = `${problemSentence({ ...problem, touches: [] })}${words}`;
    return command(problem.severity, at(problem, problem.rule), told);
  });
  return [...found, ...form];
}

/** What is let stand is no annotation. */
function isOpen({ ignored }: Pick<ReportProblem, "ignored">): boolean {
  return ignored === undefined;
}

type Placed = Span & Pick<FormFinding, "line" | "column" | "place">;
type Properties = Readonly<Record<string, string | number>>;

/** Where an annotation stands. Columns are told within one line: GitHub refuses them across several. */
function properties(name: string, one: Placed, text: CheckedReport["text"], title: string): Properties {
  const region = regionOf(text, one);
  const isOneLine = region?.startLine === region?.endLine;
  const lines =
    region === null
      ? {}
      : isOneLine
        ? {
            line: region.startLine,
            endLine: region.endLine,
            col: region.startColumn,
            endColumn: region.endColumn,
          }
        : { line: region.startLine, endLine: region.endLine };
  const place = one.place === null || hasLine(one.place) ? "" : `, ${oneLine(one.place.label)}`;
  return { ...(name === "-" ? {} : { file: name }), ...lines, title: `${title}${place}` };
}

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

function command(severity: ReportProblem["severity"], at: Properties, message: string): string {
  const told = Object.entries(at).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${told.join(",")}::${escaped(message)}`;
}

/** As GitHub's own toolkit escapes; a runner reads commands line by line. */
function escaped(text: string): string {
  return oneLine(text).toWellFormed().replace(/%/gu, "%25");
}

function escapedProperty(text: string): string {
  return text
    .toWellFormed()
    .replace(/%/gu, "%25")
    .replace(/\r/gu, "%0D")
    .replace(/\n/gu, "%0A")
    .replace(CONTROLS, "\uFFFD")
    .replace(/:/gu, "%3A")
    .replace(/,/gu, "%2C");
}
