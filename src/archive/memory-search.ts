import { readSources, type Voice } from "../core/index.ts";
import { phraseScore, phraseWeight } from "./bm25.ts";
import type { Edition } from "./edition.ts";
import { passesDocument, passesVoice } from "./filter.ts";
import { passageWords } from "./passage-words.ts";
import {
  hitOf,
  type Phrase,
  parseQuery,
  type SearchPage,
  type SearchQuery,
  timesIn,
} from "./search-query.ts";
import type { Summary } from "./summary.ts";

/** A latest version and its header. */
export interface Searched {
  readonly edition: Edition;
  readonly summary: Summary;
}

/** Every passage looked at: BM25 over all of them, the filter after it, as an index of the whole archive ranks. */
export function searchPassages(documents: readonly Searched[], query: SearchQuery): SearchPage {
  const phrases = parseQuery(query.words);
  if (phrases.length === 0) return { total: 0, hits: [] };
  const passages = documents.flatMap((one) => {
    const words = passageWords(one.edition.document, readSources([one.edition.source]));
    return one.edition.document.passages.map((passage, i) => ({ ...one, passage, words: words[i]! }));
  });
  const average = passages.reduce((sum, { words }) => sum + words.length, 0) / passages.length;
  const weights = phrases.map((phrase) =>
    phraseWeight(passages.length, passages.filter(({ words }) => timesIn(words, phrase) > 0).length),
  );
  const scoreOf = (words: readonly string[]): number =>
    phrases.reduce(
      (sum, phrase, i) => sum + phraseScore(weights[i]!, timesIn(words, phrase), words.length, average),
      0,
    );
  const found = passages
    .filter(({ words }) => phrases.every((phrase: Phrase) => timesIn(words, phrase) > 0))
    .filter(({ summary, passage }) => passesDocument(summary, query) && passesVoice(passage.voice, query))
    .map((one) => ({ ...one, score: scoreOf(one.words) }))
    .sort((a, b) => b.score - a.score);
  return {
    total: found.length,
    hits: found
      .slice(query.offset, query.offset + query.limit)
      .map(({ summary, edition, passage, score }) =>
        hitOf(summary, edition.document, passage, phrases, score),
      ),
  };
}

/** The voices of a version's passages that have all of the words; none where there is no word. */
export function voicesOfHits({ document, source }: Edition, words: string): Voice[] {
  const phrases = parseQuery(words);
  if (phrases.length === 0) return [];
  const folded = passageWords(document, readSources([source]));
  return document.passages
    .filter((_, i) => phrases.every((phrase) => timesIn(folded[i]!, phrase) > 0))
    .map(({ voice }) => voice);
}
