import { createHash } from "node:crypto";
import { ArchiveError } from "../../archive/index.ts";
import { BlobTable } from "./blob-table.ts";
import { type Body, type Contents, contentsOf, originalOf } from "./body.ts";
import type { Database } from "./database.ts";
import { damaged } from "./seal.ts";

/** Texts, structures and originals of versions, by key. */
export class BodyStore {
  readonly #database: Database;
  readonly #bodies: BlobTable;
  readonly #originals: BlobTable;

  constructor(database: Database) {
    this.#database = database;
    this.#bodies = new BlobTable(database, "body");
    this.#originals = new BlobTable(database, "original");
  }

  put(key: number, { content, original }: Body): void {
    this.#bodies.put(key, content);
    if (original !== null) this.#originals.put(key, original);
  }

  remove(key: number): void {
    this.#database.run("DELETE FROM body WHERE id = ?", key);
    this.#database.run("DELETE FROM original WHERE id = ?", key);
  }

  /** What a version has, for the document of that id. Throws `damaged`. */
  contents(key: number, id: string): Contents {
    const content = this.#content(key, id);
    try {
      return contentsOf(content, id);
    } catch (cause) {
      throw damaged("body", { id, cause });
    }
  }

  /** The bytes that were added, which have that SHA-256. Throws `damaged`. */
  original(key: number, id: string, sha256: string): Uint8Array {
    const content = this.#content(key, id);
    const original = this.#sealed(this.#originals, key, id) ?? null;
    let bytes: Uint8Array;
    try {
      bytes = originalOf({ content, original });
    } catch (cause) {
      throw damaged("original", { id, cause });
    }
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw damaged("original", { id });
    return bytes;
  }

  #content(key: number, id: string): Uint8Array {
    const content = this.#sealed(this.#bodies, key, id);
    if (content === undefined) throw damaged("body", { id });
    return content;
  }

  /** Names the document whose bytes do not fit their sum. */
  #sealed(table: BlobTable, key: number, id: string): Uint8Array | undefined {
    try {
      return table.get(key);
    } catch (error) {
      throw error instanceof ArchiveError && error.code === "damaged"
        ? damaged("body", { ...error.data, id })
        : error;
    }
  }
}
