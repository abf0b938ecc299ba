import type { Document } from "./document.ts";

/** The text from its pieces: the same, character for character, as the text that was read. */
export function rebuild(document: Document): string {
  return document.pieces.map((piece) => document.text.slice(piece.start, piece.end)).join("");
}
