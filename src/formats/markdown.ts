import { type BlockShape, BlockWriter } from "./block-writer.ts";
import { EntityReader } from "./entity-reader.ts";
import type { FormattedText } from "./formatted-text.ts";
import { parseHtml } from "./html-parser.ts";
import { writeHtml } from "./html-writer.ts";
import { LineIndex } from "./line-index.ts";
import { type Leaf, markdownBlocks } from "./markdown-blocks.ts";
import { readFrontMatter } from "./markdown-front-matter.ts";
import { captionEdits, type Edit, inlineEdits, type References } from "./markdown-inline.ts";
import type { Stretch } from "./markdown-line.ts";
import { numberNotes } from "./markdown-notes.ts";

/** A leaf's text at its place in the source: `text[i]` stands at `base + i`; marks before its lines are blanks. */
interface LeafText {
  readonly text: string;
  readonly base: number;
  /** What stands between its lines. */
  readonly gaps: readonly Edit[];
}

function leafText(source: string, lines: readonly Stretch[]): LeafText {
  const base = lines[0]?.start ?? 0;
  const gaps: Edit[] = [];
  let text = "";
  let end = base;
  for (const line of lines) {
    if (line !== lines[0]) {
      gaps.push({ start: end - base, end: line.start - base, words: "\n" });
      text += "\n".padEnd(line.start - end);
    }
    text += source.slice(line.start, line.end);
    end = line.end;
  }
  return { text, base, gaps };
}

/** Writes the blocks of a Markdown source. */
class MarkdownWriter {
  readonly #source: string;
  readonly #language: string | null;
  readonly #references: References;
  readonly #usedMarkers = new Set<string>();
  readonly #entities = new EntityReader();
  readonly #writer = new BlockWriter();
  /** Block quotations that an HTML block has opened and none has closed yet. */
  #htmlQuotes = 0;

  constructor(source: string, language: string | null, definitions: ReadonlySet<string>) {
    this.#source = source;
    this.#language = language;
    const numbers = numberNotes(source);
    this.#references = {
      has: (label) => definitions.has(label),
      noteNumber: (label) => numbers.get(label) ?? label,
      useMarker: (label) => this.#usedMarkers.add(label),
    };
  }

  write(leaves: readonly Leaf[]): BlockWriter {
    for (const leaf of leaves) {
      this.#writer.end();
      if (leaf.content === "html") this.#html(leaf);
      else if (leaf.content === "code") this.#code(leaf);
      else if (leaf.content === "row") this.#row(leaf);
      else if (leaf.content === "definition") this.#definition(leaf);
      else this.#paragraph(leaf);
    }
    return this.#writer;
  }

  #shape(leaf: Leaf): BlockShape {
    const language = this.#language;
    const moves = leaf.kind === "paragraph" || leaf.kind === "item" || leaf.kind === "quotation";
    if (this.#htmlQuotes === 0 || !moves) return { kind: leaf.kind, level: leaf.level, language };
    return { kind: "quotation", level: leaf.quotes + this.#htmlQuotes, language };
  }

  #paragraph(leaf: Leaf): void {
    const { text, base, gaps } = leafText(this.#source, leaf.lines);
    const edits = inlineEdits(text, this.#references, this.#entities);
    const all = [...edits, ...gaps].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#label(leaf);
    this.#edited(text, base, all, this.#shape(leaf));
    if (this.#writer.isOpen || leaf.kind !== "paragraph") return;
    this.#edited(text, base, captionEdits(all), { kind: "caption", level: 0, language: this.#language });
  }

  #edited(text: string, base: number, edits: readonly Edit[], shape: BlockShape): void {
    let at = 0;
    for (const edit of edits) {
      if (edit.start < at) continue;
      this.#writer.write(text.slice(at, edit.start), base + at, true, shape);
      this.#writer.write(edit.words, base + edit.start, false, shape);
      if (edit.remark !== undefined) this.#writer.remark(edit.remark, base + edit.start);
      if (edit.parts) this.#writer.end();
      at = edit.end;
    }
    this.#writer.write(text.slice(at), base + at, true, shape);
  }

  #label(leaf: Leaf): void {
    if (leaf.label === null) return;
    const source = leaf.lines[0]?.start ?? 0;
    this.#writer.write(`[${this.#references.noteNumber(leaf.label)}] `, source, false, this.#shape(leaf));
  }

  #code(leaf: Leaf): void {
    const { text, base, gaps } = leafText(this.#source, leaf.lines);
    this.#label(leaf);
    this.#edited(text, base, gaps, this.#shape(leaf));
  }

  #row(leaf: Leaf): void {
    const shape = this.#shape(leaf);
    this.#label(leaf);
    for (const { start, end } of leaf.lines) {
      const text = this.#source.slice(start, end);
      this.#edited(text, start, inlineEdits(text, this.#references, this.#entities), shape);
      this.#writer.space("\t", end, false);
    }
  }

  /** A link's definition is no text, but where its label served as a note's marker it is that note. */
  #definition(leaf: Leaf): void {
    const address = leaf.lines[0]!;
    if (leaf.label === null || !this.#usedMarkers.has(leaf.label)) return;
    this.#writer.write(`[${leaf.label}] `, address.start, false, this.#shape(leaf));
    const words = this.#source.slice(address.start, address.end);
    this.#writer.write(words.replace(/^<|>$/g, ""), address.start, false, this.#shape(leaf));
  }

  #html(leaf: Leaf): void {
    const { text, base } = leafText(this.#source, leaf.lines);
    const quotes = leaf.quotes + this.#htmlQuotes;
    const place = {
      html: text,
      base,
      writer: this.#writer,
      quotes,
      language: this.#language,
      trail: null,
      keepChrome: true,
    };
    writeHtml(parseHtml(text), place);
    for (const match of text.matchAll(/<(\/?)blockquote\b/gi)) {
      this.#htmlQuotes = Math.max(0, this.#htmlQuotes + (match[1] === "" ? 1 : -1));
    }
  }
}

/**
 * The text of a Markdown source (CommonMark, with tables, footnotes, strikethrough and front matter), freed of its
 * marks. Square brackets that are no link stay. Line breaks inside a paragraph stay line breaks; blocks are parted by an
 * empty line. Never throws.
 */
export function readMarkdown(source: string): FormattedText {
  const { end, ...fields } = readFrontMatter(source);
  const { leaves, definitions } = markdownBlocks(source, end);
  const writer = new MarkdownWriter(source, fields.language, definitions).write(leaves);
  const { text, blocks, remarks, sourceOf } = writer.finish();
  const index = new LineIndex(source);
  return {
    format: "markdown",
    text,
    blocks,
    ...fields,
    address: null,
    captured: null,
    places: [],
    markup: null,
    remarks: index.placed(remarks),
    position: (offset) => index.position(sourceOf(offset)),
  };
}
