import type { BlockShape, BlockWriter } from "./block-writer.ts";
import type { SourceRun } from "./html-source.ts";

/** White space that a browser collapses; no-break and other spaces of their own width are kept. */
const COLLAPSIBLE = /[ \t\n\r\f]+/g;

/**
 * Writes text as a browser lays it out: white space collapses to one blank, and none stands beside a line break;
 * a second line break in a row ends the block, as the empty line that the reader sees does.
 */
export class HtmlFlow {
  readonly #writer: BlockWriter;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  /** Writes a run of a text node; with `keepSpace`, as in `<pre>`, white space stays as it is. */
  text(run: SourceRun, shape: BlockShape, language: string | null, keepSpace: boolean): void {
    if (keepSpace) {
      this.#writer.write(run.words, run.source, run.verbatim, shape, language);
      return;
    }
    let start = 0;
    for (const match of run.words.matchAll(COLLAPSIBLE)) {
      if (match[0] === " " && match.index > start) continue;
      this.#words(run, start, match.index, shape, language);
      this.#blank(run.verbatim ? run.source + match.index : run.source);
      start = match.index + match[0].length;
    }
    this.#words(run, start, run.words.length, shape, language);
  }

  /** A `<br>`, at `source`. */
  lineBreak(source: number): void {
    this.#writer.dropBlank();
    if (this.#writer.isAtLineStart) this.#writer.end();
    else this.#writer.space("\n", source, false);
  }

  #blank(source: number): void {
    const last = this.#writer.lastSpace;
    if (last !== " " && last !== "\n") this.#writer.space(" ", source, true);
  }

  #words(run: SourceRun, start: number, end: number, shape: BlockShape, language: string | null): void {
    if (start >= end) return;
    const source = run.verbatim ? run.source + start : run.source;
    this.#writer.write(run.words.slice(start, end), source, run.verbatim, shape, language);
  }
}
