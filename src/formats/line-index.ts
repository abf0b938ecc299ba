import type { WrittenRemark } from "./block-writer.ts";
import type { Position, Remark } from "./formatted-text.ts";

const LF = 10;
const CR = 13;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** How many of the ascending `numbers` are at most `value`. */
export function countUpTo(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the line and column of an offset. A line ends at LF, CRLF or a lone CR. Lines are counted when first asked for. */
export class LineIndex {
  readonly #text: string;
  #starts: number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of a position that {@link position} gave. */
  offset({ line, column }: Position): number {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts[line - 1]! + column - 1;
  }

  /** Comments with their lines and columns. */
  placed(remarks: readonly WrittenRemark[]): Remark[] {
    return remarks.map(({ at, text, source }) => ({ at, text, position: this.position(source) }));
  }

  /** `offset` in UTF-16 code units; what lies outside 0 to the text's length is taken for the nearer end. */
  position(offset: number): Position {
    this.#starts ??= lineStarts(this.#text);
    const inside = Math.min(Math.max(offset, 0), this.#text.length);
    const line = countUpTo(this.#starts, inside);
    return { line, column: inside - this.#starts[line - 1]! + 1 };
  }
}
