/** Counts of things known by a hash of 53 bits, in open addressing: two of a hundred million differ by less than one in a hundred. */
export class RunCounts {
  #keys: Float64Array;
  #counts: Uint32Array;
  /** Distinct keys. */
  size = 0;

  constructor(capacity = 1 << 16) {
    this.#keys = new Float64Array(capacity).fill(-1);
    this.#counts = new Uint32Array(capacity);
  }

  /** Counts `key`, a whole number from 0 to 2^53 - 1; answers how often it came before. */
  add(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = ((key % 4294967296) >>> 0) & mask;
    while (this.#keys[slot] !== key) {
      if (this.#keys[slot] === -1) {
        this.#keys[slot] = key;
        this.#counts[slot] = 1;
        this.size++;
        if (this.size * 3 > this.#keys.length * 2) this.#rehash();
        return 0;
      }
      slot = (slot + 1) & mask;
    }
    return this.#counts[slot]!++;
  }

  /** Every count, in no order. */
  *counts(): Generator<number> {
    for (const count of this.#counts) if (count > 0) yield count;
  }

  #rehash(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#counts = new Uint32Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from]!;
      if (key === -1) continue;
      let slot = ((key % 4294967296) >>> 0) & mask;
      while (this.#keys[slot] !== -1) slot = (slot + 1) & mask;
      this.#keys[slot] = key;
      this.#counts[slot] = counts[from]!;
    }
  }
}
