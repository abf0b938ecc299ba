import { formatOf } from "./format-of.ts";
import type { FormatName } from "./formatted-text.ts";
import { jsonLines } from "./json-line.ts";
import { teiTexts } from "./tei/corpus.ts";
import { warcPages } from "./warc.ts";

/** One document of a file: bytes that can be read by themselves, and a name that tells them from the file's others. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const UNPACKERS: Partial<Record<FormatName, (bytes: Uint8Array, name: string) => readonly Part[]>> = {
  warc: warcPages,
  tei: teiTexts,
  "json-lines": jsonLines,
};

/** Whether a file of this format may hold several documents, so that it has to be unpacked before it is read. */
export function holdsSeveral(format: FormatName): boolean {
  return UNPACKERS[format] !== undefined;
}

/**
 * The documents that a file holds: of a WARC file its pages, of JSON Lines its lines, of a TEI corpus its texts, each as
 * a file of that format with one document in it, named `FILE#…`; of any other the file itself. Throws as
 * {@link formatOf} does.
 */
export function unpack(bytes: Uint8Array, name: string): readonly Part[] {
  return UNPACKERS[formatOf(bytes, name)]?.(bytes, name) ?? [{ name, bytes }];
}
