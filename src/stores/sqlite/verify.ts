import { type Edition, foldedPassages, postingsOfStream, sketchOf, voiceNames } from "../../archive/index.ts";
import { readSources } from "../../core/index.ts";
import { toSource } from "../../documents/index.ts";
import { isSummarised, misplaced } from "./audit-document.ts";
import { type FullTextSums, fullTextSums, storedFullTextSums } from "./audit-full-text.ts";
import { IndexAudit, type Listed } from "./audit-index.ts";
import { type Damage, damageOf } from "./damage.ts";
import type { DocumentRow } from "./document-row.ts";
import { bytesOf, type EditionRow, keptSum } from "./edition-store.ts";
import { sumsOf } from "./index-sums.ts";
import { parcelReferences, passageVoices } from "./parcel.ts";
import { addSum } from "./seal.ts";
import { droppedBlocks } from "./segment-store.ts";
import type { Session } from "./session.ts";
import { countLanguage, EMPTY_STATE, type State } from "./state.ts";
import { VoiceTally } from "./voice-tally.ts";

/** Told after each version: how many of how many are read. */
export type Progress = (done: number, total: number) => void;

const NOBODY = { id: null, version: null };

/**
 * Reads all that an archive holds and tells what is not as it was written: SQLite's own structure, every sum, every
 * offset, every original's SHA-256; every posting, sketch, passage, name and reference against what the texts say, read
 * again. Memory: a few hundred bytes a version.
 */
export class Verification {
  readonly #session: Session;
  readonly #found: Damage[] = [];
  readonly #listed: Listed[] = [];
  readonly #tally: VoiceTally;
  /** What the state has to be, as far as the versions tell. */
  readonly #state: State = { ...EMPTY_STATE };
  #counts = 0;
  /** Versions that could not be read: what is summed up over all cannot be told then. */
  #unread = 0;
  #fullText: FullTextSums = { words: 0, places: 0 };

  constructor(session: Session) {
    this.#session = session;
    this.#tally = new VoiceTally(session);
  }

