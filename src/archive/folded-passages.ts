import type { Stream } from "../core/index.ts";
import type { Document } from "../documents/index.ts";
import { passageOfSegments } from "./passage-words.ts";

/** The folded words of a document's passages as UTF-8, a space after each word: passage `i` is `bytes[starts[i], ends[i])`. */
export interface FoldedPassages {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The most bytes that a UTF-16 unit takes in UTF-8. */
const WIDEST = 3;

/**
 * What `passageWords` has, as the bytes that a full-text index is given: no string is made for a word, so that it costs
 * a tenth of joining them. `stream` is the document's source, read.
 */
export function foldedPassages({ passages }: Pick<Document, "passages">, stream: Stream): FoldedPassages {
  const { tokens, vocabulary, segments } = stream;
  const { letters } = vocabulary;
  const passageOf = passageOfSegments(passages, segments);
  const bytes = new Uint8Array(foldedLength(stream) * WIDEST + tokens.count);
  const starts = new Uint32Array(passages.length);
  const ends = new Uint32Array(passages.length);
  let at = 0;
  let open = -1;
  for (let i = 0; i < tokens.count; i++) {
    const passage = passageOf[tokens.stretch[i]!]!;
    if (passage !== open) starts[passage] = at;
    open = passage;
    const end = vocabulary.startOf(tokens.word[i]! + 1);
    for (let j = vocabulary.startOf(tokens.word[i]!); j < end; j++) {
      const unit = letters[j]!;
      if (unit < 0x80) bytes[at++] = unit;
      else if (isPair(unit, j + 1 < end ? letters[j + 1]! : 0)) {
        at = writePoint(bytes, at, 0x10000 + ((unit & 0x3ff) << 10) + (letters[++j]! & 0x3ff));
      } else at = writePoint(bytes, at, (unit & 0xf800) === 0xd800 ? REPLACEMENT : unit);
    }
    bytes[at++] = 0x20;
    ends[passage] = at;
  }
  return { bytes: bytes.slice(0, at), starts, ends };
}

function foldedLength({ tokens, vocabulary }: Stream): number {
  let units = 0;
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.word[i]!;
    units += vocabulary.startOf(word + 1) - vocabulary.startOf(word);
  }
  return units;
}

function isPair(unit: number, next: number): boolean {
  return (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
}

/** What stands for half of a pair, which UTF-8 cannot write. */
const REPLACEMENT = 0xfffd;

/** Writes a code point from 0x80 on at `at`; answers the place after it. */
function writePoint(bytes: Uint8Array, at: number, point: number): number {
  let i = at;
  if (point < 0x800) bytes[i++] = 0xc0 | (point >> 6);
  else {
    if (point < 0x10000) bytes[i++] = 0xe0 | (point >> 12);
    else {
      bytes[i++] = 0xf0 | (point >> 18);
      bytes[i++] = 0x80 | ((point >> 12) & 0x3f);
    }
    bytes[i++] = 0x80 | ((point >> 6) & 0x3f);
  }
  bytes[i++] = 0x80 | (point & 0x3f);
  return i;
}
