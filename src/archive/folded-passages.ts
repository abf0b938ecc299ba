import type { Stream } from "../core/index.ts";
import type { Document } from "../documents/index.ts";
import { passageOfSegments } from "./passage-words.ts";

/** The folded words of a document's passages as UTF-8, a space after each word, passage after passage. */
export interface FoldedPassages {
  readonly bytes: Uint8Array;
  /** For each passage, where its bytes end. */
  readonly ends: Uint32Array;
}

/**
 * What `passageWords` has, as the bytes that a full-text index is given: no string is made for a word, so that it costs
 * a quarter of joining them. `stream` is the document's source, read.
 */
export function foldedPassages({ passages }: Pick<Document, "passages">, stream: Stream): FoldedPassages {
  const { tokens, segments } = stream;
  const { pool, starts } = encodedWords(stream);
  const passageOf = passageOfSegments(passages, segments);
  const ends = new Uint32Array(passages.length);
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.word[i]!;
    ends[passageOf[tokens.stretch[i]!]!]! += starts[word + 1]! - starts[word]!;
  }
  for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!;
  const places = Uint32Array.from(ends, (_, i) => (i === 0 ? 0 : ends[i - 1]!));
  const bytes = new Uint8Array(ends[ends.length - 1] ?? 0);
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.word[i]!;
    const passage = passageOf[tokens.stretch[i]!]!;
    let at = places[passage]!;
    for (let j = starts[word]!; j < starts[word + 1]!; j++) bytes[at++] = pool[j]!;
    places[passage] = at;
  }
  return { bytes, ends };
}

/** Every word of the vocabulary as UTF-8 with a space after it, one after the other. */
function encodedWords({ vocabulary }: Stream): { pool: Uint8Array; starts: Uint32Array } {
  const starts = new Uint32Array(vocabulary.size + 1);
  const bytes: number[] = [];
  for (let word = 0; word < vocabulary.size; word++) {
    for (const letter of vocabulary.word(word)) pushUtf8(bytes, letter.codePointAt(0)!);
    bytes.push(0x20);
    starts[word + 1] = bytes.length;
  }
  return { pool: Uint8Array.from(bytes), starts };
}

/** A lone surrogate, which UTF-8 cannot write, becomes the replacement character. */
function pushUtf8(bytes: number[], point: number): void {
  const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  else
    bytes.push(
      0xf0 | (code >> 18),
      0x80 | ((code >> 12) & 0x3f),
      0x80 | ((code >> 6) & 0x3f),
      0x80 | (code & 0x3f),
    );
}
