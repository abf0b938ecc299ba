import { html, raw } from "hono/html";
import { RULE_BOOK, type RuleEntry } from "../../check/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { reportName, reportSection, statusDescriptions } from "./report.ts";
import { entriesOf } from "./report-view.ts";
import { counted, type Html } from "./shown-text.ts";

/** What stands inside a page that needs nothing else: style, script, and what a policy knows them by. */
export interface Inlined {
  readonly style: string;
  readonly script: string;
  /** SHA-256 of the bytes of a text, in base64. */
  readonly hash: (text: string) => string;
}

/**
 * Reports as one file that needs no other: it opens from a disk, offline, with and without its script. What its policy
 * does not name does not run and is not fetched.
 */
export function standalonePage(checked: readonly CheckedReport[], { style, script, hash }: Inlined): string {
  const [css, js] = [closed(style), closed(script)];
  const policy = `default-src 'none'; style-src 'sha256-${hash(css)}'; script-src 'sha256-${hash(js)}'; base-uri 'none'; form-action 'none'`;
  const many = checked.length > 1;
  const title = many ? counted(checked.length, "text") : reportName(checked[0]?.report.text.name ?? "-");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · saidso</title>
<style>${raw(css)}</style>
</head>
<body>
<header class="site"><span class="brand">saidso</span> <span class="faint">Words held against the sources; whether they are true is not judged.</span></header>
<main id="main">
${statusDescriptions()}
${many ? html`<h1>${counted(checked.length, "text")}</h1>${contents(checked)}` : ""}
${checked.map((one, i) => section(one, many ? `text-${i + 1}-` : ""))}
${rulesNamed(checked)}
</main>
<script type="module">${raw(js)}</script>
</body>
</html>
`;
  return String(page);
}

/** Nothing inside closes the element early. */
function closed(code: string): string {
  return code.replace(/<(?=\/(?:script|style)|!--)/giu, "\\x3c").trim();
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
