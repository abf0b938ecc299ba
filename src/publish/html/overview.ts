import { html } from "hono/html";
import type { Report } from "../../check/index.ts";
import { STATUSES } from "../status-text.ts";
import { entryId, type ReportView } from "./report-view.ts";
import { counted, type Html, shortened } from "./shown-text.ts";

/** What was found, in one sentence. */
export function verdictLine({ summary, text, form }: Report): Html {
  const { quotations, problems } = summary;
  const found = [counted(problems.error, "error"), counted(problems.warning, "warning")];
  const formal = form.length === 0 ? "" : `, ${counted(form.length, "problem")} of form among them`;
  return html`<p class="verdict">${counted(quotations, "quotation")} in ${counted(text.words, "word")}: ${found.join(", ")}${formal}.</p>`;
}

/** Counts by status. Each is a choice that shows those alone: style does it, no script is needed. */
export function filters({ report, entries, prefix }: ReportView): Html {
  const { summary, form } = report;
  const flagged = entries.filter(
    (entry) => entry.kind === "form" || entry.finding.problems.length > 0,
  ).length;
  const choices: readonly (readonly [string, string, number])[] = [
    ["all", "all", summary.quotations + form.length],
    ["problems", "with problems", flagged],
    ...STATUSES.map((status) => [status, status, summary[status]] as const),
    ["form", "form", form.length],
  ];
  const shownChoices = choices.filter(([value, , count]) => value === "all" || count > 0);
  return html`<fieldset class="filters"><legend>Show</legend>${shownChoices.map(
    ([value, label, count]) =>
      html`<label data-status="${value}"><input type="radio" name="${prefix}show" value="${value}"${value === "all" ? html` checked` : ""}><span class="sign" aria-hidden="true"></span>${label} <b>${count}</b></label>`,
  )}</fieldset>`;
}

/** Units of a quotation in the list. */
const WORDS = 64;

/** Every entry on a line that leads to it. */
export function overview({ report, entries, prefix, level }: ReportView): Html {
  return html`<nav class="overview" aria-label="Findings${prefix === "" ? "" : ` in ${shortened(report.text.name, WORDS)}`}"><h${level + 1}>Findings</h${level + 1}><ol>${entries.map(
    (entry) => {
      const status = entry.kind === "form" ? "form" : entry.finding.status;
      const words = entry.kind === "form" ? entry.problem.text : entry.finding.quotation.text;
      const rules =
        entry.kind === "form" ? [entry.problem.rule] : entry.finding.problems.map(({ rule }) => rule);
      const flagged = rules.length > 0 ? html` data-problems="${rules.length}"` : "";
      return html`<li data-status="${status}"${flagged}><a href="#${entryId(entry, prefix)}"><span class="status" data-status="${status}">${status}</span> <span class="words" dir="auto">${shortened(words, WORDS)}</span>${rules.length === 0 ? "" : html` <span class="rules">${[...new Set(rules)].join(", ")}</span>`}</a></li>`;
    },
  )}</ol></nav>`;
}
