import { countUpTo } from "./line-index.ts";

/** A text and the way back from it: `sourceOf` gives the offset in the original of an offset in `text`. */
export interface BuiltText {
  readonly text: string;
  sourceOf(offset: number): number;
}

/** What is kept of the end of the text, for those who must know what stands before: a word and its neighbours. */
const TAIL_LENGTH = 24;

/** Collects a text piece by piece and remembers where in the original each piece stood. */
export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  readonly #verbatim: boolean[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The last characters of the text. */
  get tail(): string {
    let tail = "";
    for (let i = this.#pieces.length - 1; i >= 0 && tail.length < TAIL_LENGTH; i--)
      tail = this.#pieces[i]! + tail;
    return tail.slice(-TAIL_LENGTH);
  }

  /** `verbatim`: the words stand in the original letter by letter from `source`; else they stand for what is there. */
  append(words: string, source: number, verbatim: boolean): void {
    if (words === "") return;
    if (!this.#continues(source, verbatim)) {
      this.#starts.push(this.#length);
      this.#sources.push(source);
      this.#verbatim.push(verbatim);
    }
    this.#pieces.push(words);
    this.#length += words.length;
  }

  #continues(source: number, verbatim: boolean): boolean {
    const last = this.#starts.length - 1;
    if (last < 0 || !verbatim || !this.#verbatim[last]) return false;
    return source - this.#sources[last]! === this.#length - this.#starts[last]!;
  }

  finish(): BuiltText {
    const starts = this.#starts;
    const sources = this.#sources;
    const verbatim = this.#verbatim;
    return {
      text: this.#pieces.join(""),
      sourceOf(offset) {
        const piece = countUpTo(starts, offset) - 1;
        if (piece < 0) return 0;
        return sources[piece]! + (verbatim[piece] ? offset - starts[piece]! : 0);
      },
    };
  }
}
