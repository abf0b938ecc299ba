import type { Markup } from "../markup.ts";
import { attribute, type Finder, languageOf, wordsOf, type XmlElement } from "./element.ts";
import { type Person, personsOf } from "./person.ts";

/** What a file's header says; null where it says nothing. */
export interface TeiHeader {
  readonly id: string | null;
  readonly kind: Markup["kind"] | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly series: string | null;
  readonly number: string | null;
  /** As it stands there: an ISO date where `when` gives one. */
  readonly published: string | null;
  readonly subject: string | null;
  readonly outlet: string | null;
  readonly sourceDate: string | null;
  /** Where the file that was made TEI of was got from, and when. */
  readonly address: string | null;
  readonly captured: string | null;
  readonly language: string | null;
  readonly persons: ReadonlyMap<string, Person>;
  /** Whether the text's quotation marks stand in it, so that none must be written around what is quoted. */
  readonly keepsQuotationMarks: boolean;
  /** Whether saidso wrote the file: then every mark of the text is marked as such. */
  readonly isOwn: boolean;
  /** Whether the ids of elements are those that saidso gave to passages, and tell no place in another file. */
  readonly hasPassageIds: boolean;
}

const KINDS: ReadonlySet<string> = new Set(["dispatch", "transcript", "speech", "article", "plain"]);

/** The name that saidso goes by in what it writes. */
const APPLICATION = "saidso";

/** Reads the header of a text; `headers` are its own and those of the corpus around it, the nearest first. */
export function readHeader(
  headers: readonly XmlElement[],
  text: XmlElement | null,
  finder: Finder,
): TeiHeader {
  const header = headers[0] ?? null;
  const file = finder.child(header, "fileDesc");
  const profile = finder.child(header, "profileDesc");
  const statement = finder.child(file, "titleStmt");
  const series = finder.child(file, "seriesStmt");
  const publication = finder.child(file, "publicationStmt");
  const source = finder.child(file, "sourceDesc");
  const front = finder.child(text, "front");
  const ids = finder.all(publication, "idno");
  const own = finder.all(header, "application").find((one) => attribute(one, "ident") === APPLICATION);
  const kind = text === null ? null : attribute(text, "type");
  return {
    id: wordsOf(ids.find((one) => attribute(one, "type") === APPLICATION) ?? null),
    kind: kind !== null && KINDS.has(kind) ? (kind as Markup["kind"]) : null,
    title: titleOf(statement, finder),
    author: wordsOf(finder.child(statement, "author")),
    series: wordsOf(finder.child(series, "title")),
    number: wordsOf(finder.child(series, "biblScope", "idno")),
    published: dateOf(finder.first(publication, "date")),
    subject: subjectOf(profile, finder),
    ...sourceOf(source, finder, own !== undefined),
    language: sourceLanguage(source, finder) ?? textLanguage(profile, text, finder),
    persons: personsOf(front === null ? headers : [...headers, front], finder),
    keepsQuotationMarks: finder.all(header, "quotation").some((one) => attribute(one, "marks") === "all"),
    isOwn: own !== undefined,
    hasPassageIds: own !== undefined && attribute(own, "type") === "passage-ids",
  };
}

/** The main title with its subtitle; other levels and kinds are not the text's. */
function titleOf(statement: XmlElement | null, finder: Finder): string | null {
  const titles = finder.all(statement, "title");
  const main = titles.find((one) => attribute(one, "type") === "main") ?? titles[0] ?? null;
  return wordsOf(main);
}

/** A date that an attribute gives in full, else its words; null without either. */
function dateOf(date: XmlElement | null): string | null {
  if (date === null) return null;
  const when = attribute(date, "when") ?? attribute(date, "value");
  return when !== null ? (isoDate(when) ?? when) : wordsOf(date);
}

/** The day of an ISO date or moment; null for anything else. */
export function isoDate(when: string | null): string | null {
  return /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/u.exec(when ?? "")?.[1] ?? null;
}

function subjectOf(profile: XmlElement | null, finder: Finder): string | null {
  const keywords = finder.first(profile, "keywords");
  return wordsOf(finder.first(keywords, "term", "item"));
}

/** Where the text comes from: the outlet that printed it, and when; where it was captured, and when. */
function sourceOf(source: XmlElement | null, finder: Finder, isOwn: boolean) {
  const bibl = finder.first(source, "bibl", "biblStruct", "biblFull");
  const titles = finder.all(bibl, "title");
  const outlet =
    wordsOf(titles.find((one) => attribute(one, "level") === "j") ?? null) ??
    wordsOf(finder.first(bibl, "publisher"));
  const isCapture = (date: XmlElement): boolean => attribute(date, "type") === "captured";
  const dates = finder.all(bibl, "date");
  const captured = dates.find(isCapture) ?? null;
  return {
    outlet,
    sourceDate: isoDate(dateOf(dates.find((date) => !isCapture(date)) ?? null)),
    address: addressOf(bibl, finder, isOwn),
    captured: captured === null ? null : (attribute(captured, "when") ?? wordsOf(captured)),
  };
}

/** The first address of the web that a source is linked to; one that `target` can't have saidso writes as words. */
function addressOf(bibl: XmlElement | null, finder: Finder, isOwn: boolean): string | null {
  for (const link of finder.all(bibl, "ptr", "ref")) {
    const target = attribute(link, "target");
    if (target !== null && /^https?:\/\/\S+$/iu.test(target)) return target;
    if (isOwn) return wordsOf(link);
  }
  return null;
}

/** The language of the original, where the text is a translation. */
function sourceLanguage(source: XmlElement | null, finder: Finder): string | null {
  const language = finder.first(source, "textLang");
  return language === null ? null : attribute(language, "mainLang");
}

function textLanguage(profile: XmlElement | null, text: XmlElement | null, finder: Finder): string | null {
  const used = finder.all(profile, "language");
  const main = used.length === 1 ? used[0]! : null;
  const ident = main === null ? null : (attribute(main, "ident") ?? idLanguage(main));
  if (ident !== null) return ident === "und" ? (wordsOf(main) ?? null) : ident;
  return text === null ? null : (languageOf(text) ?? languageOf(text.parent as XmlElement));
}

/** Older files name a language by its id. */
function idLanguage(language: XmlElement): string | null {
  return attribute(language, "id");
}
