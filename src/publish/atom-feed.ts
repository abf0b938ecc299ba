import { utcSeconds } from "./instant.ts";
import { oneLine } from "./printable.ts";
import { xmlText } from "./xml-text.ts";

/** A document as a feed tells of it. */
export interface FeedEntry {
  /** Never changes, wherever the document is held: `urn:sha256:` of its first version's bytes. */
  readonly urn: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly summary: string;
  /** Addresses: of its page, and of where it was captured; null where it was not. */
  readonly page: string;
  readonly captured: string | null;
  /** ISO instants: the first version's and the latest one's. */
  readonly published: string;
  readonly updated: string;
  readonly series: string | null;
  readonly subject: string | null;
  /** BCP 47 tag of what it is written in. */
  readonly language: string | null;
}

/** A page of a feed, the newest entries first. */
export interface Feed {
  readonly title: string;
  /** The same for every page: the address of the first. */
  readonly id: string;
  /** Addresses of this page and of those around it; null where none is. */
  readonly self: string;
  readonly first: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** The page of the archive that shows the same. */
  readonly shown: string;
  /** When the newest document of all pages came; null where there is none. */
  readonly updated: string | null;
  readonly entries: readonly FeedEntry[];
  readonly version: string;
}

/** A page of a feed in Atom (RFC 4287), paged as RFC 5005 has it. */
export function atomFeed(feed: Feed): string {
  const { title, id, self, first, previous, next, shown, updated, entries, version } = feed;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element("id", id),
    element("title", title),
    element("updated", utcSeconds(updated ?? "")),
    `<author>${element("name", "saidso")}</author>`,
    `<generator version="${xmlText(version)}">saidso</generator>`,
    link("self", self, "application/atom+xml"),
    link("alternate", shown, "text/html"),
    link("first", first, "application/atom+xml"),
    ...(previous === null ? [] : [link("previous", previous, "application/atom+xml")]),
    ...(next === null ? [] : [link("next", next, "application/atom+xml")]),
    ...entries.map(entryXml),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryXml(entry: FeedEntry): string {
  const { urn, title, authors, summary, page, captured, published, updated, series, subject, language } =
    entry;
  return [
    `<entry${languageAttribute(language)}>`,
    element("id", urn),
    element("title", oneLine(title)),
    ...authors.map((name) => `<author>${element("name", oneLine(name))}</author>`),
    element("published", utcSeconds(published)),
    element("updated", utcSeconds(updated)),
    link("alternate", page, "text/html"),
    ...(captured === null ? [] : [link("via", captured)]),
    ...category("series", series),
    ...category("subject", subject),
    ...category("language", language),
    element("summary", oneLine(summary)),
    "</entry>",
  ].join("\n");
}

function category(scheme: string, term: string | null): string[] {
  const named = term === null ? "" : oneLine(term);
  return named === "" ? [] : [`<category scheme="urn:saidso:${scheme}" term="${xmlText(named)}"/>`];
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

function link(rel: string, href: string, type: string | null = null): string {
  return `<link rel="${rel}"${type === null ? "" : ` type="${type}"`} href="${xmlText(href)}"/>`;
}

/** ` xml:lang`, where the tag is one. */
export function languageAttribute(language: string | null): string {
  return language !== null && /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/iu.test(language)
    ? ` xml:lang="${language}"`
    : "";
}
