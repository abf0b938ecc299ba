import type { Block, BlockKind, Remark } from "./formatted-text.ts";
import { type BuiltText, TextBuilder } from "./text-builder.ts";

/** What stands between two blocks. */
const SEPARATOR = "\n\n";

/** What a block is before its words are known; see {@link Block}. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly level: number;
  readonly language: string | null;
}

/** A comment and where it stands, in the text ({@link Remark}) and in the original. */
export interface WrittenRemark extends Pick<Remark, "at" | "text"> {
  readonly source: number;
}

interface Piece {
  readonly words: string;
  readonly source: number;
  readonly verbatim: boolean;
}

interface OpenBlock {
  readonly shape: BlockShape;
  readonly start: number;
  /** The language that all words so far are in; undefined as soon as they differ. */
  language: string | null | undefined;
}

function leadingSpace(words: string): number {
  const first = words.search(/\S/);
  return first < 0 ? words.length : first;
}

function withoutTrailingSpace(words: string): number {
  let end = words.length;
  while (end > 0 && /\s/.test(words[end - 1]!)) end--;
  return end;
}

/**
 * Writes a text block by block. White space at the ends of a block is dropped, so that the text is exactly its blocks,
 * joined by an empty line; a block of white space alone does not come to be.
 */
export class BlockWriter {
  readonly #text = new TextBuilder();
  readonly #blocks: Block[] = [];
  readonly #remarks: WrittenRemark[] = [];
  #open: OpenBlock | null = null;
  #gap: Piece[] = [];
  #gapBreaks = false;

  /** True when the block being written has words. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Code units of the text so far: where the last word written ends. */
  get length(): number {
    return this.#text.length;
  }

  /** Where the next words come to stand, were a block opened for them if none is open. */
  get at(): number {
    return this.#open !== null || this.#text.length === 0
      ? this.#text.length
      : this.#text.length + SEPARATOR.length;
  }

  /** Notes a comment that stands here and at `source`. */
  remark(text: string, source: number): void {
    this.#remarks.push({ at: this.at, text, source });
  }

  /** The last characters of the open block, up to its last word. */
  get tail(): string {
    if (this.#open === null) return "";
    return this.#text.tail.slice(this.#open.start - this.#text.length);
  }

  /** The last white space written since the last word; empty where the word came last, or no block is open. */
  get lastSpace(): string {
    return this.#gap.at(-1)?.words.at(-1) ?? "";
  }

  /** True where a line break was written since the last word. */
  get isAtLineStart(): boolean {
    return this.#gapBreaks;
  }

  /**
   * Writes words, which may hold white space, into the open block, or opens one of this shape.
   * `source` and `verbatim` as {@link TextBuilder.append} takes them; `language` is that of these words. Gives the offset
   * in the text of the first of these words, or null where there is none.
   */
  write(
    words: string,
    source: number,
    verbatim: boolean,
    shape: BlockShape,
    language = shape.language,
  ): number | null {
    const start = leadingSpace(words);
    const end = withoutTrailingSpace(words);
    const at = (index: number): number => (verbatim ? source + index : source);
    if (start > 0) this.space(words.slice(0, start), source, verbatim);
    if (start >= end) return null;
    this.#openBlock(source, shape, language);
    for (const piece of this.#gap) this.#text.append(piece.words, piece.source, piece.verbatim);
    this.#clearGap();
    const offset = this.#text.length;
    this.#text.append(words.slice(start, end), at(start), verbatim);
    if (end < words.length) this.space(words.slice(end), at(end), verbatim);
    return offset;
  }

  /** Writes white space, which comes to stand only between two words of one block. */
  space(words: string, source: number, verbatim: boolean): void {
    if (this.#open === null) return;
    this.#gap.push({ words, source, verbatim });
    if (words.includes("\n")) this.#gapBreaks = true;
  }

  /** Takes back a blank that was the last thing written. */
  dropBlank(): void {
    if (this.#gap.at(-1)?.words === " ") this.#gap.pop();
  }

  /** Ends the open block, if there is one. */
  end(): void {
    this.#clearGap();
    if (this.#open === null) return;
    const { shape, start, language } = this.#open;
    this.#open = null;
    this.#blocks.push({
      kind: shape.kind,
      start,
      end: this.#text.length,
      level: shape.level,
      language: language === undefined ? shape.language : language,
    });
  }

  /** Ends the last block and gives the text, its blocks and its comments. */
  finish(): BuiltText & { readonly blocks: readonly Block[]; readonly remarks: readonly WrittenRemark[] } {
    this.end();
    return { ...this.#text.finish(), blocks: this.#blocks, remarks: this.#remarks };
  }

  #clearGap(): void {
    this.#gap = [];
    this.#gapBreaks = false;
  }

  #openBlock(source: number, shape: BlockShape, language: string | null): void {
    if (this.#open === null) {
      if (this.#text.length > 0) this.#text.append(SEPARATOR, source, false);
      this.#open = { shape, start: this.#text.length, language };
    } else if (this.#open.language !== language) {
      this.#open.language = undefined;
    }
  }
}
