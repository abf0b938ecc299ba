import { WordClass } from "./lexicon.ts";
import { mix } from "./mix.ts";

/** Shape of one level of a {@link WordChain}: of the words that may follow, which is how likely. */
export interface Level {
  /** From 0 to 1: how slowly the likelihood of the later ones falls, Pitman and Yor's discount. */
  readonly discount: number;
  /** How many share the front place. */
  readonly spread: number;
  /** How many times that after a function word or at a sentence's start: what is common has many followers. */
  readonly widening: number;
}

export interface WordChainOptions {
  readonly seed: number;
  /** What follows one word. */
  readonly one: Level;
  /** What follows two words. */
  readonly two: Level;
  /** Likelihood of a word, by its number; need not add up to one. */
  readonly weights: Float64Array;
  /** {@link WordClass} of every word; words beyond are content. Word 0 is the article. */
  readonly classes: Uint8Array;
  /** Share of the prepositions that the article follows. */
  readonly article: number;
}

/** No word: what stands before a sentence's first. */
export const START = (1 << 20) - 1;
/** The commonest word, "the". */
const ARTICLE = 0;
const UNIT = 2 ** -32;
const FARTHEST = 2 ** 31 - 1;
/** Half of all words may not follow a determiner; so often none of content turns up once in a million times. */
const MOST_TRIES = 20;

/**
 * Words that follow each other as in a language: runs of two and three come again as often as a power law says.
 *
 * It is a Pitman–Yor chain of three levels (Teh 2006, A hierarchical Bayesian language model based on Pitman–Yor
 * processes), but nothing of it is kept: the list of words that may follow two others is a list of hashes, each of
 * which points into the list of the last word alone, and from there to a word. A place in a list is drawn by a power
 * law. So what was drawn does not cost memory, and forty million words are as quick as a thousand.
 */
export class WordChain {
  readonly #seed: number;
  readonly #one: Places;
  readonly #two: Places;
  readonly #classes: Uint8Array;
  readonly #article: number;
  /** Walker's alias table: the share of a slot that is its own number's, and whose the rest is. */
  readonly #own: Float64Array;
  readonly #other: Int32Array;

  constructor({ seed, one, two, weights, classes, article }: WordChainOptions) {
    this.#seed = mix(seed);
    this.#classes = classes;
    this.#article = article;
    this.#one = new Places(one);
    this.#two = new Places(two);
    this.#own = new Float64Array(weights.length);
    this.#other = new Int32Array(weights.length);
    fillAlias(weights, this.#own, this.#other);
  }

  /**
   * The word that follows `before` and `last`; `chance` from 0 to 1, neither included, says which of the possible ones.
   * Of another `topic` other words follow one word.
   */
  next(before: number, last: number, chance: number, topic = 0): number {
    const kind = this.#kindOf(last);
    const context = mix(Math.imul(before, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b) ^ this.#seed);
    const place = this.#two.placeOf(context, kind !== WordClass.content, chance);
    const choice = mix(context + Math.imul(place, 0xc2b2ae35));
    return this.#afterOne(last, kind, (choice >>> 0) * UNIT + UNIT / 2, topic);
  }

  #afterOne(last: number, kind: number, chance: number, topic: number): number {
    let rest = chance;
    if (kind === WordClass.preposition) {
      if (chance < this.#article) return ARTICLE;
      rest = (chance - this.#article) / (1 - this.#article);
    }
    const context = mix(Math.imul(last + 1, 0x27d4eb2f) ^ this.#seed ^ topic);
    const place = this.#one.placeOf(context, kind !== WordClass.content, rest);
    let choice = mix(context ^ Math.imul(place + 1, 0x165667b1));
    let word = this.word(choice);
    for (let tries = 0; tries < MOST_TRIES && !this.#mayFollow(kind, last, word); tries++) {
      choice = mix(choice + 1);
      word = this.word(choice);
    }
    return word;
  }

  #kindOf(word: number): number {
    if (word === START) return WordClass.other;
    return word < this.#classes.length ? this.#classes[word]! : WordClass.content;
  }

  /** No word follows itself, no function word a determiner, and no preposition another. */
  #mayFollow(kind: number, last: number, word: number): boolean {
    if (word === last) return false;
    if (kind === WordClass.determiner) return this.#classes[word] === WordClass.content;
    return kind !== WordClass.preposition || this.#classes[word] !== kind;
  }

  /** A word by its likelihood alone, `choice` being 32 bits. */
  word(choice: number): number {
    const at = (choice >>> 0) * UNIT * this.#own.length;
    const slot = Math.floor(at);
    return at - slot < this.#own[slot]! ? slot : this.#other[slot]!;
  }
}

/** The endless lists of one level, by how far down they are drawn from. */
class Places {
  readonly #fall: number;
  readonly #spreads: Float64Array;

  constructor({ discount, spread, widening }: Level) {
    this.#fall = -discount / (1 - discount);
    // Sixteen kinds of context, twice: after some words nearly one alone can follow, after others any.
    this.#spreads = Float64Array.from(
      { length: 32 },
      (_, kind) => spread * 2 ** (((kind & 15) - 7.5) / 4) * (kind < 16 ? 1 : widening),
    );
  }

  /** A place in a context's list, the likelihood of a later one than p being (1 + p/spread)^(1/fall). */
  placeOf(context: number, wide: boolean, chance: number): number {
    const place = this.#spreads[(context >>> 28) + (wide ? 16 : 0)]! * (chance ** this.#fall - 1);
    return place < FARTHEST ? Math.floor(place) : FARTHEST;
  }
}

/** Walker's alias method (1977): a number by its weight in one look. */
function fillAlias(weights: Float64Array, own: Float64Array, other: Int32Array): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const small: number[] = [];
  const large: number[] = [];
  weights.forEach((weight, number) => {
    own[number] = (weight * weights.length) / total;
    other[number] = number;
    (own[number]! < 1 ? small : large).push(number);
  });
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!;
    const more = large[large.length - 1]!;
    other[less] = more;
    own[more]! -= 1 - own[less]!;
    if (own[more]! < 1) small.push(large.pop()!);
  }
  for (const rest of [...small, ...large]) own[rest] = 1;
}
