import {
  type Fingerprint,
  type Lexicon,
  type QuotedFingerprint,
  type Source,
  wordKey,
} from "../core/index.ts";
import { languageOf, toSource } from "../documents/index.ts";
import { admission, type NameRegister } from "./admission.ts";
import type { Archive, ArchiveSize, Sought } from "./archive.ts";
import { ArchiveError } from "./archive-error.ts";
import { type Edition, named, type Window } from "./edition.ts";
import type { Addition, AddOptions, Entry } from "./entry.ts";
import { countFacets, FACET_VALUES, type FacetQuery, type Facets } from "./facets.ts";
import { type Filter, passesDocument } from "./filter.ts";
import { numberKey, wordedKey } from "./identity.ts";
import { MemoryIndex } from "./memory-index.ts";
import { type Searched, searchPassages, voicesOfHits } from "./memory-search.ts";
import { registerOf, speakerIn } from "./memory-speakers.ts";
import { type NearPassage, nearestPassages, nearestProposals } from "./nearest.ts";
import { type Postings, postingsOf } from "./postings.ts";
import { propose } from "./propose.ts";
import type { BlockRange, Proposal } from "./quotation-index.ts";
import { passesRecent, type RecentPage, type RecentQuery } from "./recent.ts";
import { linksOf, type ReferenceLinks, type Unresolved, unresolvedIn } from "./reference-links.ts";
import { type Restoration, type Restored, restorationFault } from "./restoration.ts";
import type { SearchPage, SearchQuery } from "./search-query.ts";
import { sketchOf } from "./sketch.ts";
import type { HeldSpeaker, SpeakerPage } from "./speaker-register.ts";
import { byDate, type KeptVersion, type Summary, summaryOf, type VersionRecord } from "./summary.ts";
import { type VoiceNames, voiceNames } from "./voice-names.ts";
import { type Holding, windowsOf } from "./windows.ts";

/** A version with what the archive keeps beside it. */
interface Kept {
  readonly edition: Edition;
  readonly original: Uint8Array;
  readonly postings: Postings;
  readonly first: number;
  /** The id that the file's name or the dispatch's header gave. */
  readonly base: string;
  readonly number: string | null;
}

/** An entry with what is read of it before anything is added. */
interface ReadEntry {
  readonly entry: Entry;
  readonly source: Source;
  readonly postings: Postings;
  readonly sketch: Uint32Array;
}

/**
 * An archive in memory, without a file: plain maps and whole scans, so that it is plainly right. The reference for
 * every other one, and enough for a few hundred documents.
 */
export class MemoryArchive implements Archive {
  #kept: Kept[] = [];
  #index = new MemoryIndex();
  #nextKey = 1;

  readonly lexicon: Lexicon;

  constructor() {
    const words = (): number => this.#index.words;
    this.lexicon = {
      get words() {
        return words();
      },
      frequency: (word) => this.#index.term(wordKey(word))?.occurrences ?? 0,
    };
  }

