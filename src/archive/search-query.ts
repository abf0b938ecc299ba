import { plainSource, readSources, type Span } from "../core/index.ts";
import type { Document, Passage } from "../documents/index.ts";
import type { Filter } from "./filter.ts";
import type { Summary } from "./summary.ts";

/** What is looked for. */
export interface SearchQuery extends Filter {
  /** Words, all of which a passage must have; "phrases in quotation marks" stand as they are; `begin*` stands for each word that begins so. */
  readonly words: string;
  /** Hits wanted, at most. */
  readonly limit: number;
  /** Hits passed over. */
  readonly offset: number;
}

/** One passage that has the words. */
export interface SearchHit {
  readonly document: Summary;
  readonly passage: Passage;
  /** The passage's words as printed. */
  readonly text: string;
  /** Where the words looked for stand, in code units of the document's text. */
  readonly found: readonly Span[];
  /** BM25, larger is nearer. */
  readonly score: number;
}

export interface SearchPage {
  /** Passages in all. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** Folded words that must follow each other; the last one may be the beginning of a word. */
export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** Reads what somebody typed; never fails: what is no word is passed over. Empty where no word is. */
export function parseQuery(words: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [part, , quoted] of words.matchAll(/(["“„«])([^"”“»]*)["”“»]?|[^\s"“„«]+/gu)) {
    const isQuoted = quoted !== undefined;
    const folded = foldedText(isQuoted ? quoted : part);
    const prefix = /\p{L}\*$/u.test(part.replace(/["”“»]$/u, ""));
    if (folded.length > 0) phrases.push({ words: folded, prefix });
  }
  return phrases;
}

/** The folded words of a text, as passages are searched by. */
export function foldedText(text: string): string[] {
  const { tokens, vocabulary } = readSources([plainSource(text)]);
  return Array.from({ length: tokens.count }, (_, i) => vocabulary.word(tokens.word[i]!));
}

/** Where phrases stand in `text`, ascending; offsets count from `start`. */
export function foundSpans(text: string, phrases: readonly Phrase[], start: number): Span[] {
  const { tokens, vocabulary } = readSources([plainSource(text)]);
  const words = Array.from({ length: tokens.count }, (_, i) => vocabulary.word(tokens.word[i]!));
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++)
    for (const phrase of phrases)
      if (standsAt(words, i, phrase))
        spans.push({
          start: start + tokens.start[i]!,
          end: start + tokens.end[i + phrase.words.length - 1]!,
        });
  return spans;
}

/** How often a phrase stands in the words. */
export function timesIn(words: readonly string[], phrase: Phrase): number {
  let times = 0;
  for (let i = 0; i + phrase.words.length <= words.length; i++) if (standsAt(words, i, phrase)) times++;
  return times;
}

function standsAt(words: readonly string[], at: number, { words: wanted, prefix }: Phrase): boolean {
  return wanted.every((word, k) => {
    const held = words[at + k];
    if (held === undefined) return false;
    return prefix && k === wanted.length - 1 ? held.startsWith(word) : held === word;
  });
}

/** A hit with its words shown. */
export function hitOf(
  document: Summary,
  { text }: Pick<Document, "text">,
  passage: Passage,
  phrases: readonly Phrase[],
  score: number,
): SearchHit {
  const words = text.slice(passage.start, passage.end);
  return { document, passage, text: words, found: foundSpans(words, phrases, passage.start), score };
}
