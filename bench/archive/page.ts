import { FIRST_NAME, type Lexicon, spellName } from "./lexicon.ts";

/** Stands in a page's letters for …, which Latin-1 lacks; the place that Windows-1252 gives it. */
const ELLIPSIS = 0x85;

/** A document in the making: letters in one array, so that a text costs one string and not one a word. */
export class Page {
  #letters = new Uint8Array(1 << 18);
  #length = 0;
  #wide = false;
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
    this.#wide = false;
  }

  /** Writes the word of a number, with a capital if asked. */
  word(number: number, capital: boolean): void {
    if (number >= FIRST_NAME) {
      this.write(spellName(number));
      return;
    }
    const { letters, starts } = this.#lexicon;
    const from = starts[number]!;
    const to = starts[number + 1]!;
    if (this.#length + to - from + 1 > this.#letters.length) this.#grow(to - from);
    const start = this.#length;
    for (let i = from; i < to; i++) this.#letters[this.#length++] = letters[i]!;
    const first = this.#letters[start]!;
    if (capital && first >= 0x61 && first <= 0x7a) this.#letters[start] = first - 0x20;
  }

  /** Writes characters of Latin-1, and …. */
  write(characters: string): void {
    if (this.#length + characters.length > this.#letters.length) this.#grow(characters.length);
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      this.#letters[this.#length++] = code === 0x2026 ? ELLIPSIS : code;
      if (code === 0x2026) this.#wide = true;
    }
  }

  /** What was written from `start` on. */
  textFrom(start: number): string {
    const text = Buffer.from(this.#letters.buffer, start, this.#length - start).toString("latin1");
    return this.#wide ? text.replaceAll("\u0085", "…") : text;
  }

  #grow(room: number): void {
    const larger = new Uint8Array(this.#letters.length * 2 + room);
    larger.set(this.#letters);
    this.#letters = larger;
  }
}
