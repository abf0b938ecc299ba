import { Inflate } from "fflate";
import { crc32 } from "./crc32.ts";
import { Refusal } from "./refusal.ts";
import { packedBytes, type ZipEntry } from "./zip-directory.ts";

const STORED = 0;
const DEFLATED = 8;

/**
 * Packed bytes inflated in one step. Deflate makes at most 1032 bytes of one, so a step gives at most 17 MB before what is
 * too much is noticed; with smaller steps more time goes into making room for what they give.
 */
const STEP = 16384;

/** What may still be unpacked of a file, all its parts together; in bytes. */
export interface Allowance {
  left: number;
}

const TOO_MUCH = "it unpacks to more than a document's text can be";

/**
 * Unpacks an entry piece by piece into `take`, and sees to it that it is what the directory says. Throws a
 * {@link Refusal}: `too-complex` as soon as more comes than `allowance` has left, `locked`, `damaged`.
 */
export function unzip(
  bytes: Uint8Array,
  part: string,
  entry: ZipEntry,
  allowance: Allowance,
  take: (bytes: Uint8Array) => void,
): void {
  if (entry.encrypted) throw new Refusal("locked", `${part} in it is encrypted`);
  if (entry.size > allowance.left) throw new Refusal("too-complex", TOO_MUCH);
  const packed = packedBytes(bytes, entry);
  if (packed === null) throw new Refusal("damaged", `${part} in it is cut off`);
  let size = 0;
  let crc = 0;
  const broken = new Refusal("damaged", `${part} in it is not what its checksum says`);
  const count = (piece: Uint8Array): void => {
    size += piece.length;
    allowance.left -= piece.length;
    if (allowance.left < 0) throw new Refusal("too-complex", TOO_MUCH);
    if (size > entry.size) throw broken;
    crc = crc32(piece, crc);
    take(piece);
  };
  if (entry.method === STORED) inSteps(packed, count);
  else if (entry.method === DEFLATED) inflate(packed, part, count);
  else throw new Refusal("unsupported", `${part} in it is packed in a way that is not read`);
  if (size !== entry.size || crc !== entry.crc) throw broken;
}

function inSteps(packed: Uint8Array, take: (piece: Uint8Array, isLast: boolean) => void): void {
  for (let at = 0; at < packed.length || at === 0; at += STEP)
    take(packed.subarray(at, at + STEP), at + STEP >= packed.length);
}

function inflate(packed: Uint8Array, part: string, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => take(piece));
  try {
    inSteps(packed, (piece, isLast) => stream.push(piece, isLast));
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "number")
      throw new Refusal("damaged", `${part} in it cannot be unpacked`);
    throw error;
  }
}
