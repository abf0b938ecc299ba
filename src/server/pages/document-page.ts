import { html } from "hono/html";
import type { Archive, Edition } from "../../archive/index.ts";
import { archiveHoldings, isSelfContained, type Report } from "../../check/index.ts";
import { nearestNames } from "../../check/nearest-name.ts";
import { type Context, checkHeld, DeskError, heldEdition, heldPassage } from "../../desk/index.ts";
import type { Passage } from "../../documents/index.ts";
import type { FormattedText } from "../../formats/index.ts";
import { documentCitation } from "../../publish/html/document-citation.ts";
import { documentFacts } from "../../publish/html/document-facts.ts";
import { documentFindings, type OwnFindings } from "../../publish/html/document-findings.ts";
import { documentReferences } from "../../publish/html/document-references.ts";
import { documentLegend, documentSwitches, type Switches } from "../../publish/html/document-switches.ts";
import { documentText, LONGEST_HEADING, placeIn } from "../../publish/html/document-text.ts";
import { documentVersions, versionsBeside } from "../../publish/html/document-versions.ts";
import { byPlace, inlaysOf } from "../../publish/html/document-words.ts";
import { documentPath, encoded, isolated, linked, shortened } from "../../publish/html/shown-text.ts";
import { textLanguage } from "../../publish/html/text-language.ts";
import { compareVersions } from "../../publish/version-comparison.ts";
import { type Html, layout } from "./layout.ts";
import { movedTo, type PageAnswer, pageAnswer } from "./page-answer.ts";

/** What is asked of a document's page. */
export interface DocumentQuery {
  /** Its id, or its series and number. */
  readonly name: string;
  /** Null: the latest. */
  readonly version: number | null;
  /** A version to stand beside it. */
  readonly beside: number | null;
  /** A passage to be cited, by id. */
  readonly cite: string | null;
  /** Only the citation, for the page's script. */
  readonly citationAlone: boolean;
  readonly on: Switches;
  /** The query as it was sent, with its `?`; it stays where the page has another address. */
  readonly query: string;
}

/** Milliseconds that a document is checked against itself before its page goes out without the rest. */
const OWN_CHECK = 400;

/** The page of a document, of two of its versions, or of what is held instead. */
export function documentPage(asked: DocumentQuery, context: Context): PageAnswer {
  const { archive } = context;
  try {
    return archive.reading(() => {
      const edition = heldEdition(archive, asked.name, asked.version ?? undefined);
      if (edition.id !== asked.name) return movedTo(`/documents/${encoded(edition.id)}${asked.query}`);
      if (asked.beside !== null) return besidePage(edition, asked.beside, archive);
      const cited = asked.cite === null ? null : heldPassage(edition, asked.cite);
      if (asked.citationAlone) return pageAnswer(documentCitation(edition, cited));
      return readingPage(edition, cited, asked, context);
    });
  } catch (error) {
    if (error instanceof DeskError) return missingPage(error, asked, archive);
    throw error;
  }
}

function readingPage(
  edition: Edition,
  cited: Passage | null,
  { on }: DocumentQuery,
  context: Context,
): PageAnswer {
  const { archive } = context;
  const { id, version, document, latest } = edition;
  const links = archive.references(id);
  const versions = archive.versions(id);
  const report = ownReport(edition, context);
  const own = report === null ? null : documentFindings(report.report, report.text, document);
  const title = document.passages.find(({ kind }) => kind === "title");
  const heading = title !== undefined && title.end - title.start <= LONGEST_HEADING ? title.id : null;
  const text = documentText(document, {
    ...textLanguage(document),
    inlays: [...inlaysOf(document, { target: targetIn(archive) }), ...(own?.inlays ?? [])].sort(byPlace),
    place: placeIn(version),
    beside: own?.beside ?? (() => null),
    below: (passage) => (passage === cited ? documentCitation(edition, passage) : null),
    heading,
  });
  const count = links.to.length + links.from.length;
  const main = html`<article class="document">
${heading === null ? html`<h1 dir="auto">${shortened(document.title ?? id)}</h1>` : ""}
${latest ? "" : olderNotice(edition, versions.length)}
${documentFacts(edition, archive.summary(id))}
<nav class="parts no-print" aria-label="On this page"><a href="#document-text">Text</a>${
    own === null ? "" : html` <a href="#document-own">Checked against itself</a>`
  } <a href="#document-references">References (${count})</a> <a href="#document-versions">Versions (${versions.length})</a> <a href="#document-cite">Cite</a> <a href="/api/documents/${encoded(id)}/original?version=${version}" download>Original file</a></nav>
${own === null ? "" : ownSection(own)}
<section id="document-text" aria-label="Text">
${documentSwitches(document, on, version)}
${documentLegend(document)}
${text}
</section>
<section id="document-references"><h2>References</h2>
${documentReferences({ id, title: document.title, date: document.date }, links)}</section>
<section id="document-versions"><h2>Versions</h2>
${documentVersions(edition, versions)}</section>
<section id="document-cite" class="no-print"><h2>Cite</h2>
<p class="hint">For a single passage, follow its sign beside the text.</p>
${documentCitation(edition, null)}</section>
</article>`;
  const head = shortened(document.title ?? id, 80);
  return pageAnswer(
    layout({ title: head, place: "archive", canonical: documentPath(id, latest ? null : version) }, main),
  );
}

