import { html } from "hono/html";
import type { Finding, FormFinding, ReportProblem } from "../../check/index.ts";
import { ignoredLabel } from "../ignored-label.ts";
import { REASON_SENTENCES, STATUS_SENTENCES } from "../status-text.ts";
import { whereabouts } from "../whereabouts.ts";
import { comparison } from "./comparison.ts";
import { otherPlace, placeOf, voiceTag } from "./match.ts";
import { type Entry, entryId, placeId, type ReportView } from "./report-view.ts";
import { type Html, isolated, shortened, shown } from "./shown-text.ts";

/** Units of a message and of a stretch of the text shown. */
const [MESSAGE, STRETCH] = [600, 600];

/** All that is said of one quotation, or of one problem of form, as an article of its own. */
export function entryArticle(entry: Entry, view: ReportView): Html {
  const id = entryId(entry, view.prefix);
  const place = placeId(entry, view.prefix);
  return entry.kind === "finding"
    ? findingArticle(entry.finding, { id, place, number: entry.index + 1 }, view)
    : formArticle(entry.problem, { id, place, number: entry.index + 1 }, view);
}

interface Named {
  readonly id: string;
  readonly place: string;
  readonly number: number;
}

function findingArticle(finding: Finding, { id, place, number }: Named, view: ReportView): Html {
  const { status, reason, problems, quotation } = finding;
  const says = reason === null ? STATUS_SENTENCES[status] : REASON_SENTENCES[reason];
  const flagged = problems.length > 0 ? html` data-problems="${problems.length}"` : "";
  return html`<article class="finding" id="${id}" data-status="${status}"${flagged} aria-labelledby="${id}-name" tabindex="-1">
<header><h3 id="${id}-name"><span class="status" data-status="${status}">${status}</span> <span class="number">Quotation ${number}</span></h3>
<p class="at"><a href="#${place}">${shortened(whereabouts(quotation), 80)}<span class="aloud">, back to the text</span></a></p></header>
<p class="says">${says}</p>
${comparison(finding)}
${problems.length === 0 ? "" : html`<ul class="problems">${problems.map((problem) => problemItem(problem, view))}</ul>`}
${facts(finding, view)}
${others(finding, view)}
</article>
`;
}

function problemItem(problem: ReportProblem, view: ReportView): Html {
  const { rule, severity, message, touches } = problem;
  const touched =
    touches.length === 0 ? "" : html` <span class="touches">touches a ${touches.join(", a ")}</span>`;
  return html`<li data-severity="${severity}"><span class="severity">${severity}</span> ${ruleLink(rule, view)}${touched} <span class="message" dir="auto">${shown(message.slice(0, MESSAGE))}</span>${letStand(problem)}</li>`;
}

/** Why a problem may stand. */
function letStand(problem: Pick<ReportProblem, "ignored">): Html | "" {
  const label = ignoredLabel(problem);
  return label === "" ? "" : html`<span class="faint" dir="auto">${shown(label.slice(0, MESSAGE))}</span>`;
}

function ruleLink(rule: string, { rulePath }: ReportView): Html {
  return html`<a class="rule" href="${rulePath(rule)}">${rule}</a>`;
}

/** Whom the text credits, whose words they are, where they stand. */
function facts({ quotation: { attribution }, match }: Finding, view: ReportView): Html | "" {
  const credited =
    attribution === null
      ? html`<dd class="faint">nobody named</dd>`
      : html`<dd>${isolated(attribution.name, 120)} <span class="faint">by “${isolated(attribution.cue, 40)}”</span></dd>`;
  const found =
    match === null
      ? ""
      : html`<div><dt>Whose words</dt><dd>${voiceTag(match)}</dd></div><div><dt>Where</dt><dd>${placeOf(match, view)}</dd></div>`;
  return html`<dl class="facts"><div><dt>Credited to</dt>${credited}</div>${found}</dl>`;
}

function others({ status, reason, alternatives }: Finding, view: ReportView): Html | "" {
  if (alternatives.length === 0) return "";
  const title =
    status === "absent"
      ? "The nearest passages. They are not the source."
      : reason === "many-places"
        ? "The places that fit it"
        : status === "undecided"
          ? "Where such words stand"
          : "It also stands here";
  return html`<div class="others"><h4>${title}</h4><ul>${alternatives.map((match) => otherPlace(match, view))}</ul></div>`;
}

function formArticle(problem: FormFinding, { id, place, number }: Named, view: ReportView): Html {
  const { rule, severity, message, text } = problem;
  return html`<article class="finding form" id="${id}" data-status="form" data-problems="1" aria-labelledby="${id}-name" tabindex="-1">
<header><h3 id="${id}-name"><span class="status" data-status="form">form</span> <span class="number">Problem of form ${number}</span></h3>
<p class="at"><a href="#${place}">${shortened(whereabouts(problem), 80)}<span class="aloud">, back to the text</span></a></p></header>
${text === "" ? "" : html`<blockquote dir="auto">${shortened(text, STRETCH)}</blockquote>`}
<ul class="problems"><li data-severity="${severity}"><span class="severity">${severity}</span> ${ruleLink(rule, view)} <span class="message" dir="auto">${shown(message.slice(0, MESSAGE))}</span>${letStand(problem)}</li></ul>
</article>
`;
}
