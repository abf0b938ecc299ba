import { RunCounts } from "./run-counts.ts";

/** What is counted of a text; shares are from 0 to 1. */
export interface ProseFigures {
  readonly words: number;
  /** Distinct words. */
  readonly vocabulary: number;
  /** Distinct ones among the words, the runs of two, of three. */
  readonly distinctWords: number;
  readonly distinctPairs: number;
  readonly distinctThrees: number;
  /** Of the runs of three, by how often the run occurs. */
  readonly threesOnce: number;
  readonly threesTo10: number;
  readonly threesTo100: number;
  readonly threesAbove: number;
  /** Occurrences of the commonest run, a thousand words. */
  readonly commonestPair: number;
  readonly commonestThree: number;
  /** Of the runs of three that occurred before, those whose last one was in the same document. */
  readonly nearThrees: number;
  /** Of the runs of five and of ten words, those that occurred before. */
  readonly repeatedFives: number;
  readonly repeatedTens: number;
  /** Of the words, those in passages that occurred before, of twelve words and more. */
  readonly repeatedPassages: number;
  /** Share of the words that the hundred commonest words make up; the thousand commonest. */
  readonly commonest100: number;
  readonly commonest1000: number;
  /** UTF-8 bytes of the documents a word. */
  readonly bytes: number;
  /** Words of a passage, a line of a file: middle and upper tenth, by passages; mean. */
  readonly passageMedian: number;
  readonly passageMean: number;
  readonly passageTenth: number;
  /** Words of a document, in the middle. */
  readonly documentMedian: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
/** A passage shorter than this is a heading or a greeting and no boilerplate. */
const BOILERPLATE = 12;

/** Counts documents as they come. Runs do not cross passages. */
export class ProseCounter {
  readonly #numbers = new Map<string, number>();
  readonly #unigrams: number[] = [];
  readonly #pairs = new RunCounts();
  readonly #threes = new RunCounts();
  readonly #fives = new RunCounts();
  readonly #tens = new RunCounts();
  readonly #passages = new RunCounts();
  readonly #passageLengths: number[] = [];
  readonly #documentLengths: number[] = [];
  #bytes = 0;
  #words = 0;
  #before = { threes: 0, near: 0, fives: 0, tens: 0, passages: 0 };
  #runs = { threes: 0, fives: 0, tens: 0, pairs: 0 };

  get words(): number {
    return this.#words;
  }

  add(text: string): void {
    this.#bytes += Buffer.byteLength(text);
    const here = new RunCounts(1 << 12);
    let length = 0;
    for (const line of text.split(/\n+/u)) {
      const numbers = this.#numbersOf(line);
      if (numbers.length === 0) continue;
      length += numbers.length;
      this.#passageLengths.push(numbers.length);
      this.#countRuns(numbers, here);
      if (numbers.length >= BOILERPLATE && this.#passages.add(keyOf(numbers, 0, numbers.length)) > 0)
        this.#before.passages += numbers.length;
    }
    this.#words += length;
    this.#documentLengths.push(length);
  }

  #numbersOf(line: string): number[] {
    const numbers: number[] = [];
    for (const [raw] of line.matchAll(WORD)) {
      const word = raw.toLowerCase();
      let number = this.#numbers.get(word);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(word, number);
        this.#unigrams.push(0);
      }
      this.#unigrams[number]!++;
      numbers.push(number);
    }
    return numbers;
  }

  #countRuns(numbers: readonly number[], here: RunCounts): void {
    const { length } = numbers;
    for (let at = 0; at < length; at++) {
      if (at + 2 <= length) {
        this.#runs.pairs++;
        this.#pairs.add(keyOf(numbers, at, at + 2));
      }
      if (at + 3 <= length) {
        this.#runs.threes++;
        const key = keyOf(numbers, at, at + 3);
        const near = here.add(key) > 0;
        if (this.#threes.add(key) > 0) {
          this.#before.threes++;
          if (near) this.#before.near++;
        }
      }
      if (at + 5 <= length) {
        this.#runs.fives++;
        if (this.#fives.add(keyOf(numbers, at, at + 5)) > 0) this.#before.fives++;
      }
      if (at + 10 <= length) {
        this.#runs.tens++;
        if (this.#tens.add(keyOf(numbers, at, at + 10)) > 0) this.#before.tens++;
      }
    }
  }

  figures(): ProseFigures {
    const unigrams = [...this.#unigrams].sort((a, b) => b - a);
    const share = (n: number): number =>
      unigrams.slice(0, n).reduce((sum, count) => sum + count, 0) / this.#words;
    const byCount = [0, 0, 0, 0];
    let commonestThree = 0;
    for (const count of this.#threes.counts()) {
      byCount[count === 1 ? 0 : count <= 10 ? 1 : count <= 100 ? 2 : 3]! += count;
      if (count > commonestThree) commonestThree = count;
    }
    let commonestPair = 0;
    for (const count of this.#pairs.counts()) if (count > commonestPair) commonestPair = count;
    const passages = [...this.#passageLengths].sort((a, b) => a - b);
    const documents = [...this.#documentLengths].sort((a, b) => a - b);
    const at = (sorted: readonly number[], share: number): number =>
      sorted[Math.floor(sorted.length * share)]!;
    return {
      words: this.#words,
      vocabulary: this.#numbers.size,
      distinctWords: this.#numbers.size / this.#words,
      distinctPairs: this.#pairs.size / this.#runs.pairs,
      distinctThrees: this.#threes.size / this.#runs.threes,
      threesOnce: byCount[0]! / this.#runs.threes,
      threesTo10: byCount[1]! / this.#runs.threes,
      threesTo100: byCount[2]! / this.#runs.threes,
      threesAbove: byCount[3]! / this.#runs.threes,
      commonestPair: (commonestPair / this.#words) * 1000,
      commonestThree: (commonestThree / this.#words) * 1000,
      nearThrees: this.#before.near / Math.max(1, this.#before.threes),
      repeatedFives: this.#before.fives / this.#runs.fives,
      repeatedTens: this.#before.tens / this.#runs.tens,
      repeatedPassages: this.#before.passages / this.#words,
      commonest100: share(100),
      commonest1000: share(1000),
      bytes: this.#bytes / this.#words,
      passageMedian: at(passages, 0.5),
      passageMean: this.#words / passages.length,
      passageTenth: at(passages, 0.9),
      documentMedian: at(documents, 0.5),
    };
  }
}

/** 53 bits of hash of a run of word numbers. */
function keyOf(numbers: readonly number[], from: number, to: number): number {
  let a = 0x811c9dc5;
  let b = 0x27d4eb2f;
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ numbers[i]!, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b + numbers[i]!, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0) + ((b >>> 11) & 0x1fffff) * 4294967296;
}
