import { html } from "hono/html";
import { shortened } from "../../publish/html/shown-text.ts";
import { type ArchiveField, type ArchiveQuery, VOICES } from "./archive-query.ts";
import type { Html } from "./layout.ts";

/** Characters a field takes: more would make an address that no server takes. */
const LONGEST = 500;

const TEXTS: readonly (readonly [ArchiveField, string, string])[] = [
  ["speaker", "Speaker", "a name, or part of it"],
  ["outlet", "Outlet", ""],
  ["subject", "Region or subject", ""],
  ["series", "Series", ""],
  ["from", "From", "2018, 2018-03 or 2018-03-28"],
  ["to", "To", "2018, 2018-03 or 2018-03-28"],
];

const VOICE_NAMES: Readonly<Record<(typeof VOICES)[number], string>> = {
  speaker: "the speaker’s",
  interviewer: "the interviewer’s",
  editor: "the editor’s",
  quoted: "a third party’s",
  unknown: "of unknown voice",
};

/** The search: words, and what else narrows it. */
export function archiveForm(
  { given, wrong, words }: ArchiveQuery,
  languages: readonly { tag: string; name: string }[],
): Html {
  const isWrong = Object.keys(wrong).length > 0;
  const voice = given.voice ?? "";
  return html`<form class="search" method="get" action="/archive" role="search">
<div class="row"><label for="q">Words</label><input type="search" id="q" name="q" value="${words.slice(0, LONGEST)}" maxlength="${LONGEST}" dir="auto" aria-describedby="q-hint"><button class="main">Search</button></div>
<p class="hint" id="q-hint">All of them in one passage; “a phrase” as it stands; begin* for each word that begins so. Without words, the documents by date.</p>
<details${isWrong ? html` open` : ""}><summary>Narrow</summary><div class="fields">
<div><label for="voice">Whose words</label><select id="voice" name="voice"${invalid(wrong, "voice")}><option value="">anybody’s</option>${VOICES.map(
    (one) => html`<option value="${one}"${one === voice ? html` selected` : ""}>${VOICE_NAMES[one]}</option>`,
  )}</select>${voice !== "" && words === "" ? html`<p class="hint">Give words as well: a voice narrows passages.</p>` : ""}</div>
${TEXTS.map(
  ([field, label, hint]) =>
    html`<div><label for="${field}">${label}</label><input id="${field}" name="${field}" value="${given[field]?.slice(0, LONGEST) ?? ""}" maxlength="${LONGEST}" dir="auto"${hint === "" ? "" : html` placeholder="${hint}"`}${invalid(wrong, field)}>${
      wrong[field] === undefined
        ? ""
        : html`<p class="wrong" id="${field}-wrong">${shortened(wrong[field])}</p>`
    }</div>`,
)}
<div><label for="language">Language</label><select id="language" name="language"><option value="">any</option>${languages.map(
    ({ tag, name }) =>
      html`<option value="${tag}"${tag === given.language ? html` selected` : ""}>${shortened(name, 60)}</option>`,
  )}</select></div>
</div></details>
</form>`;
}

function invalid(wrong: ArchiveQuery["wrong"], field: string): Html | string {
  return wrong[field] === undefined ? "" : html` aria-invalid="true" aria-describedby="${field}-wrong"`;
}
