import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { type FormattedText, readFile } from "../../src/formats/index.ts";

/** A file of words, read: what all producers print. */
export interface Sample {
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly formatted: FormattedText;
  readonly document: Document;
}

/** Reads a file as the archive would. Throws a `FormatError` for what cannot be read. */
export async function readSample(file: string): Promise<Sample> {
  const formatted = await readFile(new Uint8Array(readFileSync(file)), file);
  return { name: basename(file, extname(file)), formatted, document: readDocument(formatted, file) };
}
