import { Reader } from "../../src/core/reader.ts";
import { Flag, type Tokens } from "../../src/core/tokens.ts";
import { Vocabulary } from "../../src/core/vocabulary.ts";

/** The words of a text as they stand in it, and the tokens and vocabulary they were read into. */
export interface ReadText {
  readonly raw: readonly string[];
  readonly folded: readonly string[];
  readonly tokens: Tokens;
}

/** Reads a whole text: as a source, or with `cut` as a quotation. */
export function wordsOf(text: string, cut = false): ReadText {
  const vocabulary = new Vocabulary();
  const reader = new Reader(vocabulary, { grows: true, cut, capacity: 4 });
  reader.read(text, { start: 0, end: text.length }, 0);
  const { tokens } = reader;
  const places = Array.from({ length: tokens.count }, (_, i) => i);
  return {
    raw: places.map((i) => text.slice(tokens.start[i], tokens.end[i])),
    folded: places.map((i) => vocabulary.word(tokens.word[i]!)),
    tokens,
  };
}

/** The words of a text, as they stand in it, that carry a flag. */
export function flagged(text: string, flag: keyof typeof Flag, cut = false): string[] {
  const { raw, tokens } = wordsOf(text, cut);
  return raw.filter((_, i) => (tokens.flags[i]! & Flag[flag]) !== 0);
}
