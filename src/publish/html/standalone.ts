import { html } from "hono/html";
import { RULE_BOOK, type RuleEntry } from "../../check/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { reportName, reportSection, statusDescriptions } from "./report.ts";
import { entriesOf } from "./report-view.ts";
import { counted, type Html } from "./shown-text.ts";
import { type Inlined, standaloneFile } from "./standalone-file.ts";

/** Reports as one file that needs no other. */
export function standalonePage(checked: readonly CheckedReport[], inlined: Inlined): string {
  const many = checked.length > 1;
  const title = many ? counted(checked.length, "text") : reportName(checked[0]?.report.text.name ?? "-");
  const lead = "Words held against the sources; whether they are true is not judged.";
  return standaloneFile(
    { title, lead },
    html`${statusDescriptions()}
${many ? html`<h1>${counted(checked.length, "text")}</h1>${contents(checked)}` : ""}
${checked.map((one, i) => section(one, many ? `text-${i + 1}-` : ""))}
${rulesNamed(checked)}`,
    inlined,
  );
}

function section({ report, text }: CheckedReport, prefix: string): Html {
  return reportSection({
    report,
    entries: entriesOf(report),
    text,
    prefix,
    level: prefix === "" ? 1 : 2,
    rulePath: (rule) => `#rule-${rule}`,
    documentPath: () => null,
  });
}

function contents(checked: readonly CheckedReport[]): Html {
  return html`<ol class="contents">${checked.map(({ report }, i) => {
    const { quotations, problems } = report.summary;
    return html`<li><a href="#text-${i + 1}-report"><bdi>${reportName(report.text.name)}</bdi></a> ${counted(quotations, "quotation")}, ${counted(problems.error, "error")}, ${counted(problems.warning, "warning")}</li>`;
  })}</ol>`;
}

/** The rules that the reports name: the file explains itself. */
function rulesNamed(checked: readonly CheckedReport[]): Html | "" {
  const named = new Set(
    checked.flatMap(({ report }) => [
      ...report.findings.flatMap(({ problems }) => problems.map(({ rule }) => rule)),
      ...report.form.map(({ rule }) => rule),
    ]),
  );
  const entries = RULE_BOOK.filter(({ id }) => named.has(id));
  if (entries.length === 0) return "";
  return html`<section class="rules-named" aria-labelledby="rules"><h2 id="rules">Rules named</h2><dl>${entries.map(ruleEntry)}</dl></section>`;
}

function ruleEntry({ id, severity, what, why, breach, clean, source }: RuleEntry): Html {
  const from = source === null ? "" : html` Source: <q>${source}</q>`;
  return html`<div id="rule-${id}"><dt><code>${id}</code> <span class="severity">${severity}</span></dt><dd>${what} ${why} <span class="faint">${from} Breach: ${breach} Clean: ${clean}</span></dd></div>`;
}
