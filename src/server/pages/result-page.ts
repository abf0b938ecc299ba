import { html } from "hono/html";
import type { Context } from "../../desk/index.ts";
import { reportName, reportSection, statusDescriptions } from "../../publish/html/index.ts";
import { counted, documentPath, isolated, linked, shortened } from "../../publish/html/shown-text.ts";
import { printableJson, REPORT_FORM_NAMES, REPORT_FORMS, type ReportFormName } from "../../publish/index.ts";
import type { Receipt, StoredResult } from "../results.ts";
import { takeawayReport, viewOf } from "./check-result-page.ts";
import { type Html, layout } from "./layout.ts";
import { readOutline, readWhole, type StoredOutline, type StoredWhole } from "./stored-result.ts";

export interface ResultQuery {
  readonly id: string;
  readonly stored: StoredResult;
}

/** The page of a stored result; null where its file is damaged. */
export function storedResultPage({ id, stored }: ResultQuery, context: Context): string | null {
  if (stored.kind === "outline") {
    const outline = readOutline(stored.body);
    return outline === null ? null : outlinePage(id, stored, outline, context);
  }
  const whole = readWhole(stored.body);
  return whole === null ? null : wholePage(id, stored, whole, context);
}

/** A stored result as it is taken away; null where its file is damaged, or that form is not stored. */
export function storedTakeaway(
  { stored, format, version }: ResultQuery & { readonly format: ReportFormName; readonly version: string },
  context: Pick<Context, "reader">,
): string | null {
  if (stored.kind === "outline") {
    const outline = format === "json" ? readOutline(stored.body) : null;
    return outline === null ? null : `${printableJson(outline)}\n`;
  }
  const whole = readWhole(stored.body);
  if (whole === null) return null;
  const report = `${printableJson(whole.report)}\n`;
  return format === "json"
    ? report
    : takeawayReport({ request: whole.request, report, format, version }, context);
}

function wholePage(
  id: string,
  stored: StoredResult,
  whole: StoredWhole,
  { archive, reader }: Context,
): string {
  const { request, sent, report } = whole;
  const isHeld = (document: string): boolean =>
    sent
      ? request.documents.some((name) => archive.resolve(name) === document)
      : archive.summary(document) !== null;
  const main = html`${statusDescriptions()}${storedLine(stored)}
${reportSection(viewOf({ request, report: JSON.stringify(report) }, reader, isHeld))}
<div class="actions no-print"><section aria-labelledby="take"><h2 id="take">Take it away</h2>
<p class="row">${REPORT_FORM_NAMES.map((name) => html`<a class="button" href="/results/${id}?format=${name}" title="${REPORT_FORMS[name].purpose}" download>${REPORT_FORMS[name].label}</a> `)}</p></section>
${deletion(id)}</div>`;
  return String(layout({ title: shortened(reportName(request.name), 60), place: "check" }, main));
}

function outlinePage(id: string, stored: StoredResult, outline: StoredOutline, { archive }: Context): string {
  const { text, summary, findings, form } = outline;
  const main = html`<h1>Outline of a result</h1>
${storedLine(stored)}
<p class="verdict">${counted(summary.quotations, "quotation")} in ${counted(text.words, "word")}: ${counted(summary.problems.error, "error")}, ${counted(summary.problems.warning, "warning")}. Of the text nothing is kept here but its SHA-256: <code class="hash">${text.sha256}</code></p>
<div class="scroll" tabindex="0" role="region" aria-label="Findings"><table class="outline"><caption class="aloud">Findings</caption><thead><tr><th scope="col">Line</th><th scope="col">Status</th><th scope="col">Rules</th><th scope="col">Where the words stand</th></tr></thead><tbody>${findings.map(
    ({ line, status, reason, rules, place }) =>
      html`<tr><td>${line}</td><td><span class="status" data-status="${status}">${status}</span>${reason === null ? "" : ` ${reason}`}</td><td>${ruleLinks(rules)}</td><td>${place === null ? html`<span class="faint">nowhere</span>` : placeLink(place, archive)}</td></tr>`,
  )}${form.map(
    ({ line, rule, severity }) =>
      html`<tr><td>${line}</td><td><span class="status" data-status="form">form</span></td><td>${ruleLinks([{ rule, severity }])}</td><td></td></tr>`,
  )}</tbody></table></div>
<div class="actions no-print"><section aria-labelledby="take"><h2 id="take">Take it away</h2><p><a class="button" href="/results/${id}?format=json" download>JSON</a></p></section>${deletion(id)}</div>`;
  return String(layout({ title: "Outline of a result", place: "check" }, main));
}

function ruleLinks(rules: StoredOutline["form"] | StoredOutline["findings"][number]["rules"]): Html[] {
  return rules.map(
    ({ rule, severity }) =>
      html`<span data-severity="${severity}"><span class="severity">${severity}</span> <a class="rule" href="/rules#${rule}">${rule}</a></span> `,
  );
}

function placeLink(
  { document, version, passage }: NonNullable<StoredOutline["findings"][number]["place"]>,
  archive: Context["archive"],
): Html {
  const path = archive.summary(document) === null ? null : documentPath(document, version, passage ?? "");
  const place = html`${isolated(document, 80)}${version === 1 ? "" : `, version ${version}`}${passage === null ? "" : html`, passage ${isolated(passage, 40)}`}`;
  return linked(path, place);
}

function storedLine({ kind, stored }: StoredResult): Html {
  return html`<p class="against-line">Stored on <time datetime="${stored}">${stored.slice(0, 10)}</time>, ${kind === "whole" ? "with its text" : "without its text"}.</p>`;
}

function deletion(id: string): Html {
  return html`<section aria-labelledby="delete"><h2 id="delete">Delete it</h2><form method="post" action="/results/${id}/delete" enctype="multipart/form-data"><p class="row"><label for="key">Key told when it was stored</label> <input id="key" name="key" autocomplete="off" spellcheck="false"> <button>Delete</button></p><p class="hint">Whoever is signed in needs no key.</p></form></section>`;
}

/** What is told once to whoever stored a result. */
export function receiptPage({ id, key }: Receipt, kind: StoredResult["kind"], origin: string): string {
  const main = html`<div class="narrow"><h1>It is stored</h1>
<p>${kind === "whole" ? "With its text, until you delete it." : "Without a word of its text."} The link:</p>
<p class="link"><a href="/results/${id}">${origin}/results/${id}</a></p>
<h2>Deleting it</h2>
<p>The key that deletes it is told here, to this browser for an hour, and nowhere else:</p>
<p class="link"><code>${key}</code></p>
<form method="post" action="/results/${id}/delete" enctype="multipart/form-data"><input type="hidden" name="key" value="${key}"><p><button>Delete it now</button></p></form></div>`;
  return String(layout({ title: "Stored", place: "check" }, main));
}

/** That a result was deleted. */
export function deletedPage(): string {
  return String(
    layout(
      { title: "Deleted", place: "check" },
      html`<div class="narrow"><h1>It is deleted</h1><p>Its link leads nowhere now. <a href="/">To the check page</a></p></div>`,
    ),
  );
}
