import { html } from "hono/html";
import type { Edition } from "../../archive/index.ts";
import { documentFacts } from "./document-facts.ts";
import { documentLegend, documentSwitches } from "./document-switches.ts";
import { documentText, LONGEST_HEADING } from "./document-text.ts";
import { inlaysOf } from "./document-words.ts";
import { encoded, shortened } from "./shown-text.ts";
import { type Inlined, standaloneFile } from "./standalone-file.ts";
import { textLanguage } from "./text-language.ts";

/** A version as one file that needs no other: its facts, its text with the voices told apart, each passage under its own anchor. */
export function documentFile(edition: Edition, inlined: Inlined): string {
  const { id, document } = edition;
  const title = document.passages.find(({ kind }) => kind === "title");
  const heading = title !== undefined && title.end - title.start <= LONGEST_HEADING ? title.id : null;
  const text = documentText(document, {
    ...textLanguage(document),
    inlays: inlaysOf(document, { target: () => null }),
    place: ({ id: passage }) => `#${encoded(passage)}`,
    beside: () => null,
    below: () => null,
    heading,
  });
  const lead = "A source as it is held; whose words are whose is told beside them.";
  return standaloneFile(
    { title: shortened(document.title ?? id, 80), lead },
    html`<article class="document">
${heading === null ? html`<h1 dir="auto">${shortened(document.title ?? id)}</h1>` : ""}
${documentFacts(edition, null, false)}
<section id="document-text" aria-label="Text">
${documentSwitches(document, { spoken: false, bare: false, explained: false }, null)}
${documentLegend(document)}
${text}
</section>
</article>`,
    // The switches and the notes work by the style alone; what the pages' script does needs their server.
    { ...inlined, script: "" },
  );
}
