import type { Random } from "../misquote/random.ts";

/**
 * A sample of a stream that is not held, heavier things likelier: each thing gets an exponential age of death by its
 * weight, and the first `size` to die are kept (Efraimidis and Spirakis 2006, Weighted random sampling with a reservoir).
 */
export class Reservoir<Item> {
  readonly #random: Random;
  readonly #size: number;
  #kept: { readonly age: number; readonly item: Item }[] = [];
  /** Nothing older than this can be kept. */
  #oldest = Number.POSITIVE_INFINITY;

  constructor(size: number, random: Random) {
    this.#size = size;
    this.#random = random;
  }

  /** Offers a thing; it is made only if it may be kept, and passed over if `make` answers null. `weight` is above 0. */
  offer(weight: number, make: () => Item | null): void {
    const age = -Math.log(1 - this.#random.next()) / weight;
    if (age >= this.#oldest) return;
    const item = make();
    if (item === null) return;
    this.#kept.push({ age, item });
    // Sorting once in so many offers costs less than keeping order.
    if (this.#kept.length >= this.#size * 2 + 16) this.#cut();
  }

  /** What is kept of all that was offered, in no order that tells of the stream's. */
  items(): Item[] {
    this.#cut();
    return this.#kept.map(({ item }) => item);
  }

  #cut(): void {
    this.#kept = this.#kept.sort((a, b) => a.age - b.age).slice(0, this.#size);
    if (this.#size > 0 && this.#kept.length === this.#size) this.#oldest = this.#kept[this.#size - 1]!.age;
  }
}
