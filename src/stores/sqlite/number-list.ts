/** Whole numbers as bytes: seven bits a byte, the lowest first, the eighth says that more follow. Small numbers are one byte. */
export class NumberWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  /** Writes a number from 0 to 2^53 - 1. */
  put(number: number): void {
    let left = number;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) this.#push((left % 0x80) | 0x80);
    this.#push(left);
  }

  /** Writes a number of either sign: 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
  putSigned(number: number): void {
    this.put(number < 0 ? -2 * number - 1 : 2 * number);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** Reads what a {@link NumberWriter} wrote, in its order. Past the end, and of other bytes, it reads any numbers. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): number {
    const first = this.#bytes[this.#at++]!;
    return first < 0x80 ? first : this.#long(first);
  }

  nextSigned(): number {
    const number = this.next();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  #long(first: number): number {
    let number = first & 0x7f;
    let unit = 0x80;
    let byte: number;
    do {
      byte = this.#bytes[this.#at++] ?? 0;
      number += (byte & 0x7f) * unit;
      unit *= 0x80;
    } while (byte >= 0x80);
    return number;
  }
}
