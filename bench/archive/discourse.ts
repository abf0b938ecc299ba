import type { Random } from "../misquote/random.ts";
import { FIRST_NAME } from "./lexicon.ts";
import { mix } from "./mix.ts";
import type { Page } from "./page.ts";
import { aboveZero, drawRank, type ProseModel } from "./prose-model.ts";
import { START } from "./word-chain.ts";

/** Words that a document can repeat from: as far back as a listener remembers. */
const MEMORY = 1 << 13;
const SHORTEST_ECHO = 2;

/** The words of one document: passages of sentences, about one affair, with its own repetitions. */
export class Discourse {
  readonly #model: ProseModel;
  readonly #random: Random;
  readonly #affair: number;
  readonly #topic: number;
  readonly #said = new Int32Array(MEMORY);
  readonly #name = new Int32Array(1);
  #count = 0;
  #before = START;
  #last = START;
  /** Words still to come of a phrase or of an earlier stretch, and where they stand. */
  #left = 0;
  #from = 0;
  #source: Int32Array;

  constructor(model: ProseModel, random: Random, affair: number) {
    this.#model = model;
    this.#random = random;
    this.#affair = affair;
    this.#topic = mix(Math.floor(model.constants.topics * (mix(affair) >>> 0) * 2 ** -32) + 1);
    this.#source = this.#said;
  }

  /** Writes sentences of `words` words together; the last one ends with the passage. */
  passage(page: Page, words: number): void {
    const random = this.#random;
    const { functionWords } = this.#model.lexicon;
    let sentence = this.#sentenceLength();
    let starts = true;
    for (let left = words; left > 0; left--) {
      const word = this.#next();
      page.word(word, starts);
      starts = false;
      sentence--;
      if (left === 1) break;
      if (sentence <= 0 && (word >= functionWords || sentence < -3)) {
        page.write(random.chance(0.04) ? "? " : ". ");
        sentence = this.#sentenceLength();
        starts = true;
        this.#before = START;
        this.#last = START;
      } else if (word >= functionWords && random.chance(0.1)) page.write(random.chance(0.06) ? "; " : ", ");
      else page.write(" ");
    }
    page.write(".");
    this.#before = START;
    this.#last = START;
  }

  /** Writes a heading of so many words, each with a capital. */
  heading(page: Page, words: number): void {
    for (let i = 0; i < words; i++) {
      if (i > 0) page.write(" ");
      page.word(this.#next(), true);
    }
  }

  /** Sentences of speech: log-normal, 22 words on average. */
  #sentenceLength(): number {
    return Math.round(logNormal(this.#random, 19, 0.55));
  }

  #next(): number {
    const word = this.#draw();
    this.#said[this.#count++ & (MEMORY - 1)] = word;
    this.#before = this.#last;
    this.#last = word;
    return word;
  }

  #draw(): number {
    const random = this.#random;
    if (this.#left === 0) this.#begin(random.next());
    if (this.#left > 0) {
      this.#left--;
      return this.#source[this.#from++ & (this.#source.length - 1)]!;
    }
    const { chain, constants } = this.#model;
    const chance = aboveZero(random);
    return chain.next(this.#before, this.#last, chance, random.chance(constants.topic) ? this.#topic : 0);
  }

  /** Begins a phrase, an echo or a name where the dice say so. */
  #begin(dice: number): void {
    const { byword, echo, phrase, phrases, phraseOffset, name } = this.#model.constants;
    const toEcho = 1 / phrase;
    const toName = toEcho + 1 / echo;
    if (dice < toEcho) this.#beginPhrase(drawRank(this.#random, phrases, phraseOffset));
    else if (dice < toName) this.#beginEcho();
    else if (dice < toName + 1 / name) this.#beginName();
    else if (dice > 1 - 1 / byword) this.#beginPhrase(0);
  }

  #beginPhrase(phrase: number): void {
    const { phraseStarts, phraseWords } = this.#model;
    this.#source = phraseWords;
    this.#from = phraseStarts[phrase]!;
    this.#left = phraseStarts[phrase + 1]! - this.#from;
  }

  /** Half of the echoes end after two words, half of the others after three. */
  #beginEcho(): void {
    if (this.#count < 100) return;
    const reach = Math.min(this.#count, MEMORY - 64);
    this.#source = this.#said;
    this.#from = this.#count - this.#random.between(20, reach);
    this.#left = SHORTEST_ECHO - Math.floor(Math.log2(aboveZero(this.#random)));
    this.#left = Math.min(this.#left, 12);
  }

  #beginName(): void {
    const { namesOfAffair } = this.#model.constants;
    const which = drawRank(this.#random, namesOfAffair);
    this.#source = this.#name;
    this.#name[0] = FIRST_NAME + (mix(mix(this.#affair) + which) >>> 4);
    this.#from = 0;
    this.#left = 1;
  }
}

/** A positive number, `median` in the middle, the logarithm's standard deviation being `deviation`. */
export function logNormal(random: Random, median: number, deviation: number): number {
  // Twelve uniform numbers less six are as good as normal here (Irwin–Hall), without a logarithm.
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.next();
  return median * Math.exp(deviation * sum);
}
