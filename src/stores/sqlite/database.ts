import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { databaseError } from "./database-error.ts";

export interface DatabaseOptions {
  readonly readOnly: boolean;
  /** Milliseconds to wait for another writer to finish. */
  readonly wait: number;
}

/** A row as SQLite gives it. */
export type Row = Record<string, SQLInputValue>;

/**
 * One connection. The only file that names `node:sqlite`; whatever SQLite has to complain of leaves it as an
 * `ArchiveError`. Statements are prepared when they are first used and kept.
 */
export class Database {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #path: string;
  #depth = 0;

  /** `location` is a path, or a `file:` URL with SQLite's own parameters. Throws where it cannot be opened. */
  constructor(location: string, { readOnly, wait }: DatabaseOptions) {
    this.#path = location;
    this.#database = this.#guarded(
      () => new DatabaseSync(location, { readOnly, timeout: wait, enableForeignKeyConstraints: true }),
    );
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  /** Whether a `read` or `write` is under way. */
  get isBusy(): boolean {
    return this.#depth > 0;
  }

  exec(sql: string): void {
    this.#guarded(() => this.#database.exec(sql));
  }

  /** The first row of the answer, or undefined. */
  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#guarded(() => this.#statement(sql).get(...values)) as T | undefined;
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#guarded(() => this.#statement(sql).all(...values)) as T[];
  }

  /** The rows one by one, for answers too long for memory. Nothing may be written before the last one. */
  *each<T>(sql: string, ...values: SQLInputValue[]): Generator<T> {
    const rows = this.#guarded(() => this.#statement(sql).iterate(...values));
    try {
      for (;;) {
        const next = this.#guarded(() => rows.next());
        if (next.done === true) return;
        yield next.value as T;
      }
    } finally {
      rows.return?.();
    }
  }

  /** Runs a statement; the row id that it gave out last. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#guarded(() => this.#statement(sql).run(...values)).lastInsertRowid);
  }

  /** All that `task` reads is of one moment, whoever writes meanwhile. */
  read<T>(task: () => T): T {
    return this.#transaction("BEGIN", task);
  }

  /** All that `task` writes is kept, or nothing. Waits for other writers; throws `busy` where they take too long. */
  write<T>(task: () => T): T {
    return this.#transaction("BEGIN IMMEDIATE", task);
  }

  close(): void {
    if (this.#database.isOpen) this.#guarded(() => this.#database.close());
  }

  #transaction<T>(begin: string, task: () => T): T {
    if (this.#depth > 0) return task();
    this.run(begin);
    this.#depth++;
    try {
      const result = task();
      this.run("COMMIT");
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#depth--;
    }
  }

  #statement(sql: string): StatementSync {
    const held = this.#statements.get(sql);
    if (held !== undefined) return held;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  #guarded<T>(task: () => T): T {
    try {
      return task();
    } catch (error) {
      throw databaseError(error, this.#path);
    }
  }
}
