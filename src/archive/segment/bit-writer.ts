/** Writes numbers as runs of bits, the highest bit first. */
export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  /** Bits that are not in `#bytes` yet, from the top; the lowest `#free` of its 32 are empty, 1 to 32. */
  #pending = 0;
  #free = 32;

  /** `room` is how many bytes to start with; more are taken as they are needed. */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room + 8);
  }

  /** The lowest `width` bits of `value`, which has no others; 0 to 32. */
  put(value: number, width: number): void {
    if (width < this.#free) {
      this.#free -= width;
      this.#pending |= value << this.#free;
      return;
    }
    const rest = width - this.#free;
    this.#flush(this.#pending | (value >>> rest));
    this.#free = 32 - rest;
    this.#pending = rest === 0 ? 0 : value << this.#free;
  }

  /**
   * Golomb-Rice: the quotient by 2 ** k as so many noughts and a one, then the remainder in k bits, 0 to 31.
   * Within 0.03 bits of the best where values fall off evenly, as gaps between random keys do.
   */
  rice(value: number, k: number): void {
    let quotient = value >>> k;
    for (; quotient + k > 31; quotient--) this.put(0, 1);
    this.put((1 << k) | (value & ~(-1 << k)), quotient + 1 + k);
  }

  /**
   * Exponential Golomb: `value + 2 ** k`, before it a nought for each of its bits beyond k + 1; the sum below 2 ** 32.
   * For values that are now small and now a hundred times as large, as gaps in a list of blocks are.
   */
  golomb(value: number, k: number): void {
    const sum = value + (1 << k);
    const length = 32 - Math.clz32(sum);
    const width = 2 * length - 1 - k;
    if (width <= 32) {
      this.put(sum, width);
      return;
    }
    this.put(0, width - length);
    this.put(sum, length);
  }

  /** The bytes, the last one filled up with noughts. Nothing may be written after. */
  finish(): Uint8Array {
    const length = this.#length + ((39 - this.#free) >>> 3);
    this.#flush(this.#pending);
    return this.#bytes.subarray(0, length);
  }

  #flush(word: number): void {
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    const bytes = this.#bytes;
    const at = this.#length;
    bytes[at] = word >>> 24;
    bytes[at + 1] = word >>> 16;
    bytes[at + 2] = word >>> 8;
    bytes[at + 3] = word;
    this.#length = at + 4;
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}
