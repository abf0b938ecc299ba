import type { Edition } from "../archive/index.ts";
import { bodyOf } from "./tei/body.ts";
import { castOf } from "./tei/cast.ts";
import { element } from "./tei/element.ts";
import { headerOf, textLanguage } from "./tei/header.ts";
import { Identity } from "./tei/identity.ts";
import { Words } from "./tei/words.ts";

/**
 * A held document as TEI P5, valid against tei_all: its header says what the document says of itself, its body has
 * every word with its voice. Read back by `readTei` it is the same document: the same words, passages, turns, marks,
 * notes and references, and white space but for line ends as one blank.
 */
export function documentTei(edition: Edition): string {
  const { document } = edition;
  const identity = new Identity(document);
  const cast = castOf(document, identity.free);
  const references = document.references.map((_, index) => identity.free(`reference-${index + 1}`));
  const words = new Words(document, cast, identity, references);
  const body = bodyOf(document, cast, identity, words);
  const text = element("text", { type: document.kind, "xml:lang": textLanguage(document) }, `\n${body}\n`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    `  ${headerOf(edition, cast, identity.kind, references)}`,
    text,
    "</TEI>",
    "",
  ].join("\n");
}
