/** A stretch of the source, UTF-16 code units, end-exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const TAB_STOP = 4;

/** Walks along one line of Markdown, counting columns as CommonMark does: a tab reaches to the next multiple of four. */
export class MarkdownLine implements Stretch {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Where the walk stands, as an offset into the source. */
  at: number;
  #column = 0;

  /** The line from `start` to `end`, its line end excluded. */
  constructor(source: string, start: number, end: number) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  /** The character at the walk's place; empty at the end of the line. */
  get next(): string {
    return this.at < this.end ? this.source[this.at]! : "";
  }

  /** True where `character` is the first behind the blanks and tabs ahead. */
  leadsTo(character: string): boolean {
    let i = this.at;
    while (i < this.end && /[ \t]/.test(this.source[i]!)) i++;
    return i < this.end && this.source[i] === character;
  }

  get rest(): string {
    return this.source.slice(this.at, this.end);
  }

  get column(): number {
    return this.#column;
  }

  /** True where only white space, no-break spaces included, is left. */
  get isBlank(): boolean {
    let i = this.at;
    while (i < this.end && /\s/.test(this.source[i]!)) i++;
    return i === this.end;
  }

  /** Columns of blanks and tabs ahead, counted up to `most`. */
  indent(most = 1000): number {
    let column = this.#column;
    for (let i = this.at; i < this.end && column - this.#column < most; i++) {
      if (this.source[i] === " ") column++;
      else if (this.source[i] === "\t") column += TAB_STOP - (column % TAB_STOP);
      else break;
    }
    return column - this.#column;
  }

  /** Passes over `columns` columns of blanks and tabs, or what there is of them; a tab is passed over whole. */
  skipIndent(columns = Number.POSITIVE_INFINITY): void {
    const target = this.#column + columns;
    while (this.#column < target && (this.next === " " || this.next === "\t")) this.skip(1);
  }

  /** Passes over `count` characters. */
  skip(count: number): void {
    for (const stop = Math.min(this.at + count, this.end); this.at < stop; this.at++) {
      this.#column += this.source[this.at] === "\t" ? TAB_STOP - (this.#column % TAB_STOP) : 1;
    }
  }

  /** What is left of the line, without blanks and tabs at its ends. */
  trimmed(): Stretch {
    let { at: start, end } = this;
    while (start < end && /[ \t]/.test(this.source[start]!)) start++;
    while (end > start && /[ \t]/.test(this.source[end - 1]!)) end--;
    return { start, end };
  }
}

/** The lines of `source` from `from` on. A line ends at LF, CRLF or a lone CR. */
export function* markdownLines(source: string, from: number): Generator<MarkdownLine> {
  let start = from;
  const lineEnd = /\r\n|[\n\r]/g;
  lineEnd.lastIndex = from;
  for (let match = lineEnd.exec(source); match !== null; match = lineEnd.exec(source)) {
    yield new MarkdownLine(source, start, match.index);
    start = match.index + match[0].length;
  }
  if (start < source.length) yield new MarkdownLine(source, start, source.length);
}
