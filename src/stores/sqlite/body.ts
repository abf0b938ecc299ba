import { isAscii } from "node:buffer";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Document } from "../../documents/index.ts";
import { NumberReader, NumberWriter } from "./number-list.ts";
import { packDocument, unpackDocument } from "./packed-document.ts";

/**
 * A version's words as they are kept. `content` is the document: see {@link HEAD}. `original` are the original bytes, or
 * null where they are the text's own. Both are zstd frames behind their length unpacked, four bytes, little endian.
 */
export interface Body {
  readonly content: Uint8Array;
  readonly original: Uint8Array | null;
}

/** A body as it is read. */
export interface Contents {
  /** With the id that is asked for. */
  readonly document: Document;
  readonly starts: Uint32Array;
}

/**
 * What content begins with: the lengths in bytes of its four parts before the text, four bytes each, little endian: the
 * document's words as JSON, its numbers that are wanted often, those wanted seldom, the segments that its blocks start
 * in; then one byte, the text's encoding.
 */
const HEAD = 17;

const UTF8 = 0;
/** For a text that is not well-formed, which no file's is, and which UTF-8 would not keep as it is. */
const UTF16 = 1;

/** zstd's own default: higher levels make a twentieth less of it and take two to four times as long. */
const LEVEL = 3;

const LENGTH = 4;

export function bodyOf(document: Document, starts: Uint32Array, original: Uint8Array): Body {
  const encoding = document.text.isWellFormed() ? UTF8 : UTF16;
  const text = Buffer.from(document.text, encoding === UTF8 ? "utf8" : "utf16le");
  const { json, often, seldom } = packDocument(document);
  const parts = [Buffer.from(json), often, seldom, packedStarts(starts)];
  const head = Buffer.alloc(HEAD);
  parts.forEach(({ length }, i) => {
    head.writeUInt32LE(length, i * LENGTH);
  });
  head[HEAD - 1] = encoding;
  const isText = encoding === UTF8 && text.equals(original);
  return {
    content: compressed(Buffer.concat([head, ...parts, text])),
    original: isText ? null : compressed(original),
  };
}

/** The document and its starts. Throws a plain error where the bytes are none of {@link bodyOf}'s. */
export function contentsOf(content: Uint8Array, id: string): Contents {
  const bytes = expanded(content);
  const [json, often, seldom, starts, text] = partsOf(bytes);
  const packed = {
    json: bytes.toString("utf8", json, often),
    often: bytes.subarray(often, seldom),
    // A copy: it is kept until it is asked for, and the rest is not.
    seldom: Uint8Array.prototype.slice.call(bytes, seldom, starts),
  };
  const document = unpackDocument(packed, id, textOf(bytes.subarray(text), bytes[HEAD - 1]!));
  return { document, starts: unpackedStarts(bytes.subarray(starts, text)) };
}

/** The bytes that were added. Throws a plain error where the bytes are none of {@link bodyOf}'s. */
export function originalOf({ content, original }: Body): Uint8Array {
  if (original !== null) return expanded(original);
  const bytes = expanded(content);
  return bytes.subarray(partsOf(bytes)[4]);
}

/** Where each part begins, the text last. */
function partsOf(bytes: Buffer): [number, number, number, number, number] {
  const often = HEAD + bytes.readUInt32LE(0);
  const seldom = often + bytes.readUInt32LE(LENGTH);
  const starts = seldom + bytes.readUInt32LE(2 * LENGTH);
  return [HEAD, often, seldom, starts, starts + bytes.readUInt32LE(3 * LENGTH)];
}

/** ASCII is read as Latin-1, which is several times as fast and half as large in memory. */
function textOf(bytes: Buffer, encoding: number): string {
  if (encoding === UTF16) return bytes.toString("utf16le");
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

function compressed(bytes: Uint8Array): Uint8Array {
  const frame = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
  // A copy that owns its memory, so that it can be handed to another thread.
  const packed = new Uint8Array(LENGTH + frame.length);
  new DataView(packed.buffer).setUint32(0, bytes.length, true);
  packed.set(frame, LENGTH);
  return packed;
}

/** Unpacked in one piece, which takes two thirds of the time of several. */
function expanded(packed: Uint8Array): Buffer {
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  const chunkSize = Math.max(constants.Z_MIN_CHUNK, Math.min(length, LARGEST) + 1);
  return zstdDecompressSync(packed.subarray(LENGTH), { chunkSize });
}

/** Bytes asked for at once whatever a frame says of its length. */
const LARGEST = 1 << 26;

function packedStarts(starts: Uint32Array): Uint8Array {
  const numbers = new NumberWriter();
  numbers.put(starts.length);
  starts.forEach((start, i) => {
    numbers.putSigned(start - (i === 0 ? 0 : starts[i - 1]!));
  });
  return numbers.bytes();
}

function unpackedStarts(bytes: Uint8Array): Uint32Array {
  const numbers = new NumberReader(bytes);
  const starts = new Uint32Array(numbers.next());
  let last = 0;
  for (let i = 0; i < starts.length; i++) {
    last += numbers.nextSigned();
    starts[i] = last;
  }
  return starts;
}
