/** No word of this vocabulary. */
export const UNKNOWN = -1;

/**
 * The words of one or more sources, each with a number from 0 up.
 * Open addressing over the folded letters, so that reading a source makes one string a distinct word, not one a word.
 */
export class Vocabulary {
  readonly #words: string[] = [];
  #hashes = new Int32Array(1 << 12);
  #slots = new Int32Array(1 << 13).fill(UNKNOWN);

  get size(): number {
    return this.#words.length;
  }

  /** The folded word of a number; `number` must be one this vocabulary gave out. */
  word(number: number): string {
    return this.#words[number]!;
  }

  /** The number of the word whose folded UTF-16 units are `units[0..length)`, or {@link UNKNOWN}. `hash` is their {@link hashOf}, where the caller has it. */
  find(units: Uint16Array, length: number, hash = hashOf(units, length)): number {
    return this.#slots[this.#slot(units, length, hash)]!;
  }

  /** The number of that word, given out now if it is new. */
  intern(units: Uint16Array, length: number, hash = hashOf(units, length)): number {
    const slot = this.#slot(units, length, hash);
    if (this.#slots[slot] !== UNKNOWN) return this.#slots[slot]!;
    const number = this.#words.length;
    let word = "";
    for (let i = 0; i < length; i++) word += String.fromCharCode(units[i]!);
    this.#words.push(word);
    if (number >= this.#hashes.length) this.#hashes = grown(this.#hashes);
    this.#hashes[number] = hash;
    this.#slots[slot] = number;
    // Two thirds full at the most, so that probing stays short.
    if (this.#words.length * 3 > this.#slots.length * 2) this.#rehash();
    return number;
  }

  #slot(units: Uint16Array, length: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number === UNKNOWN) return slot;
      if (this.#hashes[number] === hash && same(this.#words[number]!, units, length)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(UNKNOWN);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#words.length; number++) {
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

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo): its seed, and one step of it. */
export const HASH_SEED = 0x811c9dc5;
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

function same(word: string, units: Uint16Array, length: number): boolean {
  if (word.length !== length) return false;
  for (let i = 0; i < length; i++) if (word.charCodeAt(i) !== units[i]) return false;
  return true;
}
