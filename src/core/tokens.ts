import type { Span } from "./source.ts";

/** What is known of a word beside its letters; bits of {@link Tokens.flags}. */
export const Flag = {
  /** In [brackets]: the editor's or translator's word, or that of the one who quotes. */
  supplied: 1,
  /** Its bracket lacks its partner: the quotation may have been cut inside it. */
  half: 2,
  /** An omission mark stands between the word before and this one. */
  omissionBefore: 4,
  /** A sentence, or a paragraph, ended before this word. */
  sentenceBefore: 8,
  /** A part of the word is in brackets: `[T]he`, `sail[ed]`. */
  partial: 16,
  /** `[sic]` follows. */
  sicAfter: 32,
  /** A comma, semicolon, colon or dash stands before it. */
  clauseBefore: 64,
  /** It begins with a capital letter. */
  capital: 128,
  /** The first word inside its bracket. */
  opens: 256,
} as const;

/** Whether a word's whole bracket stands: it is supplied, and not cut out of a longer bracket. */
export function isBracketed(flags: number): boolean {
  return (flags & (Flag.supplied | Flag.half)) === Flag.supplied;
}

/** A stretch to read, and whether all its words are supplied ones. */
export interface Stretch extends Span {
  readonly supplied?: boolean;
}

/** The words of one or more texts in reading order, as parallel arrays; only the first `count` entries count. */
export interface Tokens {
  count: number;
  /** Number in the vocabulary, or {@link UNKNOWN}. */
  word: Int32Array;
  start: Int32Array;
  end: Int32Array;
  flags: Uint16Array;
  /** Index of the stretch that the word stands in. */
  stretch: Int32Array;
  /** An omission mark stands after the last word. */
  omissionAtEnd: boolean;
  /** "(emphasis added)" or the like stands somewhere. */
  emphasis: boolean;
  /** By word index: the letters of a partly bracketed word that stand outside its brackets, before and after. */
  outside: Map<number, readonly [string, string]>;
}

/** An empty stream with room for `capacity` words; it grows. */
export function emptyTokens(capacity: number): Tokens {
  return {
    count: 0,
    word: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    flags: new Uint16Array(capacity),
    stretch: new Int32Array(capacity),
    omissionAtEnd: false,
    emphasis: false,
    outside: new Map(),
  };
}

/** Makes room for more words. */
export function grow(tokens: Tokens): void {
  const capacity = Math.max(16, tokens.word.length * 2);
  const wider = (array: Int32Array): Int32Array => {
    const larger = new Int32Array(capacity);
    larger.set(array);
    return larger;
  };
  tokens.word = wider(tokens.word);
  tokens.start = wider(tokens.start);
  tokens.end = wider(tokens.end);
  tokens.stretch = wider(tokens.stretch);
  const flags = new Uint16Array(capacity);
  flags.set(tokens.flags);
  tokens.flags = flags;
}
