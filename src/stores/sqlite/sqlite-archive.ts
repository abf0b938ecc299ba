import {
  type Addition,
  type AddOptions,
  type Archive,
  ArchiveError,
  type ArchiveSize,
  type BlockRange,
  type Edition,
  type Entry,
  FACET_VALUES,
  type FacetQuery,
  type Facets,
  type Filter,
  type HeldSpeaker,
  type KeptVersion,
  type NearPassage,
  nearestPassages,
  nearestProposals,
  numberKey,
  type Proposal,
  propose,
  type RecentPage,
  type RecentQuery,
  type ReferenceLinks,
  type Restoration,
  type Restored,
  type SearchPage,
  type SearchQuery,
  type Sought,
  type SpeakerPage,
  type Summary,
  type Unresolved,
  type VersionRecord,
  type VoiceNames,
  voiceNames,
  type Window,
  windowsOf,
  wordedKey,
} from "../../archive/index.ts";
import { linksOf, unresolvedIn } from "../../archive/reference-links.ts";
import type { Fingerprint, QuotedFingerprint } from "../../core/index.ts";
import { listDocuments, recentDocuments } from "./catalog.ts";
import type { Damage } from "./damage.ts";
import type { Database } from "./database.ts";
import { summaryOfRow } from "./document-row.ts";
import { EditionCache } from "./edition-cache.ts";
import { facetsOf } from "./facets.ts";
import { addParcels, restoreParcels } from "./intake.ts";
import { Merge, type MergeOptions } from "./merge.ts";
import { isParcel, type Parcel, parcelOf } from "./parcel.ts";
import { removeDocument } from "./removal.ts";
import { damaged } from "./seal.ts";
import { searchPassages } from "./search.ts";
import { Session } from "./session.ts";
import { heldSpeaker, speakersOf } from "./speakers.ts";
import { languagesOf, type State } from "./state.ts";
import { StoredLexicon } from "./stored-lexicon.ts";
import { type Progress, Verification } from "./verify.ts";

/** Postings that are merged after each batch, for each of its own: as many as keep up with it. */
const KEEP_UP = 4;

/** An archive in one SQLite file. Made by `openArchive`. Many processes may read it while one writes. */
export class SqliteArchive implements Archive {
  readonly #session: Session;
  readonly #cache: EditionCache;
  readonly #merge: Merge;

  readonly lexicon: StoredLexicon;

  constructor(database: Database, merging?: MergeOptions) {
    this.#session = new Session(database);
    this.#cache = new EditionCache(this.#session);
    this.#merge = new Merge(this.#session.segments, merging);
    this.lexicon = new StoredLexicon(this.#session);
  }

  /** See `Archive.add`; entries that were made into parcels on another thread are taken as they are. */
  add(entries: readonly (Entry | Parcel)[], options: AddOptions = {}): readonly Addition[] {
    const parcels = entries.map((entry) => (isParcel(entry) ? entry : parcelOf(entry)));
    const additions = this.#session.write((state) => addParcels(this.#session, parcels, options, state));
    this.#keepUp(parcels);
    return additions;
  }

  /** See `Archive.restore`; entries that were made into parcels are taken as they are. */
  restore(versions: readonly Restored<Entry | Parcel>[]): readonly Restoration[] {
    const packed = versions.map(({ content, ...restored }) => ({
      ...restored,
      content: isParcel(content) ? content : parcelOf(content),
    }));
    const restorations = this.#session.write((state) => restoreParcels(this.#session, packed, state));
    this.#keepUp(packed.map(({ content }) => content));
    return restorations;
  }

  remove(id: string): boolean {
    const isHeld = this.#session.write((state) => {
      const row = this.#session.editions.named(id);
      if (row !== undefined) removeDocument(this.#session, row, state);
      return row !== undefined;
    });
    this.#mergeSome(1);
    return isHeld;
  }