  add(entries: readonly Entry[], options: AddOptions = {}): readonly Addition[] {
    const read = entries.map((entry) => readEntry(entry));
    return read.map((one) => this.#addOne(one, options));
  }

  restore(versions: readonly Restored<Entry>[]): readonly Restoration[] {
    const read = versions.map(({ content, ...restored }) => ({ ...readEntry(content), ...restored }));
    return read.map((one) => this.#restoreOne(one));
  }

  remove(id: string): boolean {
    const own = this.#versionsOf(id);
    for (const { postings, first } of own) this.#index.remove(postings, first);
    this.#kept = this.#kept.filter((kept) => !own.includes(kept));
    return own.length > 0;
  }

  close(): void {}

  size(): ArchiveSize {
    return {
      documents: this.#latest().length,
      versions: this.#kept.length,
      words: this.#index.words,
    };
  }

  holder(sha256: string): { id: string; version: number } | null {
    const held = this.#kept.find(({ edition }) => edition.sha256 === sha256);
    return held === undefined ? null : { id: held.edition.id, version: held.edition.version };
  }

  resolve(name: string): string | null {
    const latest = this.#latest();
    const byId = latest.find(({ edition }) => edition.id === name);
    const key = wordedKey(name);
    return (byId ?? latest.find(({ number }) => key !== null && number === key))?.edition.id ?? null;
  }

  list(filter: Filter, limit: number, offset: number): { total: number; documents: readonly Summary[] } {
    const documents = this.#latest()
      .map(summarised)
      .filter((summary) => passesDocument(summary, filter))
      .sort(byDate);
    return { total: documents.length, documents: documents.slice(offset, offset + limit) };
  }

  recent(query: RecentQuery): RecentPage {
    const { after, limit, order } = query;
    const sign = order === "oldest" ? 1 : -1;
    const passing = this.#latest()
      .map((kept) => ({ key: kept.edition.key, added: kept.edition.added, summary: summarised(kept) }))
      .filter((one) => passesRecent(one, query))
      .sort((a, b) => sign * (a.key - b.key));
    const left = passing.filter(({ key }) => after === null || sign * (key - after) > 0);
    return { total: passing.length, documents: left.slice(0, limit) };
  }

  summary(id: string): Summary | null {
    const latest = this.#versionsOf(id).at(-1);
    return latest === undefined ? null : summarised(latest);
  }

  versions(id: string): readonly VersionRecord[] {
    return this.#versionsOf(id).map(({ edition: { version, added, origin, sha256 }, original }) => ({
      version,
      added,
      origin,
      sha256,
      size: original.length,
    }));
  }

  history(after: number, limit: number): readonly KeptVersion[] {
    return this.#kept
      .filter(({ edition }) => edition.key > after)
      .slice(0, limit)
      .map(({ edition: { key, id, version, origin, sha256, added } }) => ({
        key,
        id,
        version,
        origin,
        sha256,
        added,
      }));
  }

  numbered(series: string, number: string): string | null {
    const key = numberKey(series, number);
    return key === null ? null : (this.#register().byNumber(key)?.id ?? null);
  }

  document(id: string, version?: number): Edition | null {
    return this.#find(id, version)?.edition ?? null;
  }

  original(id: string, version?: number): Uint8Array | null {
    return this.#find(id, version)?.original ?? null;
  }

  references(id: string): ReferenceLinks {
    return linksOf(
      id,
      this.#latest().map(({ edition }) => edition),
    );
  }

  unresolved(): readonly Unresolved[] {
    return unresolvedIn(this.#latest().map(({ edition }) => edition));
  }

  search(query: SearchQuery): SearchPage {
    return searchPassages(this.#searched(), query);
  }

  facets(query: FacetQuery, limit = FACET_VALUES): Facets {
    const documents = this.#searched().map(({ edition, summary }) => ({
      summary,
      hits: query.words === undefined ? null : voicesOfHits(edition, query.words),
    }));
    return countFacets(documents, query, limit);
  }

  speaker(name: string): HeldSpeaker {
    return speakerIn(this.#searched(), name);
  }

  speakers(limit: number, offset: number, beginning?: string): SpeakerPage {
    return registerOf(this.#searched()).page(limit, offset, beginning);
  }

  reading<T>(task: () => T): T {
    return task();
  }

  voices(except?: number): VoiceNames {
    const kept = this.#keptBut(except);
    return voiceNames(
      kept.map(({ edition }) => edition.document),
      kept.flatMap(({ edition }) => edition.source.segments),
    );
  }

  languages(except?: number): ReadonlySet<string | null> {
    return new Set(this.#keptBut(except).map(({ edition }) => languageOf(edition.document.text)));
  }

  candidates(quotation: QuotedFingerprint, sought: Sought = {}): readonly Window[] {
    const { speakers, except, leastRuns } = sought;
    const within = this.#rangesOf(speakers, except);
    return this.#windows(propose(quotation, this.#index, { within, leastRuns }), except);
  }

  nearest(words: Pick<Fingerprint, "words">, most: number, except?: number): readonly NearPassage[] {
    const proposals = nearestProposals(words.words, this.#index, this.#rangesOf(undefined, except));
    const windows = this.#windows(proposals, except);
    return nearestPassages(words, this.#index, windows, (key) => this.edition(key), most);
  }

  edition(key: number): Edition {
    const held = this.#kept.find(({ edition }) => edition.key === key);
    if (held === undefined) throw new ArchiveError("unknown", { key });
    return held.edition;
  }

  #addOne({ entry, source, postings, sketch }: ReadEntry, { replace }: AddOptions): Addition {
    const { origin, sha256 } = entry;
    const holder = this.holder(sha256);
    if (holder !== null) return { origin, outcome: "held", ...holder };
    const decided = admission(entry.document, { origin, sketch }, this.#register(), replace);
    const version = this.#versionsOf(decided.id).length;
    if (decided.kind === "refused") return { origin, outcome: "refused", id: decided.id, version };
    const document = named(entry.document, decided.id);
    const number = numberKey(document.series, document.number);
    this.#keep(entry, { ...entry, id: decided.id, version: version + 1, document, source }, postings, number);
    return { origin, outcome: version === 0 ? "added" : "version", id: decided.id, version: version + 1 };
  }

  #restoreOne({
    entry,
    source,
    postings,
    sketch,
    ...restored
  }: ReadEntry & Omit<Restored<Entry>, "content">): Restoration {
    const { origin, sha256 } = entry;
    const { id, unnumbered } = restored;
    const holder = this.holder(sha256);
    if (holder !== null) return { origin, outcome: "held", ...holder, fault: null };
    const key = numberKey(entry.document.series, entry.document.number);
    const register = this.#register();
    const fault = restorationFault(restored, { origin, sketch, numberKey: key }, register);
    const held = this.#versionsOf(id).length;
    if (fault !== null) return { origin, outcome: "refused", id, version: held, fault };
    const document = named(entry.document, id);
    const version = held + 1;
    this.#keep(entry, { ...entry, id, version, document, source }, postings, unnumbered ? null : key);
    return { origin, outcome: held === 0 ? "added" : "version", id, version, fault };
  }

  #keep(
    { original, document }: Entry,
    edition: Omit<Edition, "key" | "latest" | "starts">,
    postings: Postings,
    number: string | null,
  ): void {
    this.#kept = this.#kept.map((kept) =>
      kept.edition.id === edition.id ? { ...kept, edition: { ...kept.edition, latest: false } } : kept,
    );
    const { id, version, origin, sha256, added, source } = edition;
    this.#kept.push({
      edition: {
        key: this.#nextKey++,
        id,
        version,
        latest: true,
        origin,
        sha256,
        added,
        document: edition.document,
        source,
        starts: postings.starts,
      },
      original,
      postings,
      first: this.#index.add(postings),
      base: document.id,
      number,
    });
  }

  #register(): NameRegister {
    const latest = this.#latest();
    const heldName = ({ edition: { id, origin, sha256 }, postings }: Kept) => ({
      id,
      origin,
      sha256,
      sketch: sketchOf(postings),
    });
    return {
      byNumber: (key) => latest.filter(({ number }) => number === key).map(heldName)[0] ?? null,
      byBase: (base) => latest.filter((kept) => kept.base === base && kept.number === null).map(heldName),
      byId: (id) => latest.filter(({ edition }) => edition.id === id).map(heldName)[0] ?? null,
      isTaken: (id) => latest.some(({ edition }) => edition.id === id),
    };
  }

  #searched(): Searched[] {
    return this.#latest().map((kept) => ({ edition: kept.edition, summary: summarised(kept) }));
  }

  #latest(): Kept[] {
    return this.#kept.filter(({ edition }) => edition.latest);
  }

  #versionsOf(id: string): Kept[] {
    return this.#kept.filter(({ edition }) => edition.id === id);
  }

  #find(id: string, version?: number): Kept | undefined {
    return this.#versionsOf(id).find(({ edition }) =>
      version === undefined ? edition.latest : edition.version === version,
    );
  }

  /** A proposal may reach over a version's end: into `except` it leads nowhere. */
  #windows(proposals: readonly Proposal[], except: number | undefined): Window[] {
    return windowsOf(proposals, (range) => this.#holdings(range)).filter(({ edition }) => edition !== except);
  }

  #holdings({ from, to }: BlockRange): Holding[] {
    return this.#kept
      .map(({ edition, first, postings }) => ({ edition: edition.key, first, blocks: postings.blocks }))
      .filter(({ first, blocks }) => first < to && from < first + blocks);
  }

  #keptBut(except: number | undefined): Kept[] {
    return this.#kept.filter(({ edition }) => edition.key !== except);
  }

  #rangesOf(speakers: readonly string[] | undefined, except: number | undefined): BlockRange[] | null {
    if (speakers === undefined && except === undefined) return null;
    const wanted = speakers === undefined ? null : new Set(speakers);
    const speaks = ({ edition: { document, source } }: Kept): boolean =>
      wanted === null || voiceNames([document], source.segments).names.some(({ name }) => wanted.has(name));
    return this.#keptBut(except)
      .filter(speaks)
      .map(({ first, postings }) => ({ from: first, to: first + postings.blocks }));
  }
}

function readEntry(entry: Entry): ReadEntry {
  const source = toSource(entry.document);
  const postings = postingsOf(source);
  return { entry, source, postings, sketch: sketchOf(postings) };
}

function summarised({ edition, postings }: Kept): Summary {
  const { id, version, document } = edition;
  return summaryOf(document, { id, version, words: postings.words, written: languageOf(document.text) });
}
