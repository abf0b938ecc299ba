import { html } from "hono/html";
import type { SpeakerCount, SpeakerDocument } from "../../archive/index.ts";
import type { Context } from "../../desk/index.ts";
import {
  bounded,
  counted,
  documentPath,
  encoded,
  isolated,
  linked,
  shortened,
  speakerPath,
} from "../../publish/html/shown-text.ts";
import { dateLabel } from "../../publish/index.ts";
import { type Html, layout } from "./layout.ts";
import { type PageAnswer, pageAnswer } from "./page-answer.ts";
import { pageLinks } from "./page-links.ts";

/** Names on a page. */
const PAGE = 100;
/** Documents shown of one name; the archive's page lists and narrows more. */
const MOST_HELD = 500;

export interface SpeakersQuery {
  /** How a word of the name begins; empty: all. */
  readonly beginning: string;
  /** From 1. */
  readonly page: number;
}

/** The index of those who speak in what is held. */
export function speakersPage({ beginning, page }: SpeakersQuery, { archive }: Context): PageAnswer {
  const given = beginning.trim().slice(0, 200);
  const offset = (page - 1) * PAGE;
  const { total, speakers } = archive.speakers(PAGE, offset, given);
  const pages = Math.ceil(total / PAGE);
  const pathOf = (to: number): string =>
    `/speakers?${given === "" ? "" : `beginning=${encoded(given)}&`}page=${to}`;
  const main = html`<h1>Speakers</h1>
<p class="faint">Everybody whom a held document names as its speaker or interviewer, or gives words of his own, as it prints the name.</p>
<form class="row search" method="get" action="/speakers" role="search"><label for="beginning">A word of the name begins with</label><input id="beginning" name="beginning" value="${given}" maxlength="200" dir="auto"><button class="main">Show</button>${
    given === "" ? "" : html` <a href="/speakers">all</a>`
  }</form>
<p class="total" role="status">${counted(total, "name")}.</p>
${
  speakers.length > 0
    ? html`<ul class="names">${speakers.map(nameHtml)}</ul>`
    : html`<p class="none">${noneReason(given, total, pages)}</p>`
}
${pageLinks(page, pages, pathOf)}`;
  const canonical = given === "" && page === 1 ? "/speakers" : pathOf(page);
  return pageAnswer(layout({ title: "Speakers", place: "speakers", canonical }, main));
}

function noneReason(beginning: string, total: number, pages: number): string {
  if (total > 0) return `That page is past the last, page ${pages}.`;
  return beginning === ""
    ? "Nobody is named as speaking in what is held."
    : `No name has a word that begins with “${shortened(beginning, 60)}”; try fewer letters.`;
}

function nameHtml({ name, documents }: SpeakerCount): Html {
  return html`<li>${linked(speakerPath(name), isolated(name))} <span class="count">${documents}<span class="aloud"> ${documents === 1 ? "document" : "documents"}</span></span></li>`;
}

/** What is held of one name, by date; nothing but what documents print. */
export function speakerPage({ name }: { readonly name: string }, { archive }: Context): PageAnswer {
  const { held, alike, documents, name: printed } = archive.speaker(name);
  if (documents === 0) return unknownPage(name, alike);
  const passages = held.reduce((sum, one) => sum + one.passages, 0);
  const asked = `speaker=${encoded(printed)}`;
  const more = documents - MOST_HELD;
  const main = html`<h1>${isolated(printed)}</h1>
<p>${counted(documents, "document")}, ${counted(passages, "passage")} in this voice. ${linked(
    bounded(`/archive?${asked}`),
    "Narrow them, or search their words",
  )}</p>
<p class="notice">Only what the documents print: this page infers nothing about a person. Whether two spellings are one person, or one name two, no archive can tell.</p>
<div class="scroll" tabindex="0" role="region" aria-label="What is held"><table class="held-of">
<thead><tr><th scope="col">Date</th><th scope="col">Document</th><th scope="col">Office, as it gives it</th><th scope="col">Passages</th></tr></thead>
<tbody>${held.slice(0, MOST_HELD).map(heldHtml)}</tbody></table></div>
${more > 0 ? html`<p>${linked(bounded(`/archive?${asked}`), `and ${more} more`)}</p>` : ""}
${
  alike.length === 0
    ? ""
    : html`<section><h2>Also printed</h2><p class="hint">Other names held that share its words, or its last one. They may be somebody else.</p><ul class="names">${alike.map(nameHtml)}</ul></section>`
}`;
  return pageAnswer(
    layout({ title: shortened(printed, 80), place: "speakers", canonical: speakerPath(printed) }, main),
  );
}

function heldHtml({ document, offices, passages }: SpeakerDocument): Html {
  const { id, title, date, sourceDate } = document;
  const day = date ?? sourceDate;
  return html`<tr><td>${day === null ? html`<span class="faint">not dated</span>` : html`<time>${dateLabel(day)}</time>`}</td><td dir="auto">${linked(documentPath(id), shortened(title ?? id))}</td><td>${
    offices.length === 0
      ? html`<span class="faint">none given</span>`
      : offices.map((office, i) => html`${i === 0 ? "" : "; "}${isolated(office)}`)
  }</td><td>${passages}</td></tr>
`;
}

function unknownPage(name: string, alike: readonly SpeakerCount[]): PageAnswer {
  const main = html`<h1>Nothing is held of that name</h1>
<p><b>${isolated(name)}</b>: no held document has anybody of this name speak.</p>
${alike.length === 0 ? "" : html`<p>Names like it:</p><ul class="names">${alike.map(nameHtml)}</ul>`}
<p><a href="/speakers">All names</a></p>`;
  return pageAnswer(layout({ title: "Nothing is held of that name", place: "speakers" }, main), 404);
}
