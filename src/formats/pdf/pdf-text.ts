import type { BlockShape } from "../block-writer.ts";
import type { Block } from "../formatted-text.ts";
import { raisedNote } from "../note-marker.ts";
import type { PlacedSpan } from "../place.ts";
import { BlockShapes } from "./block-shape.ts";
import { Flow } from "./flow.ts";
import { furnitureOf } from "./furniture.ts";
import { Hyphens } from "./hyphen.ts";
import type { Line, LinedPage } from "./line.ts";
import { listLabel } from "./list-label.ts";
import { type Measures, measure } from "./measures.ts";
import { type FootNote, footNotesOf } from "./note-lines.ts";

/** A document's text with its blocks, and the page and box of every line. */
export interface PdfText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly places: readonly PlacedSpan[];
}

/** Tatweels of justified text draw a line longer; those of other text were written. */
const STRETCH = /(?<=[\p{L}\p{M}])\u0640+|\u0640+(?=\p{L})/gu;

/** Writes blocks line by line. */
class PdfWriter {
  readonly #pieces: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #places: PlacedSpan[] = [];
  readonly #hyphens: Hyphens;
  readonly #flow: Flow;
  readonly #measures: Measures;
  readonly #labels: ReadonlySet<string>;
  #length = 0;

  constructor(hyphens: Hyphens, flow: Flow, measures: Measures, labels: ReadonlySet<string>) {
    this.#hyphens = hyphens;
    this.#flow = flow;
    this.#measures = measures;
    this.#labels = labels;
  }

  /** `opening` is written before the first line, in place of so many of its letters. */
  block(lines: readonly Line[], shape: BlockShape, opening: string, skipped: number): void {
    const texts = lines.map((line, i) => this.#written(line, i === 0 ? skipped : 0));
    texts[0] = (opening + texts[0]!).trimStart();
    if (!texts.some((text) => text.trim() !== "")) return;
    if (this.#length > 0) this.#append("\n\n");
    const start = this.#length;
    const ended = this.#flow.endedLines(lines, shape.kind);
    lines.forEach((line, i) => {
      const text = texts[i]!;
      const next = texts[i + 1];
      const { drop, between } =
        next === undefined ? { drop: 0, between: "" } : this.#hyphens.mend(text, next);
      this.#line(line, drop > 0 ? text.slice(0, -drop) : text);
      this.#append(between === " " && ended[i] ? "\n" : between);
    });
    this.#blocks.push({
      kind: shape.kind,
      level: shape.level,
      language: shape.language,
      start,
      end: this.#length,
    });
  }

  finish(): PdfText {
    return { text: this.#pieces.join(""), blocks: this.#blocks, places: this.#places };
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  #line(line: Line, text: string): void {
    if (text === "") return;
    const start = this.#length;
    this.#append(text);
    const place = { kind: "page", page: line.page, box: line.box } as const;
    this.#places.push({ start, end: this.#length, place });
  }

  /** A line's words with its markers as `[3]`, without soft hyphens inside it, which show nothing, and without stretches. */
  #written(line: Line, skipped: number): string {
    let written = "";
    let left = skipped;
    for (const { text, raised } of line.parts) {
      const own = text.slice(Math.min(left, text.length));
      left -= text.length - own.length;
      written += raised ? this.#marked(own, written) : this.#signed(own);
    }
    const plain = written.replace(/\u00ad(?!$)/g, "").trim();
    return this.#measures.column(line).justified ? plain.replace(STRETCH, "") : plain;
  }

  /** A raised number is a marker after a word or a mark, and wherever a note has it; several stand parted by commas. */
  #marked(raised: string, before: string): string {
    const numbers = /^(\s*)(\d{1,3}(?:\s*,\s*\d{1,3})*|[*†‡§]{1,3})(\s*)$/u.exec(raised);
    if (numbers === null || before.trim() === "") return raised;
    const labels = numbers[2]!.split(/\s*,\s*/);
    if (!labels.every((label) => this.#labels.has(label) || raisedNote(label, before) !== null))
      return raised;
    const open = before.endsWith("[");
    return `${numbers[1]}${labels.map((label) => (open ? label : `[${label}]`)).join("")}${numbers[3]}`;
  }

  /** A sign of a note that is not set higher than its line: it hangs high by itself. */
  #signed(text: string): string {
    return text.replace(/(?<=[\p{L}\p{N}.,;:!?…"'”’»)])([*†‡]{1,3})(?![\p{L}\p{N}*])/gu, (sign) =>
      this.#labels.has(sign) ? `[${sign}]` : sign,
    );
  }
}

const NOTE: BlockShape = { kind: "note", level: 0, language: null };

/** Puts a paragraph that a caption cuts in two together before it. */
function mendedAround(blocks: readonly (readonly Line[])[], shapes: BlockShapes, flow: Flow): Line[][] {
  const mended: Line[][] = [];
  let over: Line[][] = [];
  for (const block of blocks) {
    const before = mended.at(-1 - over.length);
    if (over.length > 0 && before !== undefined && isCutBy(before, block, flow)) before.push(...block);
    else {
      if (shapes.shapeOf(block).kind === "caption") over.push([...block]);
      else over = [];
      mended.push([...block]);
    }
  }
  return mended;
}

function isCutBy(before: readonly Line[], after: readonly Line[], flow: Flow): boolean {
  const last = before.at(-1)!;
  return (
    /[\p{L}\p{N},;-]$/u.test(last.text) &&
    /^["“‘«(]?\p{Ll}/u.test(after[0]!.text) &&
    flow.goesOn(before, after[0]!)
  );
}

/**
 * The text of a document from the lines of its pages: without running heads, feet and page numbers; paragraphs whole over
 * columns and pages; notes after the body, each as `[n] text`.
 */
export function pdfText(pages: readonly LinedPage[]): PdfText {
  const furniture = furnitureOf(pages);
  const shown = pages.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const first = measure(shown);
  const { notes, lines: noteLines } = footNotesOf(pages, (line) => furniture.has(line), first);
  const body = shown.filter((line) => !noteLines.has(line));
  const measures = measure(body);
  const flow = new Flow(measures);
  const parted = flow.blocks(body);
  const shapes = new BlockShapes(measures, parted);
  const writer = new PdfWriter(new Hyphens(shown), flow, measures, new Set(notes.map(({ label }) => label)));
  for (const block of mendedAround(parted, shapes, flow)) {
    const label = listLabel(block[0]!.text);
    const bullet = label?.kind === "bullet" ? label.length : 0;
    writer.block(block, shapes.shapeOf(block), "", bullet);
  }
  for (const note of notes) writeNote(writer, note);
  return writer.finish();
}

function writeNote(writer: PdfWriter, { label, labelLength, lines }: FootNote): void {
  writer.block(lines, NOTE, `[${label}] `, labelLength);
}