  /** What is damaged, in no order; empty where nothing is. */
  run(progress: Progress): readonly Damage[] {
    this.#try(NOBODY, () => this.#checkStructure());
    this.#try(NOBODY, () =>
      this.#session.read((state) => {
        this.#checkVersions(state.versions, progress);
        this.#try(NOBODY, () => this.#checkIndex(state));
        if (this.#unread > 0) return;
        this.#checkState(state);
        this.#try(NOBODY, () => this.#found.push(...this.#tally.faults(state)));
        this.#try(NOBODY, () => this.#checkFullText());
      }),
    );
    return this.#found;
  }

  #checkStructure(): void {
    const { database } = this.#session;
    for (const row of database.all<{ integrity_check: string }>("PRAGMA integrity_check"))
      if (row.integrity_check !== "ok") this.#tell(NOBODY, row.integrity_check);
    for (const { table } of database.all<{ table: string }>("PRAGMA foreign_key_check"))
      this.#tell(NOBODY, `a row of ${table} belongs to nothing`);
  }

  #checkVersions(total: number, progress: Progress): void {
    const { database, editions } = this.#session;
    const keys = database.all<{ key: number }>("SELECT key FROM edition ORDER BY key");
    this.#unread = keys.length;
    keys.forEach(({ key }, done) => {
      this.#try(NOBODY, () => {
        const row = editions.keyed(key);
        const document = editions.documentOf(row);
        const of = { id: document.name, version: row.version };
        this.#try(of, () => {
          this.#checkVersion(row, document, of);
          this.#unread--;
        });
      });
      progress(done + 1, total);
    });
  }

  #checkVersion(row: EditionRow, owner: DocumentRow, of: Pick<Damage, "id" | "version">): void {
    const { bodies } = this.#session;
    const { document, starts } = bodies.contents(row.key, owner.name);
    this.#expect(
      of,
      "its original has another length than its record says",
      bodies.original(row.key, owner.name, row.sha256).length === row.size,
    );
    this.#expect(of, "its record is another one's", row.kept === keptSum(row, owner.name));
    const wrong = misplaced(document);
    if (wrong !== null) this.#tell(of, `its ${wrong}`);
    const source = toSource(document);
    const stream = readSources([source]);
    const postings = postingsOfStream(stream);
    this.#expect(
      of,
      "its blocks begin elsewhere than its words say",
      sameBytes(bytesOf(postings.starts), bytesOf(starts)),
    );
    this.#expect(of, "its sketch is not of its words", sameBytes(bytesOf(sketchOf(postings)), row.sketch));
    this.#expect(
      of,
      "its record counts other words than it has",
      postings.words === row.words && postings.blocks === row.blocks,
    );
    this.#expect(of, "its place in the index is another one's or nobody's", this.#isPlaced(row));
    const { counts, ...sums } = sumsOf(postings);
    this.#listed.push({ key: row.key, first: row.first_block, blocks: row.blocks, ...sums });
    this.#counts = (this.#counts + counts) | 0;
    this.#tally.count(row.key, voiceNames([document], source.segments));
    this.#count(row);
    if (owner.latest !== row.key) return;
    this.#state.documents++;
    const edition: Edition = { ...row, id: owner.name, latest: true, document, source, starts };
    this.#expect(of, "its header in the list is not the one of its text", isSummarised(edition, owner));
    this.#expect(of, "its references are not those of its text", this.#hasReferences(edition, owner));
    this.#expect(
      of,
      "its passages are not found in the voices of its text",
      this.#tally.hasPassages(owner, passageVoices(document)),
    );
    const { words, places } = fullTextSums(foldedPassages(document, stream), owner.first_passage);
    this.#fullText = { words: this.#fullText.words + words, places: this.#fullText.places + places };
  }

  #isPlaced({ key, first_block: from, blocks }: EditionRow): boolean {
    if (blocks === 0) return true;
    const held = this.#session.editions.holdings({ from, to: from + blocks });
    return (
      held.length === 1 && held[0]!.edition === key && held[0]!.first === from && held[0]!.blocks === blocks
    );
  }

  #hasReferences({ document }: Edition, owner: DocumentRow): boolean {
    const held = this.#session.references.of(owner.id);
    return JSON.stringify(held) === JSON.stringify(parcelReferences(document));
  }

  #count({ blocks, words, written, kept }: EditionRow): void {
    this.#state.kept = addSum(this.#state.kept, kept, 1);
    this.#state.versions++;
    this.#state.words += words;
    this.#state.blocks += blocks;
    countLanguage(this.#state, written, 1);
  }

  #checkState(state: Readonly<State>): void {
    const { documents, versions, words, languages } = this.#state;
    const same =
      documents === state.documents &&
      versions === state.versions &&
      words === state.words &&
      this.#state.kept === state.kept;
    this.#expect(NOBODY, "another number of documents, versions or words is recorded than is held", same);
    const held = Object.entries(state.languages).filter(([, count]) => count > 0);
    const isRead = held.every(([tag, count]) => languages[tag] === count);
    this.#expect(
      NOBODY,
      "other languages are recorded than are held",
      isRead && held.length === Object.keys(languages).length,
    );
  }

  #checkIndex(state: Readonly<State>): void {
    const { segments } = this.#session;
    this.#listed.sort((a, b) => a.first - b.first);
    const listed = this.#listed.filter(({ blocks }) => blocks > 0);
    const audit = new IndexAudit(segments.pages, listed, droppedBlocks(segments.dropped(state)));
    for (const row of segments.all(state)) this.#try(NOBODY, () => audit.read(row, state));
    const { editions, strays, counts } = audit.faults();
    for (const key of editions) this.#try(NOBODY, () => this.#tellUnlisted(key));
    if (this.#unread > 0) return;
    this.#expect(NOBODY, "the index lists words of no document", strays === 0);
    this.#expect(NOBODY, "the index counts other words than are held", counts === this.#counts);
  }

  #tellUnlisted(key: number): void {
    const row = this.#session.editions.keyed(key);
    const { name } = this.#session.editions.documentOf(row);
    this.#tell({ id: name, version: row.version }, "the index lists other words than it has");
  }

  #checkFullText(): void {
    const { words, places } = storedFullTextSums(this.#session.database);
    const same = words === this.#fullText.words && places === this.#fullText.places;
    this.#expect(NOBODY, "the full text has other words than the documents", same);
  }

  #expect(of: Pick<Damage, "id" | "version">, what: string, holds: boolean): void {
    if (!holds) this.#tell(of, what);
  }

  #tell(of: Pick<Damage, "id" | "version">, what: string): void {
    this.#found.push({ ...of, what });
  }

  #try(of: Pick<Damage, "id" | "version">, task: () => void): void {
    try {
      task();
    } catch (error) {
      this.#found.push(damageOf(error, of));
    }
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
