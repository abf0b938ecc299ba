import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSources } from "../../src/core/index.ts";
import { type Document, readDocument, toSource } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { generateDocuments } from "./prose.ts";
import { type PlacedQuotation, QuotationSampler } from "./quotations.ts";

/** Lengths of the quotations in words. */
export const LENGTHS = [8, 10, 12, 16, 24, 36, 60] as const;

/** A folder of documents, and quotations of them. */
export interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly documents: number;
  readonly words: number;
  /** Bytes of all files. */
  readonly bytes: number;
  /** One word in six changed. */
  readonly changed: readonly PlacedQuotation[];
  /** Words that stand nowhere in this order. */
  readonly absent: readonly string[];
}

/** Files in one folder, so that no folder grows to tens of thousands. */
const FOLDER_SIZE = 1000;

/** Writes made-up prose of so many words below `folder`, and draws quotations from it. */
export function generatedCorpus(folder: string, words: number, seed: number, each: number): Corpus {
  let number = 0;
  const write = function* (): Generator<Document> {
    for (const { name, text } of generateDocuments({ seed, words })) {
      const below = join(folder, String(Math.floor(number++ / FOLDER_SIZE)).padStart(3, "0"));
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, name), text);
      yield readDocument(readText(Buffer.from(text), name), name);
    }
  };
  return drawn(`made-up prose, ${Math.round(words / 1e6)} M words`, folder, write(), seed, each);
}

/** A folder as it is, all below it. */
export function folderCorpus(folder: string, seed: number, each: number): Corpus {
  return drawn(folder.split("/").at(-1)!, folder, documentsBelow(folder), seed, each);
}

/** The documents of all files below a folder, in the order of their paths. */
export function* documentsBelow(folder: string): Generator<Document> {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.(?:txt|md|html?)$/u.test(path)) continue;
    yield readDocument(readText(readFileSync(join(folder, path)), path), path);
  }
}

function drawn(
  name: string,
  folder: string,
  documents: Iterable<Document>,
  seed: number,
  each: number,
): Corpus {
  const sampler = new QuotationSampler({ seed, lengths: LENGTHS, each });
  const sum = { documents: 0, words: 0, bytes: 0 };
  for (const document of documents) {
    const source = toSource(document);
    sampler.add(document.id, source);
    sum.documents++;
    sum.words += readSources([source]).tokens.count;
    sum.bytes += Buffer.byteLength(document.text);
  }
  return { name, folder, ...sum, changed: sampler.changed(), absent: sampler.absent() };
}
