import type { Fingerprint, Lexicon, QuotedFingerprint } from "../core/index.ts";
import type { Edition, Window } from "./edition.ts";
import type { Addition, AddOptions, Entry } from "./entry.ts";
import type { FacetQuery, Facets } from "./facets.ts";
import type { Filter } from "./filter.ts";
import type { NearPassage } from "./nearest.ts";
import type { RecentPage, RecentQuery } from "./recent.ts";
import type { ReferenceLinks, Unresolved } from "./reference-links.ts";
import type { Restoration, Restored } from "./restoration.ts";
import type { SearchPage, SearchQuery } from "./search-query.ts";
import type { HeldSpeaker, SpeakerPage } from "./speaker-register.ts";
import type { KeptVersion, Summary, VersionRecord } from "./summary.ts";
import type { VoiceNames } from "./voice-names.ts";

/** Which stretches are sought for a quotation; without, all. */
export interface Sought {
  /** Only in versions where one of these names speaks. */
  readonly speakers?: readonly string[];
  /** Not in the version of this key. */
  readonly except?: number | undefined;
  /** Only where so many of its runs of three stand together. */
  readonly leastRuns?: number;
}

/** How much an archive holds. */
export interface ArchiveSize {
  readonly documents: number;
  /** Versions of all documents. */
  readonly versions: number;
  /** Words of all versions. */
  readonly words: number;
}

/**
 * Documents kept for years, with every version, and an index of their words.
 *
 * Implemented in memory ({@link MemoryArchive}, the reference) and on SQLite; one contract suite runs over both, and
 * whatever the reference proposes the others propose. Ids are the archive's own, as {@link Addition} tells them.
 * Methods throw an `ArchiveError` where the archive cannot be read or written.
 */
export interface Archive {
  /** All entries or none: one transaction. The same bytes twice are one version; see {@link Addition}. */
  add(entries: readonly Entry[], options?: AddOptions): readonly Addition[];
  /**
   * Takes in versions of another archive, each as the next one of its id: all that may come or, where this throws, none;
   * see `restorationFault`. The same bytes twice are one version.
   */
  restore(versions: readonly Restored<Entry>[]): readonly Restoration[];
  /** Removes a document with all its versions; false where none has the id. */
  remove(id: string): boolean;
  close(): void;

  size(): ArchiveSize;
  /** The id and version that hold these bytes; null where none does. */
  holder(sha256: string): { readonly id: string; readonly version: number } | null;
  /** The id of the document that `name` means: an id, or a series and number as people write them; null where none is held. */
  resolve(name: string): string | null;
  /** Documents that pass, by date, then id; those without a date last. `limit` and `offset` page through them. */
  list(
    filter: Filter,
    limit: number,
    offset: number,
  ): { readonly total: number; readonly documents: readonly Summary[] };
  /** Documents that pass, by the key of their latest version; see {@link RecentQuery}. */
  recent(query: RecentQuery): RecentPage;
  summary(id: string): Summary | null;
  versions(id: string): readonly VersionRecord[];
  /** Versions of all documents in the order they came: those with a key above `after`, at most `limit`. */
  history(after: number, limit: number): readonly KeptVersion[];
  /** The id of the document that is known by this series and number; null where none is. */
  numbered(series: string, number: string): string | null;
  /** A version of a document, the latest if none is named; null where it is not held. */
  document(id: string, version?: number): Edition | null;
  /** The bytes as they were added; null where the version is not held. */
  original(id: string, version?: number): Uint8Array | null;
  references(id: string): ReferenceLinks;
  unresolved(): readonly Unresolved[];
  /** Passages of latest versions, by BM25, then as they were added. */
  search(query: SearchQuery): SearchPage;
  /** How many of those documents there are by what can be chosen next; of each facet's values the best `limit`. See {@link Facets}. */
  facets(query: FacetQuery, limit?: number): Facets;
  /** What latest versions have of somebody of exactly this name, whatever its case; without documents where none has. */
  speaker(name: string): HeldSpeaker;
  /**
   * Who speaks in latest versions: whom a header names as speaker or interviewer, or who has a passage of his own. By
   * name; with `beginning`, those with a word that begins so and goes on so.
   */
  speakers(limit: number, offset: number, beginning?: string): SpeakerPage;

  /** Runs `task`, which asks this archive several things: all answers are of one moment, whoever writes meanwhile. */
  reading<T>(task: () => T): T;
  readonly lexicon: Lexicon;
  // Nothing proves itself: where the checked text is held, these are asked as if its version, the key `except`, were not.
  voices(except?: number): VoiceNames;
  /** Languages the held documents are written in; null stands for one that cannot be told. */
  languages(except?: number): ReadonlySet<string | null>;
  /** Stretches that may hold the quotation, the best first; with `speakers`, only in documents where one of these names speaks. */
  candidates(quotation: QuotedFingerprint, sought?: Sought): readonly Window[];
  /** Passages nearest to the words by their rarer ones (BM25), for want of the source, the nearest first. */
  nearest(words: Pick<Fingerprint, "words">, most: number, except?: number): readonly NearPassage[];
  /** The version of that key. Throws `unknown` where none has it. */
  edition(key: number): Edition;
}
