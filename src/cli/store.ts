import { ArchiveError } from "../archive/index.ts";
import { DeskError } from "../desk/desk-error.ts";
import type { OpenOptions, SqliteArchive } from "../stores/sqlite/index.ts";
import { archiveFailure } from "./archive-failure.ts";
import { Failure } from "./failure.ts";

type Store = typeof import("../stores/sqlite/index.ts");

/**
 * The store, loaded by the commands that need an archive alone. Some versions of Node.js say on loading that their SQLite
 * is experimental; who checks quotations need not hear it.
 */
export async function loadStore(): Promise<Store> {
  const emitWarning = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes("SQLite")) emitWarning.call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return await import("../stores/sqlite/index.ts");
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Opens the archive, lets `use` work with it, closes it. What the archive complains of is thrown as a `Failure`. */
export async function withArchive<T>(
  path: string,
  options: OpenOptions,
  use: (archive: SqliteArchive) => T | Promise<T>,
): Promise<T> {
  const { openArchive } = await loadStore();
  return failing(path, async () => {
    const archive = openArchive(path, options);
    try {
      return await use(archive);
    } finally {
      archive.close();
    }
  });
}

/** Runs work on an archive; an `ArchiveError` and a `DeskError` are thrown as a `Failure` of one line. */
export async function failing<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveError) throw archiveFailure(error, path);
    throw error instanceof DeskError ? new Failure(error.code, error.input, error.reason) : error;
  }
}
