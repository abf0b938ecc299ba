import type { FormFinding, Report } from "../check/index.ts";
import { oneLine, whereaboutsHead } from "../publish/index.ts";
import { documentLines, findingText, isClean } from "./finding-text.ts";

/** Findings that are told in lines: with problems, and without. More stand in the report. */
const FLAGGED = 100;
const CLEAN = 20;

/** A report in lines: the counts, what is wrong or cannot be told, then what is right. Numbers are places in `findings`. */
export function reportText({ text, summary, findings, form }: Report): string {
  const lines = (clean: boolean): string[] =>
    findings.flatMap((one, i) => (isClean(one) === clean ? [`${i + 1}. ${findingText(one)}`] : []));
  const documents = documentLines(findings);
  return [
    `${text.name === "-" ? "The text" : oneLine(text.name)}: ${counts(summary)}`,
    ...listed(lines(false), FLAGGED),
    ...listed(lines(true), CLEAN),
    ...listed(form.map(formText), FLAGGED),
    ...(documents.length === 0 ? [] : [listed(documents, FLAGGED).join("\n")]),
    ...(summary.problems.error === 0 ? [] : [MEND]),
  ].join("\n\n");
}

/** What is to be done where something is wrong: the last that a model reads. */
const MEND =
  "Mend each error before you give these quotations: put the source's own words, mark what is changed with … or [ ], credit whose words they are, or drop the quotation.";

function counts({ quotations, problems, ...statuses }: Report["summary"]): string {
  if (quotations === 0) return "no quotations were found.";
  const kinds = Object.entries(statuses).filter(([, count]) => count > 0);
  const said = kinds.map(([status, count]) => `${count} ${status}`).join(", ");
  const severe = Object.entries(problems).filter(([, count]) => count !== undefined && count > 0);
  const wrong = severe.map(([severity, count]) => `${count} ${severity}`).join(", ");
  const total = `${quotations} ${quotations === 1 ? "quotation" : "quotations"}`;
  return `${total}: ${said}. Problems: ${wrong === "" ? "none" : wrong}.`;
}

function listed(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  return more <= 0 ? [...lines] : [...lines.slice(0, most), `… and ${more} more, in the report.`];
}

function formText(problem: FormFinding): string {
  const { severity, rule, message, text } = problem;
  const words = text.trim() === "" ? "" : ` “${oneLine(text)}”`;
  return `${oneLine(whereaboutsHead(problem))}: ${severity} ${rule}: ${oneLine(message)}${words}`;
}
