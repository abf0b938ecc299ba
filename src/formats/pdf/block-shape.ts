import type { BlockShape } from "../block-writer.ts";
import type { Line } from "./line.ts";
import { listLabel } from "./list-label.ts";
import type { Measures } from "./measures.ts";

/** A heading is at least this many times the text's size, or bold where the text is not. */
const LARGER = 1.12;
/** And no longer than this: an opening paragraph in larger type is one. In UTF-16 code units, and lines. */
const LONGEST_HEADING = 300;
const LONGEST_BOLD_HEADING = 200;
/** Quotations are set in from both sides by so many sizes, and smaller than the text. */
const INSET = 1;
const SMALLER = 0.96;

const CAPTION =
  /^(?:fig(?:ure|\.)|table|tab\.|photo|image|map|chart|plate|abb(?:ildung|\.)|bild|tabelle|foto|tableau|figura|tabla|שכל|תמונה|איור|الشكل|شكل|جدول|صورة)\s*[\d:.(\u0660-\u0669]/iu;

function textOf(block: readonly Line[]): string {
  return block.map(({ text }) => text).join(" ");
}

/** A style of headings: larger is higher, and bold is higher among equals. */
function rank({ size, bold }: Line): number {
  return Math.round(size * 2) + (bold ? 0.5 : 0);
}

/** Says what blocks are: by size, weight, place, and how they begin. */
export class BlockShapes {
  readonly #measures: Measures;
  readonly #ranks: readonly number[];

  constructor(measures: Measures, blocks: readonly (readonly Line[])[]) {
    this.#measures = measures;
    const ranks = blocks.filter((block) => this.#isHeading(block)).map(([first]) => rank(first!));
    this.#ranks = [...new Set(ranks)].sort((a, b) => b - a);
  }

  shapeOf(block: readonly Line[]): BlockShape {
    const first = block[0]!;
    if (listLabel(first.text) !== null && !this.#isLarge(first)) return shape("item", this.#itemLevel(first));
    if (this.#isHeading(block)) return shape("heading", Math.min(6, this.#ranks.indexOf(rank(first)) + 1));
    if (
      CAPTION.test(first.text) &&
      textOf(block).length < 600 &&
      first.size <= this.#measures.bodySize * 0.97
    )
      return shape("caption", 0);
    return this.#isQuotation(block) ? shape("quotation", 1) : shape("paragraph", 0);
  }

  #isLarge(line: Line): boolean {
    return line.size >= LARGER * this.#measures.bodySize;
  }

  #isHeading(block: readonly Line[]): boolean {
    const { bodySize, bold } = this.#measures;
    const text = textOf(block);
    if (!/\p{L}/u.test(text) || !block[0]!.upright) return false;
    if (block.every((line) => this.#isLarge(line))) return text.length <= LONGEST_HEADING;
    if (bold || !block.every((line) => line.bold) || block[0]!.size < 0.9 * bodySize) return false;
    return text.length <= LONGEST_BOLD_HEADING && !/[^.]\.$/u.test(text);
  }

  /** Lists inside lists are set further in, by more than a size. */
  #itemLevel(first: Line): number {
    const deep = this.#measures.indent(first) / (2.5 * first.size);
    return Math.max(1, Math.min(6, Math.round(deep)));
  }

  #isQuotation(block: readonly Line[]): boolean {
    const { bodySize, indent, slack } = this.#measures;
    const size = block[0]!.size;
    if (size > SMALLER * bodySize) return false;
    const inside = Math.min(...block.map(indent));
    const outside = Math.min(...block.map(slack));
    return inside >= INSET * size && outside >= INSET * size;
  }
}

function shape(kind: BlockShape["kind"], level: number): BlockShape {
  return { kind, level, language: null };
}
