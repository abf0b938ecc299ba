import { html } from "hono/html";
import { STATUSES, WHAT_COUNTS } from "../status-text.ts";
import { entryArticle } from "./finding.ts";
import { NOTHING } from "./markup.ts";
import { documentList } from "./match.ts";
import { filters, overview, verdictLine } from "./overview.ts";
import type { ReportView } from "./report-view.ts";
import { counted, type Html, isolated, shortened } from "./shown-text.ts";
import { story } from "./story.ts";

/** Units of a text's name in its heading. */
const NAME = 120;

/** Findings that a browser is told to lay out as they come into view. */
const LONG = 100;

/** A report as a section of a page: the counts, the text with its quotations marked, each finding. */
export function reportSection(view: ReportView): Html {
  const { report, entries, prefix, level } = view;
  // On a page of several reports each part is called by its text.
  const of = prefix === "" ? "" : `: ${reportName(report.text.name)}`;
  return html`<section class="report" aria-labelledby="${prefix}report">
<header class="report-head">
<h${level} id="${prefix}report">${isolated(reportName(report.text.name))}</h${level}>
${verdictLine(report)}
${notices(view)}
${entries.length === 0 ? "" : filters(view)}
</header>
<div class="panes">
<section class="story" aria-labelledby="${prefix}text"><h${level + 1} class="aloud" id="${prefix}text">The text${of}</h${level + 1}>${story(view)}</section>
${entries.length === 0 ? "" : html`${overview(view)}<section class="findings${entries.length > LONG ? " long" : ""}" aria-labelledby="${prefix}findings"><h${level + 1} class="aloud" id="${prefix}findings">Findings in full${of}</h${level + 1}>${entries.map((entry) => entryArticle(entry, view))}</section>`}
</div>
${sources(view)}
</section>
`;
}

/** A text's name for a heading. */
export function reportName(name: string): string {
  return name === "-" ? "The text" : shortened(name, NAME);
}

/** What the marks in the text are called when they are read aloud; once on a page. */
export function statusDescriptions(): Html {
  return html`<div hidden>${STATUSES.map((status) => html`<span id="says-${status}">${status}</span>`)}</div>`;
}

/** What must be known before the report is read. */
function notices({ report, entries: { length: entries } }: ReportView): Html {
  const { findings, form, summary } = report;
  const late = findings.filter(({ reason }) => reason === "out-of-time").length;
  const all = findings.length + form.length;
  const told: (Html | string)[] = [];
  if (late > 0)
    told.push(
      html`<p class="problem" role="note">The check was ended before it was done: ${counted(late, "quotation")} of ${summary.quotations} ${late === 1 ? "is" : "are"} undecided for that alone. Check a shorter text, or use the command line.</p>`,
    );
  if (entries < all)
    told.push(
      html`<p class="notice" role="note">Of ${counted(all, "finding")} ${entries} are shown in full, those with problems first. Every quotation is marked in the text, and the JSON report has all.</p>`,
    );
  if (findings.length === 0)
    told.push(
      html`<p class="notice" role="note"><strong>No quotation was found.</strong> ${WHAT_COUNTS}</p>`,
    );
  return told.length === 0 ? NOTHING : html`${told}`;
}

function sources(view: ReportView): Html | "" {
  const list = documentList(view);
  const id = `${view.prefix}documents`;
  return list === ""
    ? ""
    : html`<section class="sources" aria-labelledby="${id}"><h${view.level + 1} id="${id}">Documents named${view.prefix === "" ? "" : html`<span class="aloud">: ${reportName(view.report.text.name)}</span>`}</h${view.level + 1}>${list}</section>`;
}
