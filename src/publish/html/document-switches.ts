import { html } from "hono/html";
import type { Document } from "../../documents/index.ts";
import type { Html } from "./shown-text.ts";

/** What of a document's text is shown, and how. */
export interface Switches {
  /** Only the speaker's words. */
  readonly spoken: boolean;
  /** Without words that an editor supplied. */
  readonly bare: boolean;
  /** With the editor's marks explained. */
  readonly explained: boolean;
}

/**
 * The switches of a document's page: they work by the style sheet alone, at once. What is chosen is sent as well, so
 * that an address can hold it, but where `version` is null: then there is none. None where a document has nothing to switch.
 */
export function documentSwitches(
  { passages, marks }: Document,
  on: Switches,
  version: number | null,
): Html | string {
  const kinds = new Set(marks.map(({ kind }) => kind));
  const voices = new Set(passages.map(({ voice }) => voice.kind));
  const hasSpoken = voices.has("speaker") && voices.size > 1;
  const hasMarks = (["supplied", "omission", "quoted", "stage", "note-marker"] as const).some((kind) =>
    kinds.has(kind),
  );
  if (!hasSpoken && !hasMarks) return "";
  const box = (name: string, label: string, checked: boolean, has: boolean): Html | string =>
    has
      ? html`<label><input type="checkbox" name="${name}" value="1" id="switch-${name}"${checked ? html` checked` : ""}> ${label}</label>`
      : "";
  return html`<form class="switches no-print" method="get" aria-label="Show">
${version === null ? "" : html`<input type="hidden" name="version" value="${version}">`}
${box("spoken", "Only the speaker’s words", on.spoken, hasSpoken)}
${box("bare", "Without supplied words", on.bare, kinds.has("supplied"))}
${box("explained", "Explain the editor’s marks", on.explained, hasMarks)}
${version === null ? "" : html`<button class="small">Keep in the address</button>`}
</form>`;
}

/** What each mark of the text means; shown where the marks are explained. */
export function documentLegend({ marks, passages }: Document): Html | string {
  const kinds = new Set(marks.map(({ kind }) => kind));
  const voices = new Set(passages.map(({ voice }) => voice.kind));
  const entry = (has: boolean, sign: Html, meaning: string): Html | string =>
    has ? html`<div><dt>${sign}</dt><dd>${meaning}</dd></div>` : "";
  return html`<dl class="legend">
${entry(voices.has("speaker"), html`<span class="swatch" data-voice="speaker">Full line</span>`, "The speaker’s own words.")}
${entry(voices.has("interviewer"), html`<span class="swatch" data-voice="interviewer">Double line, indented</span>`, "What the interviewer asks.")}
${entry(voices.has("editor"), html`<span class="swatch" data-voice="editor">Dotted line, plain type</span>`, "The editor’s words: title, summary, headings, notes.")}
${entry(kinds.has("quoted"), html`<span class="quoted">Dotted below</span>`, "Words of somebody else, whom the speaker quotes.")}
${entry(kinds.has("supplied"), html`<span class="supplied">[in brackets]</span>`, "Words the translator or editor supplied; nobody spoke them.")}
${entry(kinds.has("omission"), html`<abbr class="omission" title="words left out">…</abbr>`, "Here the editor left words out, or the speaker broke off; the text does not tell which.")}
${entry(kinds.has("stage"), html`<span class="stage">(stage mark)</span>`, "What happened, not what was said.")}
${entry(kinds.has("note-marker"), html`<span class="marker">[1]</span>`, "A note, which stands beside the passage.")}
</dl>`;
}
