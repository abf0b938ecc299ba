import { Decompress, Gunzip } from "fflate";

/** Bytes that are unpacked at one go: so many that a step is worth it, so few that a bomb is seen before it is large. */
const STEP = 1 << 14;

/** Thrown where more comes out than may. */
class TooMuch extends Error {}

/** What was unpacked. `isWhole`: the packed bytes were sound to their end; else it is what came before the damage. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Collects pieces up to a limit. */
class Pieces {
  readonly #most: number;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#most) throw new TooMuch();
    if (piece.length > 0) this.#pieces.push(piece);
  }

  /** The pieces in one, after which there are none. */
  take(): Uint8Array {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#length = 0;
    return all;
  }
}

interface Stream {
  push(chunk: Uint8Array, final?: boolean): void;
}

/** Pushes bytes in steps; after each, `between` may hand on what has come out. False where the bytes are unsound or cut off. */
function* steps(stream: Stream, bytes: Uint8Array): Generator<void, boolean> {
  for (let at = 0; at < bytes.length; at += STEP) {
    try {
      // A copy: the stream keeps what it is given.
      stream.push(bytes.slice(at, at + STEP), at + STEP >= bytes.length);
    } catch (error) {
      if (error instanceof TooMuch) throw error;
      return false;
    }
    yield;
  }
  return true;
}

/** Bytes packed as gzip, zlib or bare deflate, whichever they are; null where more than `most` would come out. */
export function inflated(bytes: Uint8Array, most: number): Inflated | null {
  const pieces = new Pieces(most);
  const stream = new Decompress((piece) => pieces.add(piece));
  try {
    const run = steps(stream, bytes);
    let step = run.next();
    while (!step.done) step = run.next();
    return { bytes: pieces.take(), isWhole: step.value };
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

/**
 * The members of a gzip file, one by one, each unpacked: of a WARC file, its records. What can be read of a damaged one
 * still comes. Gives null, and no more, where a member would be larger than `most` bytes.
 */
export function* gzipMembers(bytes: Uint8Array, most: number): Generator<Uint8Array | null> {
  const pieces = new Pieces(most);
  const members: Uint8Array[] = [];
  const stream = new Gunzip((piece) => pieces.add(piece));
  stream.onmember = () => members.push(pieces.take());
  try {
    for (const _ of steps(stream, bytes)) yield* members.splice(0);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    yield* members;
    yield null;
    return;
  }
  yield* members;
  yield pieces.take();
}
