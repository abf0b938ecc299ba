import type { Edition } from "../../archive/index.ts";
import type { Document, Reference } from "../../documents/index.ts";
import type { Cast } from "./cast.ts";
import { element, exactText } from "./element.ts";
import type { Identity } from "./identity.ts";

/** What a tag of a language looks like: any other name of one is written out. */
const LANGUAGE_TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** An address that any reader of XML takes for one; of another, its words are written. */
const ADDRESS =
  /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:[/?](?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-F]{2})*)?(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-F]{2})*)?$/i;

/** The header of a document: all that it says of itself. `idKind` says whose ids the text has; `referenceIds` are the ids of what it refers to, in order. */
export function headerOf(
  edition: Edition,
  cast: Cast,
  idKind: Identity["kind"],
  referenceIds: readonly string[],
): string {
  const { document } = edition;
  const file = [
    `<titleStmt>${said("title", document.title) || "<title/>"}</titleStmt>`,
    `<editionStmt>${element("edition", { n: String(edition.version) }, `Version ${edition.version}`)}</editionStmt>`,
    publication(edition),
    seriesOf(document),
    related(document.references, referenceIds),
    `<sourceDesc>${sourceOf(document)}</sourceDesc>`,
  ];
  return lines([
    "<teiHeader>",
    "  <fileDesc>",
    ...file.map((part) => (part === "" ? "" : `    ${part}`)),
    "  </fileDesc>",
    `  ${encoding(idKind)}`,
    profile(document, cast),
    revision(edition.added),
    "</teiHeader>",
  ]);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n  ");
}

/** An element of plain words, or nothing where there are none. */
function said(tag: string, words: string | null, attributes: Record<string, string> = {}): string {
  return words === null ? "" : element(tag, attributes, exactText(words));
}

function dated(date: string | null): string {
  return date === null || !DAY.test(date) ? "" : element("date", { when: date }, exactText(date));
}

function publication({ id, sha256, document }: Edition): string {
  const numbers = said("idno", id, { type: "saidso" }) + said("idno", sha256, { type: "sha256" });
  return `<publicationStmt><authority>An archive of saidso</authority>${numbers}${dated(document.date)}</publicationStmt>`;
}

function seriesOf({ series, number }: Document): string {
  if (series === null && number === null) return "";
  const title = said("title", series, { level: "s" }) || '<title level="s"/>';
  return `<seriesStmt>${title}${said("biblScope", number, { unit: "issue" })}</seriesStmt>`;
}

function related(references: readonly Reference[], ids: readonly string[]): string {
  if (references.length === 0) return "";
  const items = references.map(({ desk, series, number, title, date }, index) => {
    const parts = [
      said("publisher", desk),
      said("title", series, { level: "s" }),
      said("biblScope", number, { unit: "issue" }),
      said("title", title, { level: "a" }),
      dated(date),
    ];
    return `<relatedItem type="reference">${element("bibl", { "xml:id": ids[index]! }, parts.join(""))}</relatedItem>`;
  });
  return `<notesStmt>${items.join("")}</notesStmt>`;
}

/** Where the text was printed and captured, and, of a dispatch, the language that it is translated from. */
function sourceOf({ kind, outlet, sourceDate, capture, language }: Document): string {
  const from = kind === "dispatch" && language !== null && LANGUAGE_TAG.test(language) ? language : null;
  const parts = [
    said("title", outlet, { level: "j" }),
    dated(sourceDate),
    captured(capture),
    from === null ? "" : element("textLang", { mainLang: from }, ""),
  ];
  const bibl = parts.join("");
  return bibl === "" ? "<p>The document names no source.</p>" : `<bibl>${bibl}</bibl>`;
}

function captured(capture: Document["capture"]): string {
  if (capture === null) return "";
  const { address, date } = capture;
  const from = ADDRESS.test(address) ? element("ptr", { target: address }, "") : said("ref", address);
  const when = date !== null && MOMENT.test(date) ? date : null;
  return from + said("date", date, { type: "captured", ...(when === null ? {} : { when }) });
}

function encoding(idKind: Identity["kind"]): string {
  const application = { ident: "saidso", version: "1", type: idKind };
  return [
    "<encodingDesc>",
    `<appInfo>${element("application", application, "<label>saidso</label>")}</appInfo>`,
    '<editorialDecl><quotation marks="all"><p>Quotation marks stand in the text.</p></quotation></editorialDecl>',
    "</encodingDesc>",
  ].join("");
}

function profile(document: Document, cast: Cast): string {
  const { kind, language, subject } = document;
  const isTranslated = kind === "dispatch" && language !== null && LANGUAGE_TAG.test(language);
  const used = language === null || isTranslated ? "" : `<langUsage>${languageOf(language)}</langUsage>`;
  const about =
    subject === null ? "" : `<textClass><keywords>${said("term", subject)}</keywords></textClass>`;
  const persons = cast.lists === "" ? "" : `<particDesc>${cast.lists}\n      </particDesc>`;
  const parts = used + about + persons;
  return parts === "" ? "" : `  <profileDesc>${parts}</profileDesc>`;
}

function languageOf(language: string): string {
  return LANGUAGE_TAG.test(language)
    ? element("language", { ident: language }, "")
    : element("language", { ident: "und" }, exactText(language));
}

function revision(added: string): string {
  if (!MOMENT.test(added)) return "";
  return `  <revisionDesc>${element("change", { when: added }, "Added to the archive.")}</revisionDesc>`;
}

/** The language that a text's words are in, where the document says it by a tag. */
export function textLanguage({ kind, language }: Document): string | null {
  return kind !== "dispatch" && language !== null && LANGUAGE_TAG.test(language) ? language : null;
}
