import { html } from "hono/html";
import type { Edition } from "../../archive/index.ts";
import type { Passage } from "../../documents/index.ts";
import { type Citation, citationMarkdown, citationOf, citationText } from "../citation.ts";
import { DOCUMENT_FORMATS } from "../document-format.ts";
import { DOCUMENT_FORMAT_NAMES } from "../document-format-name.ts";
import { bounded, documentPath, encoded, type Html, shortened, shown } from "./shown-text.ts";

/** A passage, or the whole document, with its citation to be copied: as text, in Markdown, and its lasting address. */
export function documentCitation(edition: Edition, passage: Passage | null): Html {
  const citation = boundedCitation(citationOf(edition, passage));
  const what = passage === null ? "this document" : `passage ${shown(passage.id)}`;
  const path = documentPath(edition.id, edition.version, passage?.id ?? "") ?? "#main";
  const id = passage === null ? "cite" : "cited";
  return html`<aside class="citation no-print" aria-labelledby="${id}-head">
<p class="head" id="${id}-head">Cite ${what}</p>
${copied(`${id}-text`, "As text", citationText(citation))}
${copied(`${id}-markdown`, "In Markdown", citationMarkdown(citation))}
<p><a class="permalink" href="${path}">Link to ${what}</a>, as version ${edition.version} has it</p>
${passage === null ? files(edition) : ""}
</aside>`;
}

/** Code units of a cited passage in a field to be copied: a browser is slow with longer fields. */
const LONGEST_PASSAGE = 20_000;

/** A citation whose names and words are no longer than a page can show. */
function boundedCitation(citation: Citation): Citation {
  const { speakers, interviewer, outlet, series, number, title, address, passage } = citation;
  const cut = (text: string | null): string | null => (text === null ? null : shortened(text));
  return {
    ...citation,
    speakers: speakers.map(({ name, office }) => ({ name: shortened(name), office: cut(office) })),
    interviewer: cut(interviewer),
    outlet: cut(outlet),
    series: cut(series),
    number: cut(number),
    title: cut(title),
    address: cut(address),
    passage:
      passage === null
        ? null
        : {
            ...passage,
            voice: { ...passage.voice, name: cut(passage.voice.name) },
            text:
              passage.text.length > LONGEST_PASSAGE ? shortened(passage.text, LONGEST_PASSAGE) : passage.text,
          },
  };
}

/** The document as a file of each format. */
function files({ id, version }: Edition): Html {
  const links = DOCUMENT_FORMAT_NAMES.map((name) => {
    const path = bounded(`/api/documents/${encoded(id)}?version=${version}&format=${name}`);
    return path === null ? "" : html`<li><a href="${path}" download>${DOCUMENT_FORMATS[name].label}</a></li>`;
  });
  return html`<p class="files-head" id="files-head">As a file</p>
<ul class="files" aria-labelledby="files-head">${links}</ul>`;
}

function copied(id: string, label: string, text: string): Html {
  return html`<div class="copied"><label for="${id}">${label}</label> <button type="button" class="scripted-only" data-copy="${id}">Copy</button>
<textarea id="${id}" readonly rows="3" dir="auto">
${shown(text)}</textarea></div>`;
}
