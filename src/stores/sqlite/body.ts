import { isAscii } from "node:buffer";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Document } from "../../documents/index.ts";
import { type PackedDocument, packDocument, unpackDocument } from "./packed-document.ts";

/**
 * A version's words as they are kept. `content` is one zstd frame: the length of the structure in four bytes, little
 * endian; the encoding of the text in one; the structure, UTF-8 JSON; the text. `original` is a frame of the original
 * bytes, or null where they are the text's own.
 */
export interface Body {
  readonly content: Uint8Array;
  readonly original: Uint8Array | null;
}

/** What a body's content holds beside the text. */
interface Structure {
  readonly document: PackedDocument;
  /** Differences of the segments that the blocks start in. */
  readonly starts: readonly number[];
}

/** A body as it is read. */
export interface Contents {
  /** With the id that is asked for. */
  readonly document: Document;
  readonly starts: Uint32Array;
}

const HEAD = 5;
const UTF8 = 0;
/** For a text that is not well-formed, which no file's is, and which UTF-8 would not keep as it is. */
const UTF16 = 1;

/** zstd's own default: higher levels make a twentieth less of it and take two to four times as long. */
const LEVEL = 3;

export function bodyOf(document: Document, starts: Uint32Array, original: Uint8Array): Body {
  const encoding = document.text.isWellFormed() ? UTF8 : UTF16;
  const text = Buffer.from(document.text, encoding === UTF8 ? "utf8" : "utf16le");
  const structure: Structure = { document: packDocument(document), starts: differences(starts) };
  const json = Buffer.from(JSON.stringify(structure));
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(json.length, 0);
  head[HEAD - 1] = encoding;
  const isText = encoding === UTF8 && text.equals(original);
  return {
    content: compressed(Buffer.concat([head, json, text])),
    original: isText ? null : compressed(original),
  };
}

/** The document and its starts. Throws a plain error where the bytes are none of {@link bodyOf}'s. */
export function contentsOf(content: Uint8Array, id: string): Contents {
  const { bytes, split } = opened(content);
  const structure = JSON.parse(bytes.toString("utf8", HEAD, split)) as Structure;
  const document = unpackDocument(structure.document, id, textOf(bytes, split));
  return { document, starts: sums(structure.starts) };
}

/** The bytes that were added. */
export function originalOf({ content, original }: Pick<Body, "content" | "original">): Uint8Array {
  if (original !== null) return zstdDecompressSync(original);
  const { bytes, split } = opened(content);
  return bytes.subarray(split);
}

function opened(content: Uint8Array): { bytes: Buffer; split: number } {
  const bytes = zstdDecompressSync(content);
  return { bytes, split: HEAD + bytes.readUInt32LE(0) };
}

/** ASCII is read as Latin-1, which is several times as fast and half as large in memory. */
function textOf(bytes: Buffer, split: number): string {
  const text = bytes.subarray(split);
  if (bytes[HEAD - 1] === UTF16) return text.toString("utf16le");
  return text.toString(isAscii(text) ? "latin1" : "utf8");
}

function compressed(bytes: Uint8Array): Uint8Array {
  const frame = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
  // A copy that owns its memory, so that it can be handed to another thread.
  return new Uint8Array(frame);
}

function differences(ascending: Uint32Array): number[] {
  return Array.from(ascending, (value, i) => value - (i === 0 ? 0 : ascending[i - 1]!));
}

function sums(differences: readonly number[]): Uint32Array {
  const values = new Uint32Array(differences.length);
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    last += differences[i]!;
    values[i] = last;
  }
  return values;
}
