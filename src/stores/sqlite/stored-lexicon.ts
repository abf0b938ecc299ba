import { type Lexicon, wordKey } from "../../core/index.ts";
import type { Session } from "./session.ts";

/** Words whose frequencies are kept: more than a reader's vocabulary. */
const KEPT = 50_000;

/**
 * How often words stand. A frequency that was asked for is kept until the archive is looked into for something else and
 * found changed, so that the words of a quotation cost next to nothing.
 */
export class StoredLexicon implements Lexicon {
  readonly #session: Session;
  readonly #kept = new Map<string, number>();
  #generation = -1;

  constructor(session: Session) {
    this.#session = session;
  }

  get words(): number {
    return this.#session.read(({ words }) => words);
  }

  frequency(word: string): number {
    const { generation } = this.#session;
    if (generation === this.#generation) {
      const held = this.#kept.get(word);
      if (held !== undefined) return held;
    }
    const frequency = this.#session.read(() => this.#session.index().occurrences(wordKey(word)));
    if (this.#session.generation !== this.#generation || this.#kept.size >= KEPT) this.#kept.clear();
    this.#generation = this.#session.generation;
    this.#kept.set(word, frequency);
    return frequency;
  }
}
