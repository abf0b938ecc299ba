import type { Source } from "../core/index.ts";
import type { Document } from "../documents/index.ts";

/** One version of a document as the archive holds it. */
export interface Edition {
  /** The archive's own number of this version: later ones are larger. */
  readonly key: number;
  readonly id: string;
  /** From 1. */
  readonly version: number;
  /** Whether no later version is held. */
  readonly latest: boolean;
  readonly origin: string;
  readonly sha256: string;
  readonly added: string;
  readonly document: Document;
  /** The document as the matcher reads it. */
  readonly source: Source;
  /** For each block of words, the segment of the source that its first word stands in. */
  readonly starts: Uint32Array;
}

/** A stretch of a version that may hold a quotation: its blocks `[from, to)`. */
export interface Window {
  readonly edition: number;
  readonly from: number;
  readonly to: number;
}

/** The document's text and the segments that the blocks `[from, to)` stand in, whole. */
export function sourceWithin(edition: Edition, from: number, to: number): Source {
  const { text, segments } = edition.source;
  return { text, segments: segments.slice(...segmentsWithin(edition, from, to)) };
}

/** Indices of the segments that the blocks `[from, to)` stand in: the first one, and the one after the last. */
export function segmentsWithin({ source, starts }: Edition, from: number, to: number): [number, number] {
  const first = starts[Math.max(0, from)] ?? 0;
  // A block may begin inside the segment that the one before ends in.
  return [first, to < starts.length ? starts[to]! + 1 : source.segments.length];
}

/** The document with the id that the archive gives it, which may differ from the one its file's name gave. */
export function named(document: Document, id: string): Document {
  return document.id === id ? document : { ...document, id };
}
