import { Flag, type Tokens } from "./tokens.ts";

/** Words in a run: with one word in six changed, a run of three stays intact at six words and more; see ARCHITECTURE.md. */
export const RUN = 3;

/**
 * Where every run of three words and every word stands.
 * Runs are read in two views: all words, and the spoken ones alone, so that supplied words break no run.
 * Chained hashing: `link` leads from an entry to the next one of its bucket, in text order.
 */
export class Shingles {
  /** For each place, the next one that is not a supplied word; `count` where there is none. */
  readonly nextSpoken: Int32Array;
  readonly #tokens: Tokens;
  /** Two numbers a bucket, side by side for the cache: its first entry plus one, or 0, and how many it has. */
  readonly #heads: Int32Array;
  readonly #links: Int32Array;
  /** Places of the runs that only the spoken view has. */
  readonly #bridges: readonly number[];
  /** Where each word's places start in `#places`. */
  readonly #offsets: Int32Array;
  readonly #places: Int32Array;

  constructor(tokens: Tokens, words: number) {
    this.#tokens = tokens;
    const n = tokens.count;
    this.nextSpoken = nextSpoken(tokens);
    this.#bridges = bridges(tokens, this.nextSpoken);
    const size = powerOfTwo(n);
    this.#heads = new Int32Array(size * 2);
    this.#links = new Int32Array(n + this.#bridges.length);
    this.#link();
    this.#offsets = new Int32Array(words + 1);
    this.#places = new Int32Array(n);
    this.#sortWords(words);
  }

  /** How many places a word has; 0 for an unknown one. */
  frequency(word: number): number {
    return word < 0 ? 0 : this.#offsets[word + 1]! - this.#offsets[word]!;
  }

  /** The places of a word, in text order, at most `most`. */
  placesOf(word: number, most: number): Int32Array {
    const start = this.#offsets[word]!;
    return this.#places.subarray(start, Math.min(this.#offsets[word + 1]!, start + most));
  }

  /** At least how many places the run has; runs that share its bucket are counted with it. */
  atMost(a: number, b: number, c: number): number {
    return this.#heads[bucket(a, b, c, this.#heads.length) + 1]!;
  }

  /** The places where the run starts, in text order for each view, at most `most`. */
  placesOfRun(a: number, b: number, c: number, most: number): number[] {
    const { word } = this.#tokens;
    const n = this.#tokens.count;
    const found: number[] = [];
    for (
      let e = this.#heads[bucket(a, b, c, this.#heads.length)]! - 1;
      e >= 0 && found.length < most;
      e = this.#links[e]!
    ) {
      const bridging = e >= n;
      const i = bridging ? this.#bridges[e - n]! : e;
      const j = bridging ? this.nextSpoken[i]! : i + 1;
      const k = bridging ? this.nextSpoken[j]! : i + 2;
      if (word[i] === a && word[j] === b && word[k] === c) found.push(i);
    }
    return found;
  }

  #link(): void {
    const { word } = this.#tokens;
    const n = this.#tokens.count;
    const heads = this.#heads;
    const add = (entry: number, a: number, b: number, c: number): void => {
      const at = bucket(a, b, c, heads.length);
      this.#links[entry] = heads[at]! - 1;
      heads[at] = entry + 1;
      heads[at + 1]!++;
    };
    for (let e = this.#bridges.length - 1; e >= 0; e--) {
      const i = this.#bridges[e]!;
      const j = this.nextSpoken[i]!;
      add(n + e, word[i]!, word[j]!, word[this.nextSpoken[j]!]!);
    }
    for (let i = n - RUN; i >= 0; i--) add(i, word[i]!, word[i + 1]!, word[i + 2]!);
  }

  #sortWords(words: number): void {
    const { word, count } = this.#tokens;
    const offsets = this.#offsets;
    for (let i = 0; i < count; i++) offsets[word[i]! + 1]!++;
    for (let w = 0; w < words; w++) offsets[w + 1]! += offsets[w]!;
    const fill = offsets.slice();
    for (let i = 0; i < count; i++) this.#places[fill[word[i]!]!++] = i;
  }
}

function powerOfTwo(n: number): number {
  let size = 16;
  while (size < n) size *= 2;
  return size;
}

/** Index of the run's bucket among `length` numbers, two a bucket. */
function bucket(a: number, b: number, c: number, length: number): number {
  const hash = Math.imul(Math.imul(Math.imul(a + 1, 0x9e3779b1) ^ (b + 1), 0x85ebca6b) ^ (c + 1), 0xc2b2ae35);
  return ((hash ^ (hash >>> 15)) << 1) & (length - 1);
}

/** For each place, the next one that is not a supplied word; `count` where there is none. */
export function nextSpoken(tokens: Tokens): Int32Array {
  const next = new Int32Array(tokens.count + 1);
  let spoken = tokens.count;
  next[tokens.count] = spoken;
  for (let i = tokens.count - 1; i >= 0; i--) {
    next[i] = spoken;
    if ((tokens.flags[i]! & Flag.supplied) === 0) spoken = i;
  }
  return next;
}

function bridges(tokens: Tokens, next: Int32Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.flags[i]! & Flag.supplied) !== 0) continue;
    const j = next[i]!;
    const k = next[j] ?? tokens.count;
    if (k < tokens.count && (j !== i + 1 || k !== i + 2)) found.push(i);
  }
  return found;
}
