import { html } from "hono/html";
import type { Edition, Summary } from "../../archive/index.ts";
import type { Speaker } from "../../documents/index.ts";
import { captureLabel } from "../capture-label.ts";
import { dateLabel } from "../date-label.ts";
import { languageName } from "../language-name.ts";
import { bounded, counted, encoded, type Html, isolated, linked, shown, speakerPath } from "./shown-text.ts";

/** Speakers that are named at the head; a list of more is no head. */
const MOST_SPEAKERS = 50;

/**
 * What a document's header says; what it does not say is not there. `summary` is of its latest version. With `links`,
 * what others may share leads to those of the archive's pages.
 */
export function documentFacts(
  { id, document, latest, version }: Edition,
  summary: Summary | null,
  links = true,
): Html {
  const {
    kind,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate,
    language,
    capture,
    speakers,
    interviewer,
  } = document;
  const written = latest ? (summary?.written ?? null) : null;
  const numbered = series === null || number === null ? series : `${series} No. ${number}`;
  return html`<dl class="header-facts">
${fact("Kind", kind)}${fact("Series", numbered === null ? null : narrowed("series", series!, links, numbered))}${fact(
  "Date",
  date === null ? null : dateLabel(date),
)}${fact("Region or subject", subject === null ? null : narrowed("subject", subject, links))}${fact(
  "Outlet",
  outlet === null ? null : narrowed("outlet", outlet, links),
)}${fact("Source’s date", sourceDate === null ? null : dateLabel(sourceDate))}${fact(
  "Language it names",
  language,
)}${fact(
  "Captured",
  capture === null ? null : captureLabel(capture),
)}${fact("Written in", written === null ? null : languageName(written))}${
  speakers.length === 0
    ? ""
    : fact(speakers.length === 1 ? "Speaker" : "Speakers", speakerList(speakers, links))
}${fact("Interviewer", interviewer === null ? null : linked(links ? speakerPath(interviewer) : null, isolated(interviewer)))}${fact(
  "Held as",
  html`<code><bdi>${shown(id)}</bdi></code>, version ${version}`,
)}${fact("Length", lengthOf(document.passages.length, latest ? summary : null))}</dl>`;
}

function fact(name: string, value: Html | string | null): Html | string {
  if (value === null) return "";
  return html`<div><dt>${name}</dt><dd>${typeof value === "string" ? isolated(value) : value}</dd></div>\n`;
}

function lengthOf(passages: number, summary: Summary | null): string {
  const words = summary === null ? "" : `, ${counted(summary.words, "word")}`;
  return `${counted(passages, "passage")}${words}`;
}

/** What is said, as a link to the documents that say the same. */
function narrowed(field: string, value: string, links: boolean, label = value): Html {
  return linked(links ? bounded(`/archive?${field}=${encoded(value)}`) : null, isolated(label));
}

function speakerList(speakers: readonly Speaker[], links: boolean): Html {
  const more = speakers.length - MOST_SPEAKERS;
  return html`<ul class="plain">${speakers
    .slice(0, MOST_SPEAKERS)
    .map(
      ({ name, office }) =>
        html`<li>${linked(links ? speakerPath(name) : null, isolated(name))}${
          office === null ? "" : html`, <span class="office">${isolated(office)}</span>`
        }</li>`,
    )}${more > 0 ? html`<li>and ${more} more</li>` : ""}</ul>`;
}
