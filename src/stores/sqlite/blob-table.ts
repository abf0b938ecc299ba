import type { Database } from "./database.ts";
import { bytesSum, damaged } from "./seal.ts";

interface BlobRow {
  readonly id: number;
  readonly data: Uint8Array;
  readonly crc: number;
}

/** A table of bytes by number, each with a sum over bytes and number, which is tried whenever they are read. */
export class BlobTable {
  readonly #database: Database;
  readonly #name: string;
  readonly #get: string;
  readonly #put: string;

  constructor(database: Database, name: string) {
    this.#database = database;
    this.#name = name;
    this.#get = `SELECT id, data, crc FROM ${name} WHERE id = ?`;
    this.#put = `INSERT INTO ${name} (id, data, crc) VALUES (?, ?, ?)`;
  }

  put(id: number, data: Uint8Array): void {
    this.#database.run(this.#put, id, data, bytesSum(data, id));
  }

  /** The bytes, or undefined where the number has none. Throws `damaged`. */
  get(id: number): Uint8Array | undefined {
    const row = this.#database.get<BlobRow>(this.#get, id);
    return row === undefined ? undefined : this.#checked(row);
  }

  /** The bytes of every number `[from, to)`, ascending. Throws `damaged`, also where one has none. */
  range(from: number, to: number): Uint8Array[] {
    const rows = this.#database.all<BlobRow>(
      `SELECT id, data, crc FROM ${this.#name} WHERE id >= ? AND id < ? ORDER BY id`,
      from,
      to,
    );
    if (rows.length !== to - from) throw damaged(this.#name, { from, to });
    return rows.map((row) => this.#checked(row));
  }

  /** Takes out the numbers `[from, to)`. */
  remove(from: number, to: number): void {
    this.#database.run(`DELETE FROM ${this.#name} WHERE id >= ? AND id < ?`, from, to);
  }

  #checked(row: BlobRow): Uint8Array {
    if (bytesSum(row.data, row.id) !== row.crc) throw damaged(this.#name, { id: row.id });
    return row.data;
  }
}