function ownSection(own: OwnFindings): Html {
  return html`<section id="document-own" class="own"><h2>Checked against itself</h2>
${own.summary}</section>`;
}

function olderNotice({ id, version }: Edition, versions: number): Html {
  return html`<p class="notice">This is version ${version} of ${versions}: ${linked(documentPath(id), "read the latest")}, or <a href="/documents/${encoded(id)}?version=${version}&amp;beside=${versions}">see what changed</a>.</p>`;
}

interface OwnReport {
  readonly report: Report;
  /** What was checked: the document's own text. */
  readonly text: FormattedText;
}

/** The report on what a dispatch's title and summary quote of it; null for what quotes nothing of itself. */
function ownReport(edition: Edition, { archive, reader, hash, watch }: Context): OwnReport | null {
  const { document, id, version, origin } = edition;
  if (!isSelfContained(document)) return null;
  const bytes = archive.original(id, version);
  if (bytes === null) return null;
  const text = reader.read(bytes, origin);
  // A reader of another stamp may have read it otherwise; its offsets would then be of another text.
  if (text.text !== document.text) return null;
  const until = Date.now() + OWN_CHECK;
  const isOver = (): boolean => Date.now() > until || (watch?.isOver?.() ?? false);
  const checked = { name: origin, text, sha256: hash(bytes) };
  return { report: checkHeld(checked, archiveHoldings(archive), { isOver }), text };
}

/** Series and number lead to what is held of them; each is asked for once. */
function targetIn(archive: Archive): (reference: { series: string; number: string }) => string | null {
  const known = new Map<string, string | null>();
  return ({ series, number }) => {
    const name = `${series} No. ${number}`;
    const held = known.get(name);
    if (held !== undefined) return held;
    const id = archive.resolve(name);
    const path = id === null ? null : documentPath(id);
    known.set(name, path);
    return path;
  };
}

function besidePage(edition: Edition, beside: number, archive: Archive): PageAnswer {
  const { id } = edition;
  const other = heldEdition(archive, id, beside);
  const [older, newer] = edition.version <= other.version ? [edition, other] : [other, edition];
  const rows = compareVersions(older.document, newer.document);
  const title = shortened(newer.document.title ?? id);
  const { rightToLeft } = textLanguage(newer.document);
  const main = html`<article class="document compared">
<h1>Version ${older.version} beside version ${newer.version}</h1>
<p class="of" dir="auto">${linked(documentPath(id), title)}</p>
${versionsBeside(older, newer, rows, rightToLeft)}
<section><h2>Versions</h2>
${documentVersions(newer, archive.versions(id))}</section>
</article>`;
  const canonical = `/documents/${encoded(id)}?version=${older.version}&beside=${newer.version}`;
  return pageAnswer(layout({ title: shortened(title, 80), place: "archive", canonical }, main));
}

/** More documents than any archive holds. */
const ALL = 2 ** 31 - 1;

const MISSING = {
  "unknown-document": {
    title: "No such document is held",
    reason: "nothing of this id, or of this series and number, is held.",
  },
  "unknown-version": { title: "No such version is held", reason: null },
  "unknown-passage": { title: "No such passage", reason: "this version has no passage of that id." },
} as const;

function missingPage(error: DeskError, { name, cite }: DocumentQuery, archive: Archive): PageAnswer {
  if (!(error.code in MISSING)) throw error;
  const { title, reason } = MISSING[error.code as keyof typeof MISSING];
  const id = archive.resolve(name);
  const near = id !== null ? [id] : nearestNames(name.slice(0, LONGEST_NAME), idsOf(archive));
  const main = html`<h1>${title}</h1>
<p><b>${isolated(error.code === "unknown-passage" ? (cite ?? "") : name)}</b>: ${reason ?? shortened(error.reason)}</p>
${
  near.length === 0
    ? ""
    : html`<p>${id === null ? "The nearest:" : "The document:"}</p>
<ul>${near.map((one) => html`<li>${linked(documentPath(one), isolated(one))}</li>`)}</ul>`
}
<p><a href="/archive">All documents</a></p>`;
  return pageAnswer(layout({ title, place: "archive" }, main), 404);
}

/** Units of a name that nearer ones are looked for: each is compared with all that are held. */
const LONGEST_NAME = 200;

function idsOf(archive: Archive): string[] {
  return archive.list({}, ALL, 0).documents.map(({ id }) => id);
}
