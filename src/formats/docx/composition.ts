import type { BlockShape } from "../block-writer.ts";
import type { Block } from "../formatted-text.ts";
import type { Place, PlacedSpan } from "../place.ts";
import { MOST_PARAGRAPHS, type Paragraph, type Piece } from "./paragraph.ts";
import { Refusal } from "./refusal.ts";

/** The parts that a paragraph may stand in. */
export type PartName = Extract<Place, { kind: "paragraph" }>["part"];

const SEPARATOR = "\n\n";

/** Where a line is left empty: what stands before and after it are two blocks, as its reader sees them. */
const EMPTY_LINE = /\n[^\S\n]*\n\s*/g;

/** Puts paragraphs together to a text with its blocks and places. Throws a {@link Refusal} `too-complex`. */
export class Composition {
  readonly #texts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #places: PlacedSpan[] = [];
  #length = 0;

  /** Adds a paragraph as a block, or as several where it has empty lines; white space at their ends is dropped. */
  add(paragraph: Paragraph, part: PartName): void {
    const { kind } = paragraph;
    const shape = {
      kind: kind?.kind ?? "paragraph",
      level: kind?.level ?? 0,
      language: languageOf(paragraph),
    } as const;
    this.#add(paragraph.pieces, part, shape);
  }

  /** Adds the paragraphs of a note, whose label stands before the first. */
  addNote(label: string, paragraphs: readonly Paragraph[], part: PartName): void {
    for (const [index, paragraph] of paragraphs.entries()) {
      const pieces = index === 0 ? labelled(label, paragraph.pieces) : paragraph.pieces;
      this.#add(pieces, part, { kind: "note", level: 0, language: languageOf(paragraph) });
    }
  }

  finish(): {
    readonly text: string;
    readonly blocks: readonly Block[];
    readonly places: readonly PlacedSpan[];
  } {
    return { text: this.#texts.join(SEPARATOR), blocks: this.#blocks, places: this.#places };
  }

  #add(pieces: readonly Piece[], part: PartName, shape: BlockShape): void {
    const words = pieces.map((piece) => piece.words).join("");
    const stretches = numbered(pieces);
    let start = 0;
    let stretch = 0;
    for (const gap of lineGaps(words)) {
      const text = words.slice(start, gap.start).trim();
      if (text !== "") {
        const from = words.indexOf(text, start);
        while (stretches[stretch]!.end <= from) stretch++;
        this.#block(text, from, shape, part, stretches, stretch);
      }
      start = gap.end;
    }
  }

  /** `from` is where the text stands in the paragraph, `first` the stretch that it begins in. */
  #block(
    text: string,
    from: number,
    shape: BlockShape,
    part: PartName,
    stretches: readonly Stretch[],
    first: number,
  ): void {
    if (this.#length > 0) this.#length += SEPARATOR.length;
    const base = this.#length - from;
    const to = from + text.length;
    this.#texts.push(text);
    this.#length += text.length;
    this.#blocks.push({ ...shape, start: base + from, end: this.#length });
    for (let at = first; at < stretches.length && stretches[at]!.start < to; at++) {
      const { number, start, end } = stretches[at]!;
      const place = { kind: "paragraph", part, number } as const;
      this.#places.push({ start: base + Math.max(start, from), end: base + Math.min(end, to), place });
    }
    if (this.#places.length > MOST_PARAGRAPHS)
      throw new Refusal("too-complex", `it has more than ${MOST_PARAGRAPHS} paragraphs`);
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of a paragraph that stand in one `w:p`. */
interface Stretch {
  readonly number: number;
  readonly start: number;
  end: number;
}

/** Where lines are left empty in a paragraph's words, and at last their end. */
function lineGaps(words: string): Span[] {
  const gaps = [...words.matchAll(EMPTY_LINE)].map(({ index, 0: gap }) => ({
    start: index,
    end: index + gap.length,
  }));
  return [...gaps, { start: words.length, end: words.length }];
}

/** The stretches of the pieces' words that stand in one numbered paragraph each. */
function numbered(pieces: readonly Piece[]): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { words, number } of pieces) {
    const start = end;
    end += words.length;
    const last = stretches.at(-1);
    if (last?.number === number) last.end = end;
    else stretches.push({ number, start, end });
  }
  return stretches;
}

/** The pieces with `[label]` before their first word, in whose paragraph and language it stands. */
function labelled(label: string, pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex(({ words }) => /\S/.test(words));
  const piece = pieces[first]!;
  const words = piece.words.trimStart();
  const gap = /^[,.;:)\]]/.test(words) ? "" : " ";
  return [{ ...piece, words: `[${label}]${gap}${words}` }, ...pieces.slice(first + 1)];
}

/** The language that all words are in, or null. */
function languageOf({ pieces }: Paragraph): string | null {
  const worded = pieces.filter(({ words }) => /\S/.test(words));
  const language = worded[0]?.language ?? null;
  return worded.every((piece) => piece.language === language) ? language : null;
}
