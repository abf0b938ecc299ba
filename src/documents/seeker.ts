/** Where the next of something stands in a text at or after an offset; -1 where there is none. */
export type Find = (from: number) => number;

/**
 * Tells of one stretch of a text after another whether something rare stands in it. What was found stays known until
 * it is passed, so that a text is searched once however many stretches it has.
 */
export class Seeker {
  readonly #find: Find;
  #from = Number.POSITIVE_INFINITY;
  #at = Number.POSITIVE_INFINITY;

  constructor(find: Find) {
    this.#find = find;
  }

  /** The first place at or after `from`; infinity where there is none. Any order of offsets will do, a rising one is fast. */
  next(from: number): number {
    if (from < this.#from || from > this.#at) {
      const at = this.#find(from);
      this.#at = at < 0 ? Number.POSITIVE_INFINITY : at;
      this.#from = from;
    }
    return this.#at;
  }
}

/** Seeks one string of a text. */
export function seek(text: string, words: string): Seeker {
  return new Seeker((from) => text.indexOf(words, from));
}
