import { countUpTo } from "./line-index.ts";

/** Counts a text's characters as W3C's selectors do: in Unicode code points, where a letter beyond the first plane is one. */
export class CodePoints {
  /** Where the second halves of such letters stand, ascending. */
  readonly #halves: readonly number[];

  constructor(text: string) {
    this.#halves = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index + 1);
  }

  /** The code points before an offset, which counts UTF-16 code units from 0 to the text's length. */
  before(offset: number): number {
    return offset - countUpTo(this.#halves, offset - 1);
  }
}
