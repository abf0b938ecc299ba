import { html } from "hono/html";
import type { Finding, Report } from "../../check/index.ts";
import type { Document, Passage } from "../../documents/index.ts";
import type { FormattedText } from "../../formats/index.ts";
import { STATUSES } from "../status-text.ts";
import type { Inlay } from "./document-words.ts";
import { entryArticle } from "./finding.ts";
import { type Entry, entriesOf, entryId, placeId, type ReportView } from "./report-view.ts";
import { counted, documentPath, encoded, type Html, isolated } from "./shown-text.ts";

/** What was found in a document's own words, and where it stands on its page. */
export interface OwnFindings {
  readonly inlays: readonly Inlay[];
  /** What is said beside a passage. */
  readonly beside: (passage: Passage) => Html | null;
  readonly summary: Html;
}

/** The findings of a document checked against itself. `text` is what was checked, of the document's own words. */
export function documentFindings(report: Report, text: FormattedText, { passages }: Document): OwnFindings {
  const told = entriesOf(report).filter(isTold);
  const view: ReportView = {
    report,
    entries: told,
    text,
    prefix: "",
    level: 2,
    rulePath: (rule) => `/rules#${encoded(rule)}`,
    documentPath: ({ document, passage }) => documentPath(document.id, document.version, passage ?? ""),
  };
  const beside = new Map<Passage, Entry[]>();
  const loose: Entry[] = [];
  for (const entry of told) {
    const until = entry.kind === "form" ? entry.problem.end : entry.finding.quotation.end;
    const passage = passages.find(
      ({ start, end }) => start < Math.max(until, entry.start + 1) && entry.start < end,
    );
    const held = passage === undefined ? loose : (beside.get(passage) ?? []);
    held.push(entry);
    if (passage !== undefined) beside.set(passage, held);
  }
  return {
    inlays: [...report.findings.flatMap(quoteInlays), ...told.flatMap(formInlay)],
    beside: (passage) => (beside.has(passage) ? besideHtml(beside.get(passage)!, view) : null),
    summary: summaryHtml(report, told, loose, view),
  };
}

/** Clean quotations are marked in the text and need no words beside it. */
function isTold(entry: Entry): boolean {
  if (entry.kind === "form") return true;
  const { problems, status } = entry.finding;
  return problems.length > 0 || !(status === "verbatim" || status === "marked");
}

/** What is said of a passage's quotations: one is open, several are each on a line, so that the text is not torn apart. */
function besideHtml(entries: readonly Entry[], view: ReportView): Html {
  return html`${entries.map((entry) => {
    const [status, rules] =
      entry.kind === "form"
        ? ["form", [entry.problem.rule]]
        : [entry.finding.status, entry.finding.problems.map(({ rule }) => rule)];
    return html`<details class="told-beside" data-status="${status}"${entries.length === 1 && isGrave(entry) ? html` open` : ""}><summary><span class="status" data-status="${status}">${status}</span> ${[...new Set(rules)].join(", ")}</summary>
${entryArticle(entry, view)}</details>`;
  })}`;
}

/** What only tells can wait to be opened. */
function isGrave(entry: Entry): boolean {
  return entry.kind === "finding" || entry.problem.severity !== "info";
}

/** Where a problem of form stands, so that what is said of it leads back. */
function formInlay(entry: Entry): Inlay[] {
  if (entry.kind !== "form") return [];
  const { start, end } = entry.problem;
  let isFirst = true;
  const wrap = (inner: Html): Html => {
    const id = isFirst ? html` id="${placeId(entry, "")}"` : html``;
    isFirst = false;
    return html`<span class="in-form"${id}>${inner}</span>`;
  };
  return [{ start, end, link: false, long: true, wrap }];
}

function quoteInlays(finding: Finding, index: number): Inlay[] {
  const { status, match, quotation } = finding;
  const entry: Entry = { kind: "finding", index, start: quotation.start, finding };
  const href = isTold(entry)
    ? `#${entryId(entry, "")}`
    : match === null
      ? null
      : documentPath(match.document.id, match.document.version, match.passage ?? "");
  let isFirst = true;
  const own = (): Html => {
    const id = isFirst ? html` id="${placeId(entry, "")}"` : html``;
    isFirst = false;
    return html` class="quote" data-status="${status}"${id} title="${status}${match?.passage == null ? "" : `, ${match.passage}`}"`;
  };
  return quotation.parts.map(({ start, end }): Inlay => {
    const plain = (inner: Html): Html => html`<span${own()}>${inner}</span>`;
    const wrap = (inner: Html): Html =>
      href === null ? plain(inner) : html`<a href="${href}"${own()}>${inner}</a>`;
    return { start, end, link: href !== null, long: true, wrap, plain };
  });
}

/** Findings that are listed at the head at once. */
const FEW = 4;

function summaryHtml(
  { findings, form, summary }: Report,
  told: readonly Entry[],
  loose: readonly Entry[],
  view: ReportView,
): Html {
  if (findings.length + form.length === 0)
    return html`<p class="faint">Its title and summary put no words between quotation marks, and its form is clean.</p>`;
  const statuses = STATUSES.filter((status) => summary[status] > 0);
  return html`<p>Its title, summary, captions and headings quote ${counted(findings.length, "time")}${
    statuses.length === 0
      ? ""
      : html`: ${statuses.map(
          (status) => html`<span class="status" data-status="${status}">${summary[status]} ${status}</span> `,
        )}`
  }</p>
${told.length === 0 ? html`<p class="faint">Nothing is misquoted, and its form is clean.</p>` : html`<details${told.length <= FEW ? html` open` : ""}><summary>${counted(told.length, "finding")}, each beside its words</summary><ol class="told">${told.map(toldItem)}</ol></details>`}${
  loose.length === 0 ? "" : html`<div class="loose">${loose.map((entry) => entryArticle(entry, view))}</div>`
}`;
}

function toldItem(entry: Entry): Html {
  const status = entry.kind === "form" ? "form" : entry.finding.status;
  const words = entry.kind === "form" ? entry.problem.message : entry.finding.quotation.text;
  return html`<li><a href="#${entryId(entry, "")}"><span class="status" data-status="${status}">${status}</span> ${isolated(words, 90)}</a></li>`;
}
