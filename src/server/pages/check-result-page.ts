import { html } from "hono/html";
import type { Report } from "../../check/index.ts";
import { type CheckRequest, type Context, textOf } from "../../desk/index.ts";
import type { Reader } from "../../formats/index.ts";
import { EXPORTS } from "../../publish/exports/index.ts";
import {
  entriesOf,
  type ReportView,
  reportName,
  reportSection,
  statusDescriptions,
} from "../../publish/html/index.ts";
import { counted, documentPath, shortened } from "../../publish/html/shown-text.ts";
import { markdownReport, REPORT_FORM_NAMES, REPORT_FORMS, type ReportFormName } from "../../publish/index.ts";
import { reportPage } from "../report-page.ts";
import { AGAIN, packRequest } from "./check-parcel.ts";
import { type Html, layout } from "./layout.ts";

/** A text that was checked, and what was found. */
export interface CheckedText {
  readonly request: CheckRequest;
  /** The report as JSON, as a check answers it. */
  readonly report: string;
}

export interface ResultPageQuery extends CheckedText {
  /** Whether the one who asks may store results; null where a token is needed for that. */
  readonly mayStore: boolean;
}

/** The page of a result. Nothing of it is kept: its forms carry what was checked. */
export function checkResultPage({ request, report, mayStore }: ResultPageQuery, context: Context): string {
  const view = viewOf({ request, report }, context.reader, (id) => isLinked(id, request, context));
  const packed = packRequest(request);
  const main = html`${statusDescriptions()}
<p class="against-line">Held against ${againstLabel(request, context)}. <a class="no-print" href="/">Check another text</a></p>
${reportSection(view)}
${packed === null ? TOO_LONG : actions(packed, mayStore)}`;
  return String(layout({ title: shortened(reportName(request.name), 60), place: "check" }, main));
}

/** A report in a form to be taken away, byte for byte what `saidso check --format` prints. */
export function takeawayReport(
  {
    request,
    report,
    format,
    version,
  }: CheckedText & { readonly format: Exclude<ReportFormName, "json">; readonly version: string },
  { reader }: Pick<Context, "reader">,
): string {
  const parsed = JSON.parse(report) as Report;
  if (format === "markdown") return `${markdownReport(parsed)}\n`;
  const checked = [{ report: parsed, text: textOf(request, reader) }];
  return format === "html" ? reportPage(checked) : `${EXPORTS[format](checked, { version })}\n`;
}

/** A result as its page shows it. `isHeld` tells of a document's id whether it can be read here. */
export function viewOf(
  { request, report }: CheckedText,
  reader: Reader,
  isHeld: (id: string) => boolean,
): ReportView {
  const parsed = JSON.parse(report) as Report;
  return {
    report: parsed,
    entries: entriesOf(parsed),
    text: textOf(request, reader),
    prefix: "",
    level: 1,
    rulePath: (rule) => `/rules#${rule}`,
    documentPath: ({ document: { id, version }, passage }) =>
      isHeld(id) ? documentPath(id, version, passage ?? "") : null,
  };
}

/** A source that was sent along may have the id of another that is held. */
function isLinked(id: string, { documents, sources }: CheckRequest, { archive }: Context): boolean {
  if (sources.length === 0) return archive.summary(id) !== null;
  return documents.some((name) => archive.resolve(name) === id);
}

function againstLabel({ documents, sources }: CheckRequest, { archive }: Context): Html | string {
  if (documents.length + sources.length === 0)
    return html`the archive: ${counted(archive.size().documents, "document")}`;
  const parts = [
    ...(documents.length === 0 ? [] : [`${counted(documents.length, "document")} of the archive`]),
    ...(sources.length === 0 ? [] : [`${counted(sources.length, "source file")} sent along`]),
  ];
  return parts.join(" and ");
}

const TOO_LONG = html`<p class="notice">The text is too long to be sent again from this page: <code>saidso check --format html</code> writes the report as a file.</p>`;

/** Storing signs in as well; who has signed in meanwhile, in another tab, leaves it empty. */
const TOKEN_FIELD = html`<p><label for="token">The server’s token</label> <input id="token" type="password" name="token" autocomplete="current-password" aria-describedby="token-hint"></p>
<p class="hint" id="token-hint">Storing needs it, and signs you in with it. If you have <a href="/sign-in" target="_blank">signed in</a> in another tab, leave it empty.</p>
`;

/** Taking the report away, and sharing it. One form carries the text for all of it. */
function actions(packed: string, mayStore: boolean): Html {
  return html`<form class="actions no-print" method="post" action="/check" enctype="multipart/form-data">
<input type="hidden" name="${AGAIN}" value="${packed}">
<section aria-labelledby="take"><h2 id="take">Take it away</h2>
<p class="row">${REPORT_FORM_NAMES.map((name) => html`<button name="format" value="${name}" title="${REPORT_FORMS[name].purpose}">${REPORT_FORMS[name].label}</button> `)}</p>
<p class="hint">The text was not kept: this page sends it again.</p></section>
<section aria-labelledby="share"><h2 id="share">Share it</h2>
${mayStore ? "" : TOKEN_FIELD}<div class="choices">
<div><button formaction="/results" name="keep" value="outline">Store the outline</button><p class="hint">A link to what was found, without a word of the text or of its quotations: the counts, and for each quotation its line, status, rules, and the document and passage.</p></div>
<div><button formaction="/results" name="keep" value="whole">Store it with the text</button><p class="hint">A link to this whole page. The text stays on this server until you delete it. Whoever may read here and has the link can read it.</p></div>
</div></section>
</form>`;
}
