import { html } from "hono/html";
import type { ReportMatch } from "../../check/index.ts";
import { voiceWithKind } from "../voice-label.ts";
import { signed } from "./comparison.ts";
import type { ReportView } from "./report-view.ts";
import { type Html, isolated, shortened, shown } from "./shown-text.ts";

/** Units of a title, a name and a passage shown on a line; the whole title stands in the list of documents. */
const [TITLE, NAME, PASSAGE] = [110, 80, 280];

/** Whose words they are: the name, told by its kind's own look. */
export function voiceTag({ voice }: ReportMatch): Html {
  const label = shortened(voiceWithKind(voice), NAME);
  return html`<span class="voice" data-voice="${voice.kind}">${isolated(label)}</span>`;
}

/** Where words stand: title, id, version, passage; a link where the document is held. */
export function placeOf(match: ReportMatch, { documentPath }: ReportView): Html {
  const { document, passage, place } = match;
  const title = html`<cite>${isolated(document.title ?? document.id, TITLE)}</cite>`;
  const path = documentPath(match);
  const version = document.version === 1 ? "" : `, version ${document.version}`;
  const id = document.title === null ? "" : html` <span class="faint">${isolated(document.id, NAME)}</span>`;
  const at = passage === null ? version : html`${version}, passage ${isolated(passage, NAME)}`;
  const told = place === null ? at : html`${at}, ${isolated(place.label, NAME)}`;
  return html`${path === null ? title : html`<a href="${path}">${title}</a>`}${id}${told}`;
}

/** Another place, in short. */
export function otherPlace(match: ReportMatch, view: ReportView): Html {
  return html`<li><blockquote dir="auto">${shortened(signed(match.text.slice(0, 4 * PASSAGE)), PASSAGE)}</blockquote><p>${voiceTag(match)} · ${placeOf(match, view)}</p></li>`;
}

/** Every document that the findings name, once, with its whole title. */
export function documentList(view: ReportView): Html | "" {
  const named = new Map<string, ReportMatch>();
  for (const { match, alternatives } of view.report.findings)
    for (const one of match === null ? alternatives : [match, ...alternatives]) {
      const key = `${one.document.id}\n${one.document.version}`;
      if (!named.has(key)) named.set(key, one);
    }
  if (named.size === 0) return "";
  const items = [...named.values()].map((match) => {
    const { id, title, version } = match.document;
    const path = view.documentPath({ ...match, passage: null });
    const name = html`<span class="id">${isolated(id, NAME)}</span>`;
    return html`<li>${path === null ? name : html`<a href="${path}">${name}</a>`}${version === 1 ? "" : `, version ${version}`}${titleOf(title)}</li>`;
  });
  return html`<ul class="documents">${items}</ul>`;
}

/** A title as it is; one that no page could hold is opened by whoever wants it. */
function titleOf(title: string | null): Html | "" {
  if (title === null) return "";
  if (title.length <= 4 * TITLE) return html`: <bdi>${shown(title)}</bdi>`;
  return html`<details><summary>${isolated(title, TITLE)}</summary><div class="long" dir="auto">${shown(title)}</div></details>`;
}
