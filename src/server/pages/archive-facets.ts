import { html } from "hono/html";
import { FACETS, type FacetName, type Facets } from "../../archive/index.ts";
import { bounded, isolated, linked } from "../../publish/html/shown-text.ts";
import { type YearBar, yearChart } from "../../publish/html/year-chart.ts";
import { languageName } from "../../publish/language-name.ts";
import { type ArchiveQuery, archivePath } from "./archive-query.ts";
import type { Html } from "./layout.ts";

/** Values shown of each facet, and of one whose values are all asked for. */
export const SHOWN = 8;
export const ALL_SHOWN = 500;

const NAMES: Readonly<Record<FacetName, string>> = {
  speaker: "Speaker",
  outlet: "Outlet",
  subject: "Region or subject",
  series: "Series",
  language: "Language",
};

/** What the documents found can be narrowed by: each value a link with the number of documents it leaves. */
export function archiveFacets(facets: Facets, asked: ArchiveQuery): Html {
  return html`<aside class="facets" aria-label="Narrow">
${yearChart(facets.years, (bar) => bounded(yearPath(bar, asked)))}
${FACETS.map((name) => facetHtml(name, facets, asked))}
</aside>`;
}

function facetHtml(name: FacetName, facets: Facets, { given, all }: ArchiveQuery): Html | string {
  const { total, values } = facets[name];
  if (total === 0) return "";
  const most = all === name ? ALL_SHOWN : SHOWN;
  const more = total - Math.min(values.length, most);
  return html`<section><h2>${NAMES[name]}</h2>
<ul>${values.slice(0, most).map(({ value, documents }) => {
    const label = name === "language" ? languageLabel(value) : value;
    const isChosen = given[name] === value;
    const path = bounded(archivePath(given, { [name]: value }));
    return html`<li>${isChosen ? html`<b>${isolated(label)}</b>` : linked(path, isolated(label))} <span class="count">${documents}</span></li>`;
  })}</ul>${
    more <= 0
      ? ""
      : all === name
        ? html`<p class="hint">${more} more; type a name into the form.</p>`
        : html`<p><a href="${archivePath(given, { all: name })}">${more} more</a></p>`
  }</section>`;
}

function languageLabel(tag: string): string {
  const name = languageName(tag);
  return name === tag ? tag : `${name} (${tag})`;
}

/** Narrows to a bar's years; what is already narrower stays. */
function yearPath({ first, last }: YearBar, { given, wrong }: ArchiveQuery): string {
  const { from, to } = Object.keys(wrong).length > 0 ? {} : given;
  return archivePath(given, {
    from: from !== undefined && from >= first ? from : first,
    to: to !== undefined && to.slice(0, 4) <= last ? to : last,
  });
}

/** What has been chosen, each with a link that takes it out again. */
export function chosenHtml({ given }: ArchiveQuery): Html | string {
  const chosen = (
    ["voice", "speaker", "outlet", "subject", "series", "from", "to", "language"] as const
  ).flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]] as const]));
  if (chosen.length === 0) return "";
  return html`<ul class="chosen" aria-label="Chosen">${chosen.map(
    ([field, value]) =>
      html`<li><a href="${archivePath(given, { [field]: null })}"><span class="faint">${CHOSEN[field]}</span> ${isolated(value, 80)} <span aria-hidden="true">×</span><span class="aloud">, take out</span></a></li>`,
  )}${chosen.length > 1 ? html`<li><a href="${archivePath(given.q === undefined ? {} : { q: given.q })}">Take all out</a></li>` : ""}</ul>`;
}

const CHOSEN = { ...NAMES, voice: "Voice", from: "From", to: "To" } as const;
