import type { BlockShape } from "../block-writer.ts";
import type { Line } from "./line.ts";
import { listLabel } from "./list-label.ts";
import { type Measures, ROOM } from "./measures.ts";

/** A heading is at least this many times the text's size, or bold where the text is not. */
const LARGER = 1.12;
/** And no longer than this: an opening paragraph in larger type is one. In UTF-16 code units, and lines. */
const LONGEST_HEADING = 300;
const LONGEST_BOLD_HEADING = 200;
/** Quotations are set in from both sides by so many sizes. */
const INSET = 1;
/** One line that is set in further than this is set apart for something else: a signature, a date. */
const DEEPEST_LINE = 6;
/** Text of less than this part of the usual size is smaller; a quotation in it needs no other sign. */
const SMALLER = 0.96;
/** Of the lines of a quotation but the last, at least this part leaves room for the next word up to the column's edge. */
const NARROWED = 0.1;
/** Lines of a quotation begin within so many sizes of each other: none of them has a paragraph's indent. */
const ALIKE = 0.5;
/** Where more than this part of the paragraphs begin with an indent, a single line that is set in is one of them. */
const INDENTING = 0.2;
/** Lines wider apart than this part of their usual pitch stand apart. */
const APART = 1.22;

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
  readonly #apart: ReadonlySet<Line>;
  readonly #indents: boolean;

  constructor(measures: Measures, blocks: readonly (readonly Line[])[]) {
    this.#measures = measures;
    this.#apart = apartOf(blocks, measures);
    const indented = blocks.filter(
      ([first, second]) =>
        second !== undefined && measures.indent(first!) - measures.indent(second) > ALIKE * first!.size,
    );
    this.#indents = indented.length > INDENTING * blocks.filter(({ length }) => length > 1).length;
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

  /**
   * Text set in from both sides, all its lines alike, in a measure that is narrower than the column's: in smaller type, or
   * with lines that leave room for the next word, or that all end at one inner edge, or inside a column that is justified; a single line where it stands apart from text that is not set in and paragraphs have no indent.
   */
  #isQuotation(block: readonly Line[]): boolean {
    const { bodySize, indent, slack, column } = this.#measures;
    const size = block[0]!.size;
    const indents = block.map(indent);
    const inside = Math.min(...indents);
    const outside = Math.min(...block.map(slack));
    if (inside < INSET * size || outside < INSET * size) return false;
    if (size <= SMALLER * bodySize) return true;
    if (Math.max(...indents) - inside > ALIKE * size || !this.#apart.has(block[0]!)) return false;
    if (block.length === 1) return !this.#indents && inside <= DEEPEST_LINE * size && outside >= inside;
    const full = block.slice(0, -1).map(slack);
    const flush = full.length > 1 && Math.max(...full) - Math.min(...full) < ALIKE * size;
    if (flush || column(block[0]!).justified) return true;
    const narrowed = block.filter(
      (line, i) => i + 1 < block.length && slack(line) > block[i + 1]!.firstWidth + ROOM * size,
    );
    return narrowed.length >= NARROWED * (block.length - 1);
  }
}

/** The first lines of blocks that stand apart from those before and after, of which in their column one is not set in. */
function apartOf(blocks: readonly (readonly Line[])[], { indent, pitch }: Measures): Set<Line> {
  const apart = new Set<Line>();
  blocks.forEach((block, at) => {
    const first = block[0]!;
    const last = block.at(-1)!;
    const above = blocks[at - 1]?.at(-1);
    const below = blocks[at + 1]?.[0];
    const wide = APART * pitch(first.size);
    if (above?.region === first.region && first.base - above.base <= wide) return;
    if (below?.region === last.region && below.base - last.base <= wide) return;
    if ([above, below].some((line) => line !== undefined && indent(line) < ALIKE * line.size))
      apart.add(first);
  });
  return apart;
}

function shape(kind: BlockShape["kind"], level: number): BlockShape {
  return { kind, level, language: null };
}
