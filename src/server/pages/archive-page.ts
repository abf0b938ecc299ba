import { html } from "hono/html";
import {
  type Archive,
  type Facets,
  parseQuery,
  type SearchHit,
  type SearchPage,
  type Summary,
} from "../../archive/index.ts";
import type { Context } from "../../desk/index.ts";
import { counted, documentPath, isolated, linked, shortened, shown } from "../../publish/html/shown-text.ts";
import { dateLabel, languageName, snippetOf, voiceLabel } from "../../publish/index.ts";
import { ALL_SHOWN, archiveFacets, chosenHtml, SHOWN } from "./archive-facets.ts";
import { archiveForm } from "./archive-form.ts";
import { type ArchiveQuery, archivePath } from "./archive-query.ts";
import { type Html, layout } from "./layout.ts";
import { type PageAnswer, pageAnswer } from "./page-answer.ts";
import { pageLinks } from "./page-links.ts";

/** Documents or passages on a page. */
const PAGE = 20;

/** The page of the archive: a search, what it finds, and what it can be narrowed by. */
export function archivePage(asked: ArchiveQuery, { archive }: Context): PageAnswer {
  return archive.reading(() => {
    const size = archive.size();
    const title = asked.words === "" ? "Archive" : `${shortened(asked.words, 60)} · Archive`;
    const head = { title, place: "archive", canonical: archivePath(asked.given) } as const;
    const lead = html`<h1>Archive</h1>
<p class="faint">${counted(size.documents, "document")} held, ${counted(size.words, "word")} in all.</p>`;
    if (size.documents === 0) return pageAnswer(layout(head, html`${lead}${EMPTY}`));
    const wrong = Object.values(asked.wrong);
    const form = archiveForm(asked, languagesOf(archive, asked));
    if (wrong.length > 0) {
      const told = wrong.map((one) => html`<p class="problem" role="alert">${shortened(one)}</p>`);
      return pageAnswer(layout({ title, place: "archive" }, html`${lead}${form}${told}`), 400);
    }
    return pageAnswer(layout(head, html`${lead}${form}${foundHtml(asked, archive)}`));
  });
}

const EMPTY = html`<p class="notice">The archive holds no document yet; <code>saidso add PATH…</code> puts some in.</p>`;

/** Languages that can be chosen. */
function languagesOf(archive: Archive, { given }: ArchiveQuery): { tag: string; name: string }[] {
  const tags = archive.facets({}, 100).language.values.map(({ value }) => value);
  const chosen = given.language;
  const all = chosen === undefined || tags.includes(chosen) ? tags : [chosen, ...tags];
  return all.map((tag) => ({ tag, name: languageName(tag) })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function foundHtml(asked: ArchiveQuery, archive: Archive): Html {
  const { words, filter, page, all } = asked;
  const offset = (page - 1) * PAGE;
  const facets = archive.facets(
    words === "" ? filter : { ...filter, words },
    all === null ? SHOWN : ALL_SHOWN,
  );
  const found: Found =
    words === ""
      ? documentsFound(archive.list(filter, PAGE, offset))
      : passagesFound(archive.search({ ...filter, words, limit: PAGE, offset }), facets);
  const none = found.total === 0 ? noneHtml(asked) : pastHtml(asked, found.total);
  return html`<div class="found">
<section class="results" aria-label="Found">
${chosenHtml(asked)}
<p class="total" role="status">${found.told}</p>
${found.total > offset ? html`<ol class="hits" start="${offset + 1}">${found.items}</ol>` : none}
${pageLinks(page, Math.ceil(found.total / PAGE), (to) => archivePath(asked.given, { page: String(to) }))}
</section>
${facets.total === 0 ? "" : archiveFacets(facets, asked)}
</div>`;
}

interface Found {
  readonly total: number;
  readonly told: string;
  readonly items: readonly Html[];
}

function passagesFound({ total, hits }: SearchPage, facets: Facets): Found {
  const told =
    total === 0 ? "Nothing found." : `${counted(total, "passage")} in ${counted(facets.total, "document")}.`;
  return { total, told, items: hits.map(hitHtml) };
}

function documentsFound({ total, documents }: { total: number; documents: readonly Summary[] }): Found {
  return {
    total,
    told: total === 0 ? "Nothing found." : `${counted(total, "document")}, by date.`,
    items: documents.map(documentHtml),
  };
}

function hitHtml({ document, passage, text, found }: SearchHit): Html {
  const { stretches, cutBefore, cutAfter } = snippetOf(text, passage.start, found);
  const { kind, name } = passage.voice;
  const words = stretches.map((one) => (one.found ? html`<mark>${shown(one.text)}</mark>` : shown(one.text)));
  return html`<li class="hit" data-voice="${kind}">
<p class="whose">${isolated(voiceLabel(passage.voice))}${name === null ? "" : html` <span class="kind">${kind}</span>`}</p>
<p class="snippet" dir="auto">${cutBefore ? "… " : ""}${words}${cutAfter ? " …" : ""}</p>
<p class="from">${linked(documentPath(document.id, document.version, passage.id), html`${isolated(document.title ?? document.id, 100)}, ${shown(passage.id)}`)}${dayOf(document)}</p>
</li>
`;
}

function documentHtml(document: Summary): Html {
  const { id, title, series, number, outlet, subject, speakers, words, version } = document;
  const numbered = series === null ? null : number === null ? series : `${series} No. ${number}`;
  const said = [
    numbered,
    subject,
    outlet,
    ...speakers.slice(0, 4).map(({ name }) => name),
    speakers.length > 4 ? `and ${speakers.length - 4} more` : null,
  ].filter((part) => part !== null);
  return html`<li class="held">
<p class="title" dir="auto">${linked(documentPath(id), shortened(title ?? id))}</p>
<p class="from">${dayOf(document, "")}${said.map((part) => html`<span>${isolated(part, 100)}</span>`)}<span>${counted(words, "word")}</span>${version > 1 ? html`<span>version ${version}</span>` : ""}</p>
</li>
`;
}

function dayOf({ date, sourceDate }: Summary, lead = ", "): Html | string {
  const day = date ?? sourceDate;
  return day === null ? "" : html`${lead}<time>${dateLabel(day)}</time>`;
}

/** Why nothing was found, and what to try. */
function noneHtml({ words, filter, given }: ArchiveQuery): Html {
  const isNarrowed = Object.keys(filter).length > 0;
  const reason =
    words === ""
      ? "No document passes all that is chosen."
      : parseQuery(words).length === 0
        ? `There is no word in “${shortened(words, 80)}”.`
        : `No passage has all these words${isNarrowed ? ", in what is chosen" : ""}.`;
  const first = words.split(/\s+/u).find((word) => /^\p{L}{4,}$/u.test(word));
  return html`<div class="none"><p>${reason}</p>
<ul>${
    words === ""
      ? ""
      : html`<li>Try fewer words: a passage must have them all, as a paragraph does.</li>${
          first === undefined
            ? ""
            : html`<li>Try the beginning of a word: <a href="${archivePath(given, { q: `${[...first].slice(0, -2).join("")}*` })}">${[...first].slice(0, -2).join("")}*</a></li>`
        }`
  }${isNarrowed ? html`<li>Take out what is chosen: <a href="${archivePath(given.q === undefined ? {} : { q: given.q })}">search all documents</a></li>` : ""}</ul></div>`;
}

function pastHtml({ page, given }: ArchiveQuery, total: number): Html {
  const last = Math.ceil(total / PAGE);
  return html`<p class="none">Page ${page} is past the last; <a href="${archivePath(given, { page: String(last) })}">page ${last}</a> is the last.</p>`;
}
