import type { Document } from "../documents/index.ts";

/** A document on its way into an archive. */
export interface Entry {
  /** Where it came from: an absolute path, or another name that stays the same when the document is corrected. */
  readonly origin: string;
  /** SHA-256 of the original bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly original: Uint8Array;
  /** When it is added, an ISO instant. */
  readonly added: string;
  readonly document: Document;
}

/** What became of an entry. */
export interface Addition {
  readonly origin: string;
  /**
   * `added`: a new document. `version`: a new version of a held one. `held`: these bytes are held already.
   * `refused`: another document has this series and number (`form/number-taken`).
   */
  readonly outcome: "added" | "version" | "held" | "refused";
  /** Of the document that holds it; of the one that has its number where it is refused. */
  readonly id: string;
  readonly version: number;
}

export interface AddOptions {
  /** A document of a series and number that another one has becomes that one's new version. */
  readonly replace?: boolean;
}
