import { type Lexicon, lexiconOf } from "./reporting-verb.ts";
import { sentenceStarts, type Token } from "./token.ts";

/** A paragraph as tokens, its quotations one token each, with the indexes at which sentences start. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly starts: readonly number[];
  readonly lexicon: Lexicon;
}

/** `language`: a BCP 47 primary subtag, or "". */
export function passageOf(text: string, tokens: readonly Token[], language: string): Passage {
  return { text, tokens, starts: sentenceStarts(text, tokens), lexicon: lexiconOf(language) };
}

/** Index of the first token of the sentence that holds token `at`. */
export function sentenceStart(passage: Passage, at: number): number {
  let low = 0;
  let high = passage.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (passage.starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return passage.starts[low] ?? 0;
}

/** Index after the last token of the sentence that holds token `at`. */
export function sentenceEnd(passage: Passage, at: number): number {
  let low = 0;
  let high = passage.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passage.starts[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return passage.starts[low] ?? passage.tokens.length;
}

/** Token `at`, a quotation or one paragraph's part of it, in its paragraph. */
export interface Place {
  readonly passage: Passage;
  readonly at: number;
}
