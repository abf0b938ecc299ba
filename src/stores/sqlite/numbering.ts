/** Values numbered in the order they are met. */
export class Numbering<T> {
  readonly #numbers = new Map<unknown, number>();
  readonly #keyOf: (value: T) => unknown;
  readonly all: T[] = [];

  /** Two values of one key are one. */
  constructor(keyOf: (value: T) => unknown = (value) => value) {
    this.#keyOf = keyOf;
  }

  numberOf(value: T): number {
    const key = this.#keyOf(value);
    const held = this.#numbers.get(key);
    if (held !== undefined) return held;
    this.#numbers.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
