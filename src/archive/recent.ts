import { type Filter, foldedWords, passesDocument } from "./filter.ts";
import type { Summary } from "./summary.ts";

/** Which documents are told in the order in which they came: what feeds and harvesters ask, a page at a time. */
export interface RecentQuery {
  readonly filter?: Filter;
  /** Only documents whose series has these words and no others, whatever their case and order; see {@link wordSet}. */
  readonly series?: string;
  /** The same of the region or subject line. */
  readonly subject?: string;
  /** UTC, an ISO date or instant without its `Z`: the latest version was added then or later. */
  readonly since?: string;
  /** The same: it was added before. */
  readonly until?: string;
  readonly order: "newest" | "oldest";
  /** Key of the last version of the page before; null for the first page. */
  readonly after: number | null;
  readonly limit: number;
}

/** A document and when its latest version came. */
export interface RecentDocument {
  /** Of its latest version: later ones are larger, so that a page goes on after it whatever comes in meanwhile. */
  readonly key: number;
  readonly added: string;
  readonly summary: Summary;
}

export interface RecentPage {
  /** Documents that pass, of all pages. */
  readonly total: number;
  readonly documents: readonly RecentDocument[];
}

/**
 * The words of a name, each once, whatever their case and order: names of the same words are one. "" where it has none.
 * A word set's own is itself: a sign that stands for several is parted first.
 */
export function wordSet(name: string): string {
  return [...new Set(foldedWords(name.normalize("NFKC")))].sort().join(" ");
}

/** Whether a document passes all of the query but where its page begins and ends. */
export function passesRecent(
  { added, summary }: RecentDocument,
  { filter = {}, series, subject, since, until }: RecentQuery,
): boolean {
  return (
    (since === undefined || added >= since) &&
    (until === undefined || added < until) &&
    (series === undefined || hasSameWords(summary.series, series)) &&
    (subject === undefined || hasSameWords(summary.subject, subject)) &&
    passesDocument(summary, filter)
  );
}

/** Whether a header's line has these words and no others. */
export function hasSameWords(line: string | null, wanted: string): boolean {
  return line !== null && wordSet(line) === wordSet(wanted);
}
