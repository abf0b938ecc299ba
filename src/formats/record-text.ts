import type { Block, BlockKind, FormattedText } from "./formatted-text.ts";
import { countUpTo } from "./line-index.ts";
import { readPlain } from "./plain.ts";
import type { BuiltText } from "./text-builder.ts";

interface Stretch {
  readonly string: BuiltText;
  readonly from: number;
}

/** Puts a text together of the paragraphs of several strings, an empty line between two, and keeps the way back to them. */
export class RecordText {
  readonly blocks: Block[] = [];
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #stretches: Stretch[] = [];
  #length = 0;

  /** Adds a string's paragraphs; answers where they stand. */
  add(string: BuiltText, kind: BlockKind): readonly Block[] {
    return readPlain(string.text).blocks.map(({ start, end }) =>
      this.#addParagraph(string, start, end, kind),
    );
  }

  /** The text so far, and for an offset into it the offset in the original. */
  finish(): Pick<FormattedText, "text"> & Pick<BuiltText, "sourceOf"> {
    return {
      text: this.#pieces.join(""),
      sourceOf: (offset) => {
        const index = countUpTo(this.#starts, offset) - 1;
        if (index < 0) return 0;
        const { string, from } = this.#stretches[index]!;
        return string.sourceOf(Math.min(from + offset - this.#starts[index]!, string.text.length));
      },
    };
  }

  #addParagraph(string: BuiltText, from: number, to: number, kind: BlockKind): Block {
    if (this.#length > 0) {
      this.#pieces.push("\n\n");
      this.#length += 2;
    }
    const start = this.#length;
    this.#starts.push(start);
    this.#stretches.push({ string, from });
    this.#pieces.push(string.text.slice(from, to));
    this.#length += to - from;
    const block: Block = {
      kind,
      start,
      end: this.#length,
      level: kind === "heading" ? 2 : 0,
      language: null,
    };
    this.blocks.push(block);
    return block;
  }
}
