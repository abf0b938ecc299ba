import type { FormFinding, Report } from "../check/index.ts";
import { oneLine } from "../publish/index.ts";
import { findingText, isClean } from "./finding-text.ts";

/** Findings that are told in lines: with problems, and without. More stand in the report. */
const FLAGGED = 100;
const CLEAN = 20;

/** A report in lines: the counts, what is wrong or cannot be told, then what is right. Numbers are places in `findings`. */
export function reportText({ text, summary, findings, form }: Report): string {
  const told = findings.map((finding, i) => ({
    clean: isClean(finding),
    line: `${i + 1}. ${findingText(finding)}`,
  }));
  return [
    `${text.name === "-" ? "The text" : oneLine(text.name)}: ${counts(summary)}`,
    ...listed(
      told.filter(({ clean }) => !clean).map(({ line }) => line),
      FLAGGED,
    ),
    ...listed(
      told.filter(({ clean }) => clean).map(({ line }) => line),
      CLEAN,
    ),
    ...listed(form.map(formText), FLAGGED),
    ...(isSafe(summary)
      ? []
      : ["Do not present altered, spliced or absent words as anybody's: use the source's words."]),
  ].join("\n\n");
}

function counts({ quotations, problems, ...statuses }: Report["summary"]): string {
  if (quotations === 0) return "no quotations were found.";
  const kinds = Object.entries(statuses).filter(([, count]) => count > 0);
  const said = kinds.map(([status, count]) => `${count} ${status}`).join(", ");
  const severe = Object.entries(problems).filter(([, count]) => count > 0);
  const wrong = severe.map(([severity, count]) => `${count} ${severity}`).join(", ");
  const total = `${quotations} ${quotations === 1 ? "quotation" : "quotations"}`;
  return `${total}: ${said}. Problems: ${wrong === "" ? "none" : wrong}.`;
}

function isSafe({ altered, spliced, absent }: Report["summary"]): boolean {
  return altered + spliced + absent === 0;
}

function listed(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  return more <= 0 ? [...lines] : [...lines.slice(0, most), `… and ${more} more, in the report.`];
}

function formText({ severity, rule, message, text, line }: FormFinding): string {
  const words = text.trim() === "" ? "" : ` “${oneLine(text)}”`;
  return `Line ${line}: ${severity} ${rule}: ${oneLine(message)}${words}`;
}
