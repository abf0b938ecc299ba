import type { Block } from "../formats/index.ts";
import type { Draft } from "./draft.ts";
import { type Passage, type Place, passageOf } from "./passage.ts";
import type { Stretch } from "./quotation.ts";
import { type Token, tokensOf } from "./token.ts";

/** A text's paragraphs as tokens, with each draft's extents as one token each. */
export class Paragraphs {
  readonly text: string;
  readonly #blocks: readonly Block[];
  readonly #language: string;
  /** Extents by paragraph. */
  readonly #extents: Stretch[][];
  readonly #passages: (Passage | undefined)[];

  /** `drafts` in text order, not overlapping; every extent inside one block. */
  constructor(text: string, blocks: readonly Block[], drafts: readonly Draft[], language: string) {
    this.text = text;
    this.#blocks = blocks;
    this.#language = language;
    this.#extents = blocks.map(() => []);
    this.#passages = new Array(blocks.length);
    for (const extent of drafts.flatMap((draft) => draft.extents))
      this.#extents[this.#indexAt(extent.start)].push(extent);
  }

  /** The paragraph and token of an extent. */
  placeAt(extent: Stretch): Place {
    const passage = this.passage(this.#indexAt(extent.start));
    return { passage, at: tokenAt(passage.tokens, extent.start) };
  }

  /** The tokens of the block with this index. */
  passage(index: number): Passage {
    const built = this.#passages[index] ?? this.#build(index);
    this.#passages[index] = built;
    return built;
  }

  /** Where a quotation would stand at the end of the paragraph before `start`, if that ends in a colon. */
  leadingTo(start: number): Place | null {
    const index = this.#indexAt(start) - 1;
    if (
      index < 0 ||
      !/[:：]$/.test(this.text.slice(this.#blocks[index].start, this.#blocks[index].end).slice(-1))
    )
      return null;
    const { tokens } = this.passage(index);
    const { end } = this.#blocks[index];
    const opening: Token = { kind: "quotation", start: end, end, text: "", lower: "" };
    return { passage: passageOf(this.text, [...tokens, opening], this.#language), at: tokens.length };
  }

  /** The paragraph after `end`. */
  after(end: number): Block | null {
    const index = this.#indexAt(Math.max(0, end - 1)) + 1;
    return this.#blocks[index] ?? null;
  }

  #build(index: number): Passage {
    const { start, end, language } = this.#blocks[index];
    const tokens = tokensOf(this.text, start, end, this.#extents[index]);
    return passageOf(this.text, tokens, language?.toLowerCase().split(/[-_]/)[0] ?? this.#language);
  }

  /** Index of the last block that starts at or before `offset`; 0 where none does. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#blocks[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function tokenAt(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens[middle].start <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
