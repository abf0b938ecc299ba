import type { BlockRange, HeldName, Holding, NameRegister } from "../../archive/index.ts";
import type { Database } from "./database.ts";
import { DOCUMENT_COLUMNS, type DocumentRow } from "./document-row.ts";
import { damaged, rowSum } from "./seal.ts";
import { SealedTable } from "./sealed-table.ts";

/** A version as its table has it. */
export interface EditionRow {
  readonly key: number;
  readonly document: number;
  readonly version: number;
  readonly origin: string;
  readonly sha256: string;
  readonly added: string;
  /** Bytes of the original. */
  readonly size: number;
  readonly first_block: number;
  readonly blocks: number;
  readonly words: number;
  readonly written: string | null;
  /** Keys of its sketch, four bytes each, little endian. */
  readonly sketch: Uint8Array;
  /** {@link keptSum}. */
  readonly kept: number;
}

const EDITION_COLUMNS: readonly (keyof EditionRow)[] = [
  "key",
  "document",
  "version",
  "origin",
  "sha256",
  "added",
  "size",
  "first_block",
  "blocks",
  "words",
  "written",
  "sketch",
  "kept",
];

interface ExtentRow {
  readonly first: number;
  readonly blocks: number;
  readonly edition: number;
}

/** Documents, their versions, and whose blocks are whose. */
export class EditionStore implements NameRegister {
  readonly #database: Database;
  readonly documents: SealedTable<DocumentRow>;
  readonly editions: SealedTable<EditionRow>;
  readonly #extents: SealedTable<ExtentRow>;

  constructor(database: Database) {
    this.#database = database;
    this.documents = new SealedTable<DocumentRow>(database, "document", DOCUMENT_COLUMNS);
    this.editions = new SealedTable<EditionRow>(database, "edition", EDITION_COLUMNS);
    this.#extents = new SealedTable<ExtentRow>(database, "extent", ["first", "blocks", "edition"]);
  }

  put(document: DocumentRow, edition: EditionRow): void {
    this.documents.put(document);
    this.editions.put(edition);
    const { first_block: first, blocks, key } = edition;
    if (blocks > 0) this.#extents.put({ first, blocks, edition: key });
  }

  /** The document of that id of the archive's. */
  named(name: string): DocumentRow | undefined {
    return this.documents.by("name", name);
  }

  numbered(key: string): DocumentRow | undefined {
    return this.documents.by("number_key", key);
  }

  /** A version; the latest where none is named. */
  version(document: DocumentRow, version = document.version): EditionRow | undefined {
    const row = this.editions.get("WHERE document = ? AND version = ?", document.id, version);
    const isLost = row === undefined && version === document.version;
    const isOther = row !== undefined && (row.document !== document.id || row.version !== version);
    if (isLost || isOther) throw damaged("edition", { id: document.name });
    return row;
  }

  versions(document: DocumentRow): EditionRow[] {
    const rows = this.editions.all("WHERE document = ? ORDER BY version", document.id);
    if (rows.length !== document.version || rows.some((row) => row.document !== document.id))
      throw damaged("edition", { id: document.name });
    return rows;
  }

  /** The version of a key that another row names. Throws `damaged` where none has it. */
  keyed(key: number): EditionRow {
    const row = this.editions.get("WHERE key = ?", key);
    if (row === undefined) throw damaged("edition", { edition: key });
    return row;
  }

  /** Whether blocks are said to be a version's. Reads all: for want of the version alone. */
  hasBlocksOf(key: number): boolean {
    return this.#extents.get("WHERE edition = ?", key) !== undefined;
  }

  /** The document that a version belongs to. */
  documentOf({ document, key }: EditionRow): DocumentRow {
    const row = this.documents.get("WHERE id = ?", document);
    if (row === undefined) throw damaged("document", { edition: key });
    return row;
  }

  holder(sha256: string): { id: string; version: number } | null {
    const row = this.editions.by("sha256", sha256);
    return row === undefined ? null : { id: this.documentOf(row).name, version: row.version };
  }

  /** Versions that have blocks of a range, ascending. */
  holdings({ from, to }: BlockRange): Holding[] {
    const found: Holding[] = [];
    for (let end = to; end > from; end = found[0]!.first) {
      const row = this.#extents.get("WHERE first < ? ORDER BY first DESC LIMIT 1", end);
      if (row === undefined || row.first + row.blocks <= from) break;
      found.unshift({ edition: row.edition, first: row.first, blocks: row.blocks });
    }
    return found;
  }

  /** Takes out a document with all its versions, but for what other stores keep of them. */
  remove(document: DocumentRow): void {
    for (const { first_block, blocks } of this.versions(document))
      if (blocks > 0) this.#database.run("DELETE FROM extent WHERE first = ?", first_block);
    this.#database.run("DELETE FROM edition WHERE document = ?", document.id);
    this.#database.run("DELETE FROM document WHERE id = ?", document.id);
  }

  byNumber(key: string): HeldName | null {
    const row = this.numbered(key);
    return row === undefined ? null : this.#heldName(row);
  }

  byBase(base: string): HeldName[] {
    return this.documents
      .all("WHERE base = ? AND number_key IS NULL ORDER BY latest", base)
      .map((row) => this.#heldName(row));
  }

  byId(id: string): (HeldName & { readonly sha256: string }) | null {
    const row = this.named(id);
    return row === undefined ? null : { ...this.#heldName(row), sha256: this.version(row)!.sha256 };
  }

  /** Versions with a key above `after`, in the order of their keys. */
  after(after: number, limit: number): EditionRow[] {
    return this.editions.all("WHERE key > ? ORDER BY key LIMIT ?", after, limit);
  }

  isTaken(id: string): boolean {
    return this.named(id) !== undefined;
  }

  #heldName(document: DocumentRow): HeldName {
    const { origin, sketch } = this.version(document)!;
    return { id: document.name, origin, sketch: keysOf(sketch) };
  }
}

/** Sum over what every archive keeps of a version, whatever its stamp, and of its document's id: the same in all of them. */
export function keptSum(
  {
    key,
    version,
    origin,
    sha256,
    added,
  }: Pick<EditionRow, "key" | "version" | "origin" | "sha256" | "added">,
  id: string,
): number {
  return rowSum([key, id, version, origin, sha256, added]);
}

/** Keys as bytes, four each, little endian. */
export function bytesOf(keys: Uint32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(keys.length * 4));
  keys.forEach((key, i) => {
    bytes.setUint32(i * 4, key, true);
  });
  return new Uint8Array(bytes.buffer);
}

function keysOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}
