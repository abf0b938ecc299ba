import type { FormattedText } from "./formatted-text.ts";
import { readText } from "./read-text.ts";
import { type Part, unpack } from "./unpack.ts";

/** Reads files' bytes. Whoever may start threads has one that reads all formats within limits. */
export interface Reader {
  /** The text of a file of one document. Throws a `FormatError`. */
  read(bytes: Uint8Array, name: string): FormattedText;
  /** The documents that a file holds, each as a file of one. Throws a `FormatError`. */
  unpack(bytes: Uint8Array, name: string): readonly Part[];
}

/** Reads the formats that are text, here and without limits. */
export const TEXT_READER: Reader = { read: readText, unpack };
