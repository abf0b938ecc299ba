import { existsSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ArchiveError } from "../../archive/index.ts";
import { Database } from "./database.ts";
import type { MergeOptions } from "./merge.ts";
import { APPLICATION, LAYOUT_PRAGMAS, SCHEMA, STORE_STAMP } from "./schema.ts";
import { SqliteArchive } from "./sqlite-archive.ts";
import { EMPTY_STATE, writeState } from "./state.ts";

export interface OpenOptions {
  /** Nothing is written, not even beside the file. */
  readonly readOnly?: boolean;
  /** Makes the archive where there is none. */
  readonly create?: boolean;
  /** Milliseconds that a write waits for another process to finish its own; five seconds unless said. */
  readonly wait?: number;
  /** When segments are merged; for tests. */
  readonly merging?: MergeOptions;
}

const WAIT = 5000;

/** Kilobytes of pages that SQLite keeps in memory, a connection. */
const CACHE = 32_000;

/**
 * Opens the archive at `path`. Reads no more than its stamp: an archive of any size is open in a few milliseconds.
 * Throws an `ArchiveError`: `missing`, `not-an-archive`, `stamp`, `read-only`, `busy`, `damaged`.
 *
 * @example
 * const archive = openArchive("saidso.db", { create: true });
 */
export function openArchive(path: string, options: OpenOptions = {}): SqliteArchive {
  const { create = false, readOnly = false } = options;
  if (!existsSync(path) && (readOnly || !create)) throw new ArchiveError("missing", { path });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new ArchiveError("not-an-archive", { path });
  const database = openDatabase(path, options);
  try {
    checkStamp(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqliteArchive(database, options.merging);
}

/** Makes an empty archive at `path`, where there is no file. */
export function makeArchive(path: string): Database {
  return openDatabase(path, { create: true });
}

/** Opens an archive's file, of whatever stamp, and makes the tables where it is new. */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const { create = false, readOnly = false, wait = WAIT } = options;
  if (readOnly) return openForReading(path, wait);
  const file = fileAt(path);
  const database = new Database(path, { readOnly, wait });
  try {
    if (create && isEmpty(database)) make(database);
    checkApplication(database, path);
    if (!isLogged(database) && isReplaced(database, path, file)) {
      database.close();
      return openDatabase(path, options);
    }
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isLogged(database: Database): boolean {
  return database.get<{ journal_mode: string }>("PRAGMA journal_mode")!.journal_mode === "wal";
}

/**
 * An archive without its log is one that is being rebuilt, or that was when the rebuilding was ended. Waits until nobody
 * does; whether another file stands at its path then.
 */
function isReplaced(database: Database, path: string, file: number | null): boolean {
  return database.write(() => file !== null && fileAt(path) !== file);
}

/** The number that the system has of a file; null where there is none. */
function fileAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

/**
 * Beside an archive lie two files that readers and writers share. Where they cannot be made, in a folder that is not
 * ours to write, and no writer has left any, the file is read as one that nobody changes.
 */
function openForReading(path: string, wait: number): Database {
  const database = new Database(path, { readOnly: true, wait });
  try {
    checkApplication(database, path);
    database.exec(`PRAGMA cache_size = -${CACHE}`);
    return database;
  } catch (error) {
    database.close();
    const log = `${path}-wal`;
    const isQuiet = !existsSync(log) || statSync(log).size === 0;
    if (!(error instanceof ArchiveError) || error.code !== "read-only" || !isQuiet) throw error;
  }
  const unchanging = new Database(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true, wait });
  checkApplication(unchanging, path);
  unchanging.exec(`PRAGMA cache_size = -${CACHE}`);
  return unchanging;
}

function isEmpty(database: Database): boolean {
  return database.get<{ tables: number }>("SELECT count(*) AS tables FROM sqlite_schema")!.tables === 0;
}

/** Makes the tables; of two that come at once, one does. */
function make(database: Database): void {
  database.exec(LAYOUT_PRAGMAS);
  database.write(() => {
    if (!isEmpty(database)) return;
    database.exec(`PRAGMA application_id = ${APPLICATION}; ${SCHEMA}`);
    database.run("INSERT INTO meta (key, value) VALUES ('stamp', ?)", STORE_STAMP);
    writeState(database, EMPTY_STATE);
  });
}

function checkApplication(database: Database, path: string): void {
  const { application_id: found } = database.get<{ application_id: number }>("PRAGMA application_id")!;
  if (found !== APPLICATION) throw new ArchiveError("not-an-archive", { path });
}

function checkStamp(database: Database, path: string): void {
  const row = database.get<{ value: string }>("SELECT value FROM meta WHERE key = 'stamp'");
  if (row?.value !== STORE_STAMP)
    throw new ArchiveError("stamp", { path, found: row?.value ?? null, needed: STORE_STAMP });
}
