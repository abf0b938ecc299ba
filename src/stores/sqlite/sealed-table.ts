import type { Database } from "./database.ts";
import { damaged, rowSum, stored, type Value } from "./seal.ts";

/** A row with its sum. */
export type Sealed<T> = T & { readonly crc: number };

/** A table whose rows carry a sum of their values, which is tried whenever a row is read. */
export class SealedTable<T extends { readonly [K in keyof T]: Value }> {
  readonly #database: Database;
  readonly #name: string;
  readonly #columns: readonly (keyof T & string)[];
  readonly #select: string;
  readonly #insert: string;

  /** `columns` are all but `crc`, the primary key first. */
  constructor(database: Database, name: string, columns: readonly (keyof T & string)[]) {
    this.#database = database;
    this.#name = name;
    this.#columns = columns;
    const all = [...columns, "crc"];
    this.#select = `SELECT ${all.map((column) => `${name}.${column}`).join(", ")} FROM ${name}`;
    const changes = all.slice(1).map((column) => `${column} = excluded.${column}`);
    this.#insert = `INSERT INTO ${name} (${all.join(", ")}) VALUES (${all.map(() => "?").join(", ")})
      ON CONFLICT (${all[0]}) DO UPDATE SET ${changes.join(", ")}`;
  }

  /** Writes a row, over the one of its primary key; answers its sum. */
  put(row: T): number {
    const values = this.#columns.map((column): Value => row[column]);
    const crc = rowSum(values);
    this.#database.run(this.#insert, ...values, crc);
    return crc;
  }

  /** The first row of what `tail` (WHERE, ORDER BY) chooses. Throws `damaged`. */
  get(tail: string, ...values: Value[]): Sealed<T> | undefined {
    const row = this.#database.get<Sealed<T>>(`${this.#select} ${tail}`, ...values);
    return row === undefined ? undefined : this.#checked(row);
  }

  /** The row with this value in a column that has each once. An index may lead to another row: throws `damaged` then too. */
  by(column: keyof T & string, value: Value): Sealed<T> | undefined {
    const row = this.get(`WHERE ${column} = ?`, value);
    if (row !== undefined && row[column] !== stored(value))
      throw damaged(this.#name, { row: column, is: value });
    return row;
  }

  /** All rows that `tail` chooses. Throws `damaged`. */
  all(tail: string, ...values: Value[]): Sealed<T>[] {
    return this.#database
      .all<Sealed<T>>(`${this.#select} ${tail}`, ...values)
      .map((row) => this.#checked(row));
  }

  *each(tail: string, ...values: Value[]): Generator<Sealed<T>> {
    for (const row of this.#database.each<Sealed<T>>(`${this.#select} ${tail}`, ...values))
      yield this.#checked(row);
  }

  #checked(row: Sealed<T>): Sealed<T> {
    if (rowSum(this.#columns.map((column): Value => row[column])) !== row.crc)
      throw damaged(this.#name, { row: this.#columns[0], is: row[this.#columns[0]!] });
    return row;
  }
}
