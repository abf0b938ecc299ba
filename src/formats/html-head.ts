import { linkedData } from "./html-linked-data.ts";
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isComment,
  isElement,
  isText,
  shortText,
  tokens,
  visit,
} from "./html-parser.ts";

/** What a page says of itself; null where it says nothing. */
export interface HeadFields {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  /** Absolute URL: where a browser saved it from, else the page's own canonical one. */
  readonly address: string | null;
  /** ISO instant at which it was saved. */
  readonly captured: string | null;
}

/** Where each field is looked for, best first: names of `<meta>`, a place in the body, or a field of linked data. */
const SOURCES = {
  title: [
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "<title>",
    "{headline}",
    "twitter:title",
  ],
  author: ["author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author"],
  byline: ["{author}", "[rel=author]", "[itemprop=author]", "[class=byline]"],
  published: [
    "article:published_time",
    "citation_publication_date",
    "datepublished",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.created",
    "{datePublished}",
    "pubdate",
    "date",
    "[itemprop=datepublished]",
    "[datetime]",
  ],
  outlet: [
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "{publisher}",
    "application-name",
  ],
  language: ["<html>", "content-language", "og:locale"],
  address: ["<!--saved-->", "[rel=canonical]", "og:url"],
  captured: ["<!--date-->"],
} as const;

/** What a title is parted by from the name of its outlet. */
const TITLE_SEPARATOR = /\s+[|–—·»:-]\s+$/;

/** Bylines longer than this are sentences about the author. */
const LONGEST_BYLINE = 80;

function clean(value: string | null): string | null {
  const words = value?.replace(/\s+/g, " ").trim() ?? "";
  return words === "" ? null : words;
}

function* metaValues(element: HtmlElement): Generator<[string, string | null]> {
  for (const name of ["property", "name", "itemprop", "http-equiv"]) {
    const key = attribute(element, name)?.trim().toLowerCase();
    if (key !== undefined) yield [key, attribute(element, "content")];
  }
}

function* bodyValues(element: HtmlElement): Generator<[string, string | null]> {
  if (element.attrs.length === 0) return;
  const property = tokens(element, "itemprop");
  if (property.includes("datepublished")) {
    yield ["[itemprop=datepublished]", attribute(element, "datetime") ?? attribute(element, "content")];
  }
  if (element.tagName === "time") yield ["[datetime]", attribute(element, "datetime")];
  if (tokens(element, "rel").includes("author") && element.tagName === "a")
    yield ["[rel=author]", shortText(element)];
  if (property.includes("author"))
    yield ["[itemprop=author]", attribute(element, "content") ?? shortText(element)];
  if (tokens(element, "class").includes("byline")) yield ["[class=byline]", shortText(element)];
}

/** What browsers (`saved from url=(0024)https://…`) and SingleFile (`url: …`, `saved date: …`) leave in a comment. */
function* commentValues(comment: string): Generator<[string, string | null]> {
  const address = /^\s*saved from url=\(\d+\)(\S+)|^\s*Page saved with SingleFile\s+url: (\S+)/.exec(comment);
  if (address === null) return;
  yield ["<!--saved-->", absolute(address[1] ?? address[2]!)];
  const date = /\n\s*saved date: ([^\n]+)/.exec(comment)?.[1];
  yield ["<!--date-->", date === undefined ? null : instant(date)];
}

/** An address of the web as it stands; null for a file's or a relative one. */
function absolute(address: string | null): string | null {
  return address !== null && /^https?:\/\/\S+$/i.test(address.trim()) ? address : null;
}

/** Only a date that says its distance from Greenwich is an instant. */
function instant(date: string): string | null {
  if (!/(?:GMT|Z|[+-]\d\d:?\d\d)/.test(date)) return null;
  const time = Date.parse(date.replace(/\s*\([^)]*\)\s*$/, ""));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function values(element: HtmlElement): Iterable<[string, string | null]> {
  if (element.tagName === "meta") return metaValues(element);
  if (element.tagName === "link" && tokens(element, "rel").includes("canonical"))
    return [["[rel=canonical]", absolute(attribute(element, "href"))]];
  if (element.tagName === "h1") return [["<h1>", shortText(element)]];
  if (element.tagName === "title") return [["<title>", shortText(element)]];
  if (element.tagName === "html")
    return [["<html>", attribute(element, "lang") ?? attribute(element, "xml:lang")]];
  if (element.tagName === "script") return scriptValues(element);
  return bodyValues(element);
}

function scriptValues(element: HtmlElement): Iterable<[string, string | null]> {
  const text = element.childNodes.find(isText);
  const isData = attribute(element, "type")?.trim().toLowerCase() === "application/ld+json";
  return isData && text !== undefined ? linkedData(text.value) : [];
}

function first(found: ReadonlyMap<string, string>, places: readonly string[]): string | null {
  for (const place of places) {
    const value = found.get(place);
    if (value !== undefined) return value;
  }
  return null;
}

function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (title === null || outlet === null || !title.endsWith(outlet)) return title;
  const rest = title.slice(0, -outlet.length);
  return TITLE_SEPARATOR.test(rest) ? rest.replace(TITLE_SEPARATOR, "") : title;
}

/** A window's title is the text's, its site's name after it: where the page's heading begins it, that alone is the text's. */
function withoutSite(title: string | null, heading: string | null): string | null {
  if (title === null || heading === null || !title.startsWith(heading)) return title;
  return /^\s+[|–—·»:-]\s/.test(title.slice(heading.length)) ? heading : title;
}

function isName(value: string | null): value is string {
  return value !== null && !/^https?:|^@/i.test(value);
}

function authorOf(found: ReadonlyMap<string, string>): string | null {
  for (const place of SOURCES.author) {
    const value = first(found, [place]);
    if (isName(value)) return value;
  }
  const byline = first(found, SOURCES.byline)?.replace(/^(?:written\s+)?by:?\s+/i, "") ?? null;
  return isName(byline) && byline.length <= LONGEST_BYLINE ? byline : null;
}

/** Reads a page's head, and what stands in its body for one: the byline and the first time given. */
export function readHead(root: HtmlNode): HeadFields {
  const found = new Map<string, string>();
  visit(root, (node) => {
    if (!isElement(node) && !isComment(node)) return true;
    for (const [place, raw] of isComment(node) ? commentValues(node.data) : values(node)) {
      const value = clean(raw);
      if (value !== null && !found.has(place)) found.set(place, value);
    }
    return true;
  });
  const outlet = first(found, SOURCES.outlet);
  return {
    title: withoutSite(withoutOutlet(first(found, SOURCES.title), outlet), found.get("<h1>") ?? null),
    author: authorOf(found),
    published: first(found, SOURCES.published),
    outlet,
    language: first(found, SOURCES.language)?.replace("_", "-") ?? null,
    address: absolute(first(found, SOURCES.address)),
    captured: first(found, SOURCES.captured),
  };
}
