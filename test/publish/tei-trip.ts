import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Edition } from "../../src/archive/index.ts";
import { type Document, readDocument, toSource } from "../../src/documents/index.ts";
import { readTei } from "../../src/formats/index.ts";
import { documentTei } from "../../src/publish/index.ts";

/** A document as an archive would hold it. */
export function editionOf(document: Document): Edition {
  return {
    key: 1,
    id: document.id,
    version: 1,
    latest: true,
    origin: "here",
    sha256: "0".repeat(64),
    added: "2026-01-01T00:00:00.000Z",
    document,
    source: toSource(document),
    starts: new Uint32Array(),
  };
}

/** The document that its TEI is read as. */
export function through(document: Document): Document {
  return readDocument(readTei(documentTei(editionOf(document)), "back.xml"), "back.xml");
}

/** White space is one blank in TEI, and what XML forbids is shown as a sign. */
function shown(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** All that a document says, with words in the place of offsets. */
export function said(document: Document) {
  const { text, passages, turns, marks, notes, references, pieces, places, form, ...head } = document;
  const words = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    shown(text.slice(start, end));
  return {
    ...head,
    title: head.title === null ? null : shown(head.title),
    passages: passages.map(({ kind, voice, turn, ...span }) => ({ kind, voice, turn, words: words(span) })),
    turns: turns.map(({ number, voice, label, passages: own }) => ({
      number,
      voice,
      label: label === null ? null : words(label),
      passages: own.length,
    })),
    marks: marks.map(({ kind, name, ...span }) => ({ kind, name, words: words(span) })),
    notes: notes.map(({ number, passage, markers }) => ({
      number,
      words: passage === null ? null : words(passages.find(({ id }) => id === passage)!),
      markers: markers.map(words),
    })),
    references: references.map(({ start, end, ...one }) => ({ ...one, words: words({ start, end }) })),
    labels: pieces.filter(({ kind }) => kind === "label").map(words),
    voices: toSource(document).segments.map(({ voice, supplied, turn, ...span }) => ({
      voice,
      supplied,
      turn,
      words: words(span),
    })),
  };
}

const SCHEMA = fileURLToPath(new URL("../../schema/tei-subset.rng", import.meta.url));

/** What xmllint says against files of TEI; empty where all are valid. */
export function complaints(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "tei-"));
  try {
    const paths = files.map((text, index) => {
      const path = join(folder, `${index}.xml`);
      writeFileSync(path, text);
      return path;
    });
    const { status, stderr, error } = spawnSync("xmllint", ["--noout", "--relaxng", SCHEMA, ...paths], {
      encoding: "utf8",
    });
    if (error !== undefined) throw new Error("xmllint is needed (Debian: libxml2-utils)");
    return status === 0 ? "" : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
