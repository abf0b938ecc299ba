import { html } from "hono/html";
import type { Context } from "../../desk/index.ts";
import { FILE_ENDINGS, FORMATS_IN_WORDS } from "../../formats/index.ts";
import { entryArticle } from "../../publish/html/finding.ts";
import { entriesOf, type ReportView, statusDescriptions } from "../../publish/html/index.ts";
import { counted, isolated, shortened } from "../../publish/html/shown-text.ts";
import { story } from "../../publish/html/story.ts";
import { checkExample } from "./check-example.ts";
import type { MissingField, TypedCheck } from "./check-form.ts";
import { type Html, layout } from "./layout.ts";

/** What the page offers beside what is held. */
export interface CheckPageQuery {
  readonly samples: readonly string[];
  /** What was typed before, and what is missing in it; null for a fresh form. */
  readonly again?: FormAgain | null;
}

export interface FormAgain {
  readonly typed: TypedCheck;
  readonly field: MissingField;
  readonly told: string;
}

const FRESH: TypedCheck = { text: "", as: "", sample: "", against: "", document: [], documents: "" };

/** Documents that stand as a list to be ticked; of more the names are typed. */
const MOST_LISTED = 40;

/** The page where a text is given to be checked. */
export function checkPage({ samples, again = null }: CheckPageQuery, context: Context): string {
  const main = html`<div class="check-page">
<div class="check-main">
<h1>Are these the words of the source?</h1>
<p class="lead">Give a text. Each of its quotations is held, word by word, against the sources that are here: you see what was changed, whose words they are, and where they stand.</p>
<form class="check" method="post" action="/check" enctype="multipart/form-data" aria-label="Check a text">
${textFields(samples, again)}
${againstFields(context, again)}
<p class="row"><button class="main">Check</button> <span class="hint">The text is read here and not kept.</span></p>
</form>
</div>
${example()}
</div>`;
  return String(
    layout({ title: again === null ? "Check" : "Something is missing · Check", place: "check" }, main),
  );
}

/** What is missing, beside its field; the attributes that tie the field to it. */
function missing(field: MissingField, again: FormAgain | null): { told: Html | ""; tied: Html | "" } {
  if (again?.field !== field) return { told: "", tied: "" };
  return {
    told: html`<p class="wrong" role="alert" id="${field}-wrong">${again.told}</p>`,
    tied: html` aria-invalid="true" aria-describedby="${field}-wrong" autofocus`,
  };
}

/** Endings of files that are read, as a browser wants them. */
const ACCEPTED = FILE_ENDINGS.join(",");

const AS = [
  ["guess", "what it looks like"],
  ["plain", "plain text"],
  ["markdown", "Markdown"],
  ["html", "HTML"],
] as const;

function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : ""}>${label}</option>`;
}

function textFields(samples: readonly string[], again: FormAgain | null): Html {
  const { text, as, sample } = again?.typed ?? FRESH;
  const { told, tied } = missing("text", again);
  return html`<div class="field"><label for="text">Text</label>
<textarea id="text" name="text" rows="8" dir="auto" spellcheck="false" placeholder="“The harbour is deep,” said Ada Quay."${tied}>${text === "" ? "" : `\n${text}`}</textarea>${told}</div>
<div class="fields">
<div class="field"><label for="as">Pasted as</label><select id="as" name="as">${AS.map(([value, label]) => option(value, label, as))}</select></div>
<div class="field"><label for="file">or a file</label><input id="file" type="file" name="file" accept="${ACCEPTED}" aria-describedby="file-hint"></div>
${
  samples.length === 0
    ? ""
    : html`<div class="field"><label for="sample">or a sample</label><select id="sample" name="sample"><option value="">choose one</option>${samples.map((name) => option(name, name, sample))}</select></div>`
}
</div>
<p class="hint" id="file-hint">${FORMATS_IN_WORDS}, up to 16 MB.<span class="scripted-only"> A file may be dropped anywhere on this form.</span> A file comes before what is pasted, a pasted text before a sample.</p>`;
}

function againstFields({ archive }: Context, again: FormAgain | null): Html {
  const { documents, words } = archive.size();
  const isEmpty = documents === 0;
  const typed = again?.typed ?? FRESH;
  const chosen = typed.against !== "" ? typed.against : isEmpty ? "sources" : "archive";
  const checked = (value: string): Html | "" => (value === chosen ? html` checked` : "");
  const wrong = missing("documents", again);
  const source = missing("source", again);
  const held = isEmpty
    ? html`the archive <span class="hint">It holds nothing yet: <code>saidso add</code> fills it.</span>`
    : html`the archive <span class="hint">${counted(documents, "document")}, ${counted(words, "word")}</span>`;
  return html`<fieldset class="against"><legend>Held against</legend>
<div><label><input type="radio" name="against" value="archive"${checked("archive")}> ${held}</label></div>
${isEmpty ? "" : html`<div><label><input type="radio" name="against" value="documents"${checked("documents")}${wrong.tied}> some of its documents</label>${wrong.told}${documentFields(documents, archive, typed)}</div>`}
<div><label><input type="radio" name="against" value="sources"${checked("sources")}> source files of your own</label><div class="more">${source.told}<input type="file" name="source"${source.tied} multiple aria-label="Source files" accept="${ACCEPTED}"></div></div>
</fieldset>`;
}

function documentFields(count: number, archive: Context["archive"], typed: TypedCheck): Html {
  if (count > MOST_LISTED)
    return html`<div class="more"><label for="documents">Ids, or series and number, one on a line</label><textarea id="documents" name="documents" rows="3" spellcheck="false">${typed.documents === "" ? "" : `\n${typed.documents}`}</textarea><p class="hint"><a href="/archive">The archive</a> lists them.</p></div>`;
  const { documents } = archive.list({}, MOST_LISTED, 0);
  return html`<ul class="more documents-choice">${documents.map(
    ({ id, title }) =>
      html`<li><label><input type="checkbox" name="document" value="${id}"${typed.document.includes(id) ? html` checked` : ""}> ${isolated(title ?? id, 90)} <span class="hint">${isolated(shortened(id, 60))}</span></label></li>`,
  )}</ul>`;
}

function example(): Html {
  const { report, text } = checkExample();
  const entries = entriesOf(report).filter(
    (one) => one.kind === "finding" && one.finding.status === "altered",
  );
  const view: ReportView = {
    report,
    entries,
    text,
    prefix: "example-",
    level: 2,
    rulePath: (rule) => `/rules#${rule}`,
    documentPath: () => null,
  };
  return html`<aside class="example" aria-labelledby="example"><h2 id="example">What comes out</h2>
${statusDescriptions()}
<section class="report"><div class="story">${story(view)}</div>
${entries.map((entry) => entryArticle(entry, view))}</section>
<p class="hint">An example, checked just now. saidso matches words against the sources it holds. For a translation that is the translation. It does not judge truth, and where it cannot tell it says “undecided” and why.</p>
</aside>`;
}
