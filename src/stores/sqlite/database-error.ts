import { ArchiveError, type ArchiveErrorCode } from "../../archive/index.ts";

/** What SQLite's primary result codes mean for an archive (https://sqlite.org/rescode.html). All statements are the project's own, so that an error in one means a damaged schema. */
const CODES: ReadonlyMap<number, ArchiveErrorCode> = new Map([
  [1, "damaged"], // ERROR
  [3, "read-only"], // PERM
  [5, "busy"], // BUSY
  [6, "busy"], // LOCKED
  [8, "read-only"], // READONLY
  [10, "damaged"], // IOERR
  [11, "damaged"], // CORRUPT
  [13, "full"], // FULL
  [14, "read-only"], // CANTOPEN
  [18, "damaged"], // TOOBIG
  [19, "damaged"], // CONSTRAINT
  [20, "damaged"], // MISMATCH
  [26, "not-an-archive"], // NOTADB
]);

/** Results with a meaning of their own: IOERR_SHMSIZE, the file beside the archive that readers share could not grow. */
const EXTENDED: ReadonlyMap<number, ArchiveErrorCode> = new Map([[4874, "full"]]);

interface SystemError extends Error {
  readonly code?: string;
  readonly errcode?: number;
}

/** An error of `node:sqlite` as the archive's own; others, which are the project's mistakes, are given back as they are. */
export function databaseError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof ArchiveError) return error;
  const { code, errcode, message } = error as SystemError;
  const data = { path, system: message };
  if (code === "ERR_INVALID_STATE" && message.includes("not open"))
    return new ArchiveError("closed", data, error);
  // A number that no row of an archive has.
  if (code === "ERR_OUT_OF_RANGE") return new ArchiveError("damaged", data, error);
  if (code !== "ERR_SQLITE_ERROR" || errcode === undefined) return error;
  const meaning = EXTENDED.get(errcode) ?? CODES.get(errcode & 0xff);
  return meaning === undefined ? error : new ArchiveError(meaning, { ...data, errcode }, error);
}
