export type ArchiveErrorCode =
  /** Made by a version of saidso that folds or counts words otherwise. */
  | "stamp"
  /** No archive, or not one of saidso's. */
  | "not-an-archive"
  | "missing"
  /** Something in it is not as it was written. */
  | "damaged"
  | "busy"
  | "full"
  | "read-only"
  | "closed"
  /** A document, version or passage that is not held. */
  | "unknown";

/** Why an archive could not do what it was asked; what was held before is held still. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;
  /** What it is about: a document's id, a table, the system's own words. */
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ArchiveErrorCode, data: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(`archive: ${code}`, cause === undefined ? {} : { cause });
    this.name = "ArchiveError";
    this.code = code;
    this.data = data;
  }
}
