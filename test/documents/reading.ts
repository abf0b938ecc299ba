import type { Document, Passage } from "../../src/documents/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readHtml, readMarkdown, readPlain } from "../../src/formats/index.ts";

/** The document of a plain text. */
export function read(text: string, name = "a.txt"): Document {
  return readDocument(readPlain(text), name);
}

export function readAsMarkdown(text: string): Document {
  return readDocument(readMarkdown(text), "a.md");
}

export function readAsHtml(text: string): Document {
  return readDocument(readHtml(text), "a.html");
}

/** The words of a passage, note or mark. */
export function words(document: Document, span: { readonly start: number; readonly end: number }): string {
  return document.text.slice(span.start, span.end);
}

/** One line a passage: id, voice, words. */
export function outline(document: Document): string[] {
  return document.passages.map((passage) => `${passage.id} ${voice(passage)} ${words(document, passage)}`);
}

function voice({ voice: { kind, name } }: Passage): string {
  return name === null ? kind : `${kind} ${name}`;
}

/** One line a turn: voice and the words of its passages. */
export function turns(document: Document): string[] {
  return document.turns.map(({ voice: { kind, name }, number }) => {
    const own = document.passages.filter((passage) => passage.turn === number);
    return `${kind}${name === null ? "" : ` ${name}`}: ${own.map((passage) => words(document, passage)).join(" / ")}`;
  });
}

/** The marks of a kind, as `name: words` where they have a name. */
export function marks(document: Document, kind: Document["marks"][number]["kind"]): string[] {
  return document.marks
    .filter((mark) => mark.kind === kind)
    .map((mark) => (mark.name === null ? words(document, mark) : `${mark.name}: ${words(document, mark)}`));
}
