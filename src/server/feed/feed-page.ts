import * as z from "zod";
import type { Archive, RecentDocument, RecentQuery } from "../../archive/index.ts";
import { type Context, filterOf, filterShape } from "../../desk/index.ts";
import { atomFeed, documentSummary, type FeedEntry } from "../../publish/index.ts";
import { type PageAnswer, pageAnswer } from "../pages/page-answer.ts";

/** Entries of a page where no other number is asked for, and at the most. */
const USUAL = 20;
const MOST = 100;

const key = z.int().min(0).optional();

/** What a feed is asked: the filter of `list`, and which page. */
export const feedQuery = z.strictObject({
  ...z.object(filterShape).partial().shape,
  limit: z.int().min(1).max(MOST).default(USUAL).describe("Entries of a page at the most."),
  older: key.describe("Only what came before this key: what the link to the next page has."),
  newer: key.describe("Only what came after this key: what the link to the previous page has."),
});

export interface FeedInput extends z.output<typeof feedQuery> {
  /** The server's address, ending in `/`. */
  readonly base: string;
  readonly serverVersion: string;
}

/** A page of the feed of what came into the archive, the newest first. */
export function feedPage(input: FeedInput, { archive }: Pick<Context, "archive">): PageAnswer {
  const { base, serverVersion, limit, older, newer, ...fields } = input;
  const filter = filterOf(fields);
  return archive.reading(() => {
    const { documents, previous, next } = pageOf(archive, filter, input);
    const [newest] = archive.recent({ filter, order: "newest", after: null, limit: 1 }).documents;
    const narrowed = Object.entries(filter);
    const address = (place: readonly [string, number] | null): string => {
      const size: [string, string][] = limit === USUAL ? [] : [["limit", String(limit)]];
      const where: [string, string][] = place === null ? [] : [[place[0], String(place[1])]];
      return `${base}feed.atom${queryText([...narrowed, ...size, ...where])}`;
    };
    const here =
      older !== undefined
        ? (["older", older] as const)
        : newer !== undefined
          ? (["newer", newer] as const)
          : null;
    return pageAnswer(
      atomFeed({
        title:
          narrowed.length === 0
            ? "saidso archive"
            : `saidso archive: ${narrowed.map((one) => one.join(" ")).join(", ")}`,
        id: `${base}feed.atom${queryText(narrowed)}`,
        self: address(here),
        first: address(null),
        previous: previous === null ? null : address(["newer", previous]),
        next: next === null ? null : address(["older", next]),
        shown: `${base}archive${queryText(narrowed)}`,
        updated: newest?.added ?? null,
        entries: documents.map((one) => entryOf(one, archive, base)),
        version: serverVersion,
      }),
    );
  });
}

interface FeedPage {
  readonly documents: readonly RecentDocument[];
  /** Keys that the pages around it begin after; null where none is. */
  readonly previous: number | null;
  readonly next: number | null;
}

function pageOf(archive: Archive, filter: RecentQuery["filter"] & object, input: FeedInput): FeedPage {
  const { limit, older, newer } = input;
  const ask = (order: RecentQuery["order"], after: number | null, most: number): readonly RecentDocument[] =>
    archive.recent({ filter, order, after, limit: most }).documents;
  const isBackward = newer !== undefined && older === undefined;
  const documents = isBackward
    ? ask("oldest", newer, limit).toReversed()
    : ask("newest", older ?? null, limit);
  const [first, last] = [documents[0], documents.at(-1)];
  const beyond = (order: RecentQuery["order"], from: RecentDocument | undefined): boolean =>
    from !== undefined && ask(order, from.key, 1).length > 0;
  return {
    documents,
    previous: beyond("oldest", first) ? first!.key : null,
    next: beyond("newest", last) ? last!.key : null,
  };
}

function entryOf(
  { key: edition, added, summary }: RecentDocument,
  archive: Archive,
  base: string,
): FeedEntry {
  const { id, title, speakers, series, subject, written } = summary;
  const { document } = archive.edition(edition);
  const [first] = archive.versions(id);
  return {
    urn: `urn:sha256:${first!.sha256}`,
    title: title ?? id,
    authors: speakers.map(({ name }) => name),
    summary: documentSummary(document),
    page: `${base}documents/${encodeURIComponent(id.toWellFormed())}`,
    captured: document.capture?.address ?? null,
    published: first!.added,
    updated: added,
    series,
    subject,
    language: written,
  };
}

function queryText(fields: readonly (readonly [string, string])[]): string {
  if (fields.length === 0) return "";
  return `?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join("&")}`;
}
