/** No word of this vocabulary. */
export const UNKNOWN = -1;

/**
 * Words that a vocabulary has room for from the start: a quotation is read in microseconds, and clearing the room for
 * a book's words takes tens of them. A long text has more words than any first guess, and its vocabulary grows.
 */
const FEW_WORDS = 128;
const MANY_WORDS = 4096;

/**
 * The words of one or more sources, each with a number from 0 up.
 * Open addressing over the folded letters, so that reading a source makes one string a distinct word, not one a word.
 */
export class Vocabulary {
  #size = 0;
  #hashes: Int32Array<ArrayBuffer>;
  #slots: Int32Array<ArrayBuffer>;
  /** Letters of all words, one after the other; word n's end where word n + 1's start. */
  #letters: Uint16Array<ArrayBuffer>;
  #starts: Int32Array<ArrayBuffer>;
  /** Words that were asked for as strings. */
  readonly #words: (string | undefined)[] = [];

  /** With room for `words` distinct words, at least a quotation's; it grows. */
  constructor(words = FEW_WORDS) {
    const room = 2 ** Math.ceil(Math.log2(Math.min(Math.max(words, FEW_WORDS), MANY_WORDS)));
    this.#hashes = new Int32Array(room);
    this.#starts = new Int32Array(room);
    this.#letters = new Uint16Array(room * 8);
    this.#slots = new Int32Array(room * 2).fill(UNKNOWN);
  }

  get size(): number {
    return this.#size;
  }

  /** The folded word of a number; `number` must be one this vocabulary gave out. */
  word(number: number): string {
    let word = this.#words[number];
    if (word === undefined) {
      word = "";
      for (let i = this.#starts[number]!; i < this.#starts[number + 1]!; i++)
        word += String.fromCharCode(this.#letters[i]!);
      this.#words[number] = word;
    }
    return word;
  }

  /** The folded units of all words, one after the other; see {@link startOf}. Only to be read, and until a word is added. */
  get letters(): Uint16Array {
    return this.#letters;
  }

  /** Where the word of a number starts in {@link letters}; the next one's start is its end. */
  startOf(number: number): number {
    return this.#starts[number]!;
  }

  /** 32 bits that stand for the word of a number in every vocabulary: FNV-1a over its folded units. */
  hash(number: number): number {
    return this.#hashes[number]!;
  }

  /** The number of the word whose folded UTF-16 units are `units[0..length)`, or {@link UNKNOWN}. `hash` is their {@link hashOf}, where the caller has it. */
  find(units: Uint16Array, length: number, hash = hashOf(units, length)): number {
    return this.#slots[this.#slot(units, length, hash)]!;
  }

  /** The number of that word, given out now if it is new. */
  intern(units: Uint16Array, length: number, hash = hashOf(units, length)): number {
    const slot = this.#slot(units, length, hash);
    const held = this.#slots[slot]!;
    return held === UNKNOWN ? this.#add(units, length, hash, slot) : held;
  }

  #add(units: Uint16Array, length: number, hash: number, slot: number): number {
    const number = this.#size++;
    if (number + 2 > this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#hashes = grown(this.#hashes);
    }
    const start = this.#starts[number]!;
    while (start + length > this.#letters.length) {
      const larger = new Uint16Array(this.#letters.length * 2);
      larger.set(this.#letters);
      this.#letters = larger;
    }
    for (let i = 0; i < length; i++) this.#letters[start + i] = units[i]!;
    this.#starts[number + 1] = start + length;
    this.#hashes[number] = hash;
    this.#slots[slot] = number;
    // Two thirds full at the most, so that probing stays short.
    if (this.#size * 3 > this.#slots.length * 2) this.#rehash();
    return number;
  }

  #slot(units: Uint16Array, length: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number === UNKNOWN) return slot;
      if (this.#hashes[number] === hash && this.#isWord(number, units, length)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isWord(number: number, units: Uint16Array, length: number): boolean {
    const start = this.#starts[number]!;
    if (this.#starts[number + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#letters[start + i] !== units[i]) return false;
    return true;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(UNKNOWN);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#hashes[number]! & mask;
      while (slots[slot] !== UNKNOWN) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo): its seed, as a signed number like all that follow, and one step of it. */
export const HASH_SEED = 0x811c9dc5 | 0;
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The last step: a shift, so that the low bits, which choose the slot, depend on all. */
export function hashEnd(hash: number): number {
  return hash ^ (hash >>> 15);
}

export function hashOf(units: Uint16Array, length: number): number {
  let hash = HASH_SEED;
  for (let i = 0; i < length; i++) hash = hashStep(hash, units[i]!);
  return hashEnd(hash);
}
