import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foldedPassages, passageWords } from "../../src/archive/index.ts";
import { readSources } from "../../src/core/index.ts";
import { readDocument, toSource } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";

const SOURCES = join(import.meta.dirname, "../../samples/sources");
const TEXTS: [string, Uint8Array][] = [
  ...readdirSync(SOURCES).map((name): [string, Uint8Array] => [name, readFileSync(join(SOURCES, name))]),
  [
    "letters.txt",
    Buffer.from("Ærø naïve 港口 שָׁלוֹם العَرَبِيَّة 𝒳𠀀 \u{1F6A2} a\ud800b\n\n[T]hey sail[ed] — twice."),
  ],
  ["empty.txt", Buffer.from("")],
];

test.each(TEXTS)("%s: the bytes are its passages' folded words with spaces between", (name, bytes) => {
  const document = readDocument(readText(bytes, name), name);
  const stream = readSources([toSource(document)]);
  const folded = foldedPassages(document, stream);
  const texts = Array.from(folded.ends, (end, i) =>
    new TextDecoder().decode(folded.bytes.subarray(folded.starts[i], end)),
  );
  const words = passageWords(document, stream).map((own) =>
    own.map((word) => `${word.toWellFormed()} `).join(""),
  );
  expect(texts).toEqual(words);
});
