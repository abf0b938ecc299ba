import { Random } from "../misquote/random.ts";
import { Lexicon } from "./lexicon.ts";
import { mix } from "./mix.ts";
import { type Level, START, WordChain } from "./word-chain.ts";

/** The constants of a language and of how much its speakers repeat; PROSE.md compares what comes of them with real prose. */
export interface ProseConstants {
  /** What follows one word, and what follows two: the discounts say how fast pairs and threes begin to repeat. */
  readonly one: Level;
  readonly two: Level;
  /** Share of the prepositions that "the" follows; it makes "of the" the commonest pair. */
  readonly article: number;
  /** Words that are no names of affairs. */
  readonly vocabulary: number;
  /** Zipf and Mandelbrot's law, 1/(rank + offset). */
  readonly offset: number;
  /** How much likelier than that a function word is, since none follows a determiner. */
  readonly functionWords: number;
  /** From which rank on, and how steeply, words are rarer than that: beyond a language's common core (Ferrer i Cancho and Solé 2001). */
  readonly bend: number;
  readonly bendFall: number;
  /** A word that begins a repetition of the same document's words: one in so many words. */
  readonly echo: number;
  /** A stock phrase begins, one in so many words. */
  readonly phrase: number;
  /** The first phrase of all, such as a country's name, one in so many words beside. */
  readonly byword: number;
  readonly phrases: number;
  /** Mandelbrot's offset of the phrases' ranks: the larger, the less do the first ones stand out. */
  readonly phraseOffset: number;
  /** A name of the document's affair, one in so many words. */
  readonly name: number;
  /** Names of an affair. */
  readonly namesOfAffair: number;
  /** Share of the documents whose affair is a new one. */
  readonly newAffair: number;
  /** Share of the words that follow as in the document's topic only. */
  readonly topic: number;
  readonly topics: number;
  /** Share of the passages that are boilerplate, and how many such passages there are. */
  readonly boilerplate: number;
  readonly boilerplates: number;
}

/** Found by trying: what comes of them is within a sixth of real prose in nearly every figure of PROSE.md. */
export const CONSTANTS: ProseConstants = {
  one: { discount: 0.6, spread: 6, widening: 8 },
  two: { discount: 0.78, spread: 1.1, widening: 16 },
  article: 0.39,
  vocabulary: 100_000,
  offset: 1,
  functionWords: 2,
  bend: 9000,
  bendFall: 1.7,
  echo: 23,
  phrase: 60,
  byword: 380,
  phrases: 30_000,
  phraseOffset: 40,
  name: 18,
  namesOfAffair: 60,
  newAffair: 0.62,
  topic: 0.11,
  topics: 400,
  boilerplate: 0.06,
  boilerplates: 120,
};

const SHORTEST_PHRASE = 3;
const LONGEST_PHRASE = 8;

/** A made-up language with its stock phrases, the same for the same seed. */
export class ProseModel {
  readonly constants: ProseConstants;
  readonly lexicon: Lexicon;
  readonly chain: WordChain;
  /** Phrase n's words are those from `phraseStarts[n]` to `phraseStarts[n + 1]`; a power of two of places. */
  readonly phraseWords: Int32Array;
  readonly phraseStarts: Int32Array;

  constructor(seed: number, constants: ProseConstants = CONSTANTS) {
    this.constants = constants;
    this.lexicon = new Lexicon(constants.vocabulary);
    const { vocabulary, offset, functionWords, bend, bendFall, phrases } = constants;
    const weights = Float64Array.from(
      { length: vocabulary },
      (_, rank) =>
        (rank < this.lexicon.functionWords ? functionWords : 1) /
        ((rank + 1 + offset) * (1 + ((rank + 1) / bend) ** bendFall)),
    );
    this.chain = new WordChain({ ...constants, seed, weights, classes: this.lexicon.classes });
    const random = new Random(mix(seed + 1));
    this.phraseStarts = new Int32Array(phrases + 1);
    this.phraseWords = new Int32Array(2 ** Math.ceil(Math.log2(phrases * LONGEST_PHRASE)));
    for (let phrase = 0; phrase < phrases; phrase++) this.#addPhrase(phrase, random);
  }

  #addPhrase(phrase: number, random: Random): void {
    const { chain, phraseStarts, phraseWords } = this;
    let at = phraseStarts[phrase]!;
    const end = at + (phrase === 0 ? SHORTEST_PHRASE : random.between(SHORTEST_PHRASE, LONGEST_PHRASE));
    let before = START;
    let last = chain.word(mix(phrase));
    for (; at < end; at++) {
      phraseWords[at] = last;
      const next = chain.next(before, last, aboveZero(random));
      before = last;
      last = next;
    }
    phraseStarts[phrase + 1] = end;
  }
}

/** A rank from 0 to `count` - 1, likely as 1/(rank + offset). */
export function drawRank(random: Random, count: number, offset = 1): number {
  return Math.min(count - 1, Math.floor(offset * ((count + offset) / offset) ** random.next() - offset));
}

/** From 0 to 1, neither included. */
export function aboveZero(random: Random): number {
  return random.next() + 2 ** -33;
}