  /** Merges segments until none need be merged, or for `budget` milliseconds; true where nothing is left to do. */
  settle(budget = Number.POSITIVE_INFINITY): boolean {
    const end = performance.now() + budget;
    while (this.#step() !== null) if (performance.now() >= end) return false;
    return true;
  }

  /** What is not as it was written; see {@link Verification}. Reads all that is held. */
  verify(progress: Progress = () => {}): readonly Damage[] {
    return new Verification(this.#session).run(progress);
  }

  /** Writes what stands in the log into the file, where no one reads what was before, and lets go of it. */
  close(): void {
    const { database, wrote } = this.#session;
    if (!database.isOpen) return;
    try {
      // Whoever reads it now will do it when he is done.
      if (wrote) database.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (error) {
      // On a full disk the log stays, with all that was written: whoever opens the archive reads it.
      if (!(error instanceof ArchiveError)) throw error;
    } finally {
      database.close();
    }
  }

  size(): ArchiveSize {
    return this.#session.read(({ documents, versions, words }) => ({ documents, versions, words }));
  }

  holder(sha256: string): { id: string; version: number } | null {
    return this.#session.read(() => this.#session.editions.holder(sha256));
  }

  resolve(name: string): string | null {
    const { editions } = this.#session;
    const key = wordedKey(name);
    return this.#session.read(() => {
      const row = editions.named(name) ?? (key === null ? undefined : editions.numbered(key));
      return row?.name ?? null;
    });
  }

  list(filter: Filter, limit: number, offset: number): { total: number; documents: readonly Summary[] } {
    return this.#session.read(() => listDocuments(this.#session, filter, limit, offset));
  }

  recent(query: RecentQuery): RecentPage {
    return this.#session.read(() => recentDocuments(this.#session, query));
  }

  summary(id: string): Summary | null {
    return this.#session.read(() => {
      const row = this.#session.editions.named(id);
      return row === undefined ? null : summaryOfRow(row);
    });
  }

  versions(id: string): readonly VersionRecord[] {
    const { editions } = this.#session;
    return this.#session.read(() => {
      const row = editions.named(id);
      if (row === undefined) return [];
      return editions.versions(row).map(({ version, added, origin, sha256, size }) => ({
        version,
        added,
        origin,
        sha256,
        size,
      }));
    });
  }

  history(after: number, limit: number): readonly KeptVersion[] {
    const { editions } = this.#session;
    return this.#session.read(() =>
      editions.after(after, limit).map((row) => ({
        key: row.key,
        id: editions.documentOf(row).name,
        version: row.version,
        origin: row.origin,
        sha256: row.sha256,
        added: row.added,
      })),
    );
  }

  numbered(series: string, number: string): string | null {
    const key = numberKey(series, number);
    return key === null ? null : this.#session.read(() => this.#session.editions.numbered(key)?.name ?? null);
  }

  document(id: string, version?: number): Edition | null {
    return this.#session.read(() => this.#document(id, version));
  }

  original(id: string, version?: number): Uint8Array | null {
    const { editions, bodies } = this.#session;
    return this.#session.read(() => {
      const document = editions.named(id);
      const row = document === undefined ? undefined : editions.version(document, version);
      return row === undefined ? null : bodies.original(row.key, id, row.sha256);
    });
  }

  references(id: string): ReferenceLinks {
    const { editions, references } = this.#session;
    return this.#session.read(() => {
      const own = this.#document(id);
      if (own === null) return { to: [], from: [] };
      const names = new Set([id]);
      for (const { series, number } of own.document.references) {
        const target = numberKey(series, number);
        const held = target === null ? undefined : editions.numbered(target);
        if (held !== undefined) names.add(held.name);
      }
      const key = editions.named(id)!.number_key;
      if (key !== null) for (const name of references.referringTo(key)) names.add(name);
      const concerned = [...names].map((name) => {
        const edition = this.#document(name);
        if (edition === null) throw damaged("reference", { id });
        return edition;
      });
      return linksOf(
        id,
        concerned.sort((a, b) => a.key - b.key),
      );
    });
  }

  unresolved(): readonly Unresolved[] {
    const { references } = this.#session;
    return this.#session.read(() => unresolvedIn(references.unresolved()));
  }

  search(query: SearchQuery): SearchPage {
    return this.#session.read((state) => searchPassages(this.#session, this.#cache, query, state));
  }

  facets(query: FacetQuery, limit = FACET_VALUES): Facets {
    return this.#session.read((state) => facetsOf(this.#session, query, limit, state));
  }

  speaker(name: string): HeldSpeaker {
    return this.#session.read(() => heldSpeaker(this.#session, name));
  }

  speakers(limit: number, offset: number, beginning?: string): SpeakerPage {
    return this.#session.read(() => speakersOf(this.#session).page(limit, offset, beginning));
  }

  reading<T>(task: () => T): T {
    return this.#session.read(task);
  }

  voices(except?: number): VoiceNames {
    return this.#session.read((state) => {
      const { names } = this.#session;
      if (except !== undefined) return names.voices(state, this.#voicesOf(except));
      return this.#session.remembered("voices", () => names.voices(state, null));
    });
  }

  languages(except?: number): ReadonlySet<string | null> {
    const { editions } = this.#session;
    return this.#session.read((state) => {
      const row = except === undefined ? undefined : editions.editions.get("WHERE key = ?", except);
      return languagesOf(state, row?.written);
    });
  }

  candidates(quotation: QuotedFingerprint, sought: Sought = {}): readonly Window[] {
    const { speakers, except, leastRuns } = sought;
    return this.#session.read((state) => {
      const within = this.#rangesOf(speakers, except, state);
      return this.#windows(propose(quotation, this.#session.index(), { within, leastRuns }), except);
    });
  }

  nearest(words: Pick<Fingerprint, "words">, most: number, except?: number): readonly NearPassage[] {
    return this.#session.read((state) => {
      const index = this.#session.index();
      const within = this.#rangesOf(undefined, except, state);
      const windows = this.#windows(nearestProposals(words.words, index, within), except);
      return nearestPassages(words, index, windows, (key) => this.#cache.edition(key), most);
    });
  }

  edition(key: number): Edition {
    return this.#session.read(() => this.#cache.edition(key));
  }

  /**
   * Merges at least as many postings, where there is so much to do and nothing hinders it. What was written before is in:
   * that merging finds no room, or another writer, is for {@link settle} to say.
   */
  #mergeSome(postings: number): void {
    try {
      for (let left = postings; left > 0; ) {
        const moved = this.#step();
        if (moved === null) return;
        left -= moved;
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
    }
  }

  #keepUp(parcels: readonly Parcel[]): void {
    const postings = parcels.reduce((sum, one) => sum + one.postings.runs.length + one.postings.words, 0);
    this.#mergeSome(postings * KEEP_UP);
  }

  #step(): number | null {
    if (!this.#session.read((state) => this.#merge.isDue(state))) return null;
    return this.#session.write((state) => this.#merge.step(state));
  }

  #document(id: string, version?: number): Edition | null {
    const { editions } = this.#session;
    const document = editions.named(id);
    const row = document === undefined ? undefined : editions.version(document, version);
    return row === undefined ? null : this.#cache.of(row);
  }

  /** Proposals as stretches of versions. What was voted for stands in one, or the index is damaged. */
  #windows(proposals: readonly Proposal[], except: number | undefined): Window[] {
    const { editions } = this.#session;
    const windows = windowsOf(proposals, (range) => {
      const holdings = editions.holdings(range);
      const isHeld = holdings.some(({ first, blocks }) => first <= range.from && range.from < first + blocks);
      if (!isHeld) throw damaged("extent", { block: range.from });
      return holdings;
    });
    return windows.filter(({ edition }) => edition !== except);
  }

  #rangesOf(
    speakers: readonly string[] | undefined,
    except: number | undefined,
    state: Readonly<State>,
  ): BlockRange[] | null {
    const { editions, names } = this.#session;
    if (speakers === undefined && except === undefined) return null;
    const all = [{ from: 0, to: this.#session.index().blocks }];
    const asked = `ranges ${JSON.stringify(speakers)}`;
    const within =
      speakers === undefined ? all : this.#session.remembered(asked, () => names.rangesOf(speakers, state));
    const left = except === undefined ? undefined : editions.editions.get("WHERE key = ?", except);
    return left === undefined ? within : without(within, left.first_block, left.first_block + left.blocks);
  }

  #voicesOf(key: number): VoiceNames | null {
    const row = this.#session.editions.editions.get("WHERE key = ?", key);
    if (row === undefined) return null;
    const { document, source } = this.#cache.of(row);
    return voiceNames([document], source.segments);
  }
}

/** Ranges without the blocks `[from, to)`. */
function without(ranges: readonly BlockRange[], from: number, to: number): BlockRange[] {
  return ranges
    .flatMap((range) => [
      { from: range.from, to: Math.min(range.to, from) },
      { from: Math.max(range.from, to), to: range.to },
    ])
    .filter((range) => range.from < range.to);
}
