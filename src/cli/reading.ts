import { readDocument } from "../documents/index.ts";
import { type Parcel, parcelOf } from "../stores/sqlite/parcel.ts";
import { Failure } from "./failure.ts";
import { textOf } from "./input.ts";

/** A file's bytes on their way into an archive. */
export interface Unread {
  /** As it was found; names the file in what is said of it. */
  readonly path: string;
  /** Absolute path. */
  readonly origin: string;
  readonly sha256: string;
  readonly original: Uint8Array;
  /** ISO instant. */
  readonly added: string;
}

/** What reading a file gave: what the archive writes, or why it cannot be read. */
export type Reading =
  | { readonly kind: "parcel"; readonly parcel: Parcel }
  | { readonly kind: "failure"; readonly message: string };

/** Reads bytes as a document and packs it for the archive. Does not throw: one bad file must not stop a thousand. */
export function readingOf({ path, origin, sha256, original, added }: Unread): Reading {
  try {
    const document = readDocument(textOf(original, path), path);
    return { kind: "parcel", parcel: parcelOf({ origin, sha256, original, added, document }) };
  } catch (error) {
    if (error instanceof Failure) return { kind: "failure", message: error.message };
    return {
      kind: "failure",
      message: `${path}: cannot be read as a document (${String(error)}); please report this as a fault of saidso.`,
    };
  }
}
