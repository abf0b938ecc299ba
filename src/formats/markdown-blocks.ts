import type { BlockKind } from "./formatted-text.ts";
import { type MarkdownLine, markdownLines, type Stretch } from "./markdown-line.ts";
import { normalLabel } from "./markdown-link.ts";
import * as starts from "./markdown-starts.ts";
import { cells, tableColumns } from "./markdown-table.ts";

/** A block of Markdown before its inline marks are read. `lines` are what of the source is its own, line by line. */
export interface Leaf {
  readonly content: "words" | "code" | "html" | "row" | "definition";
  readonly kind: BlockKind;
  readonly level: number;
  /** Block quotations around it. */
  readonly quotes: number;
  /** The label of the footnote whose first block it is, else null. A definition's label stands here too. */
  readonly label: string | null;
  readonly lines: Stretch[];
}

/** The blocks of a source in order, and the labels of its links' definitions. */
export interface MarkdownBlocks {
  readonly leaves: readonly Leaf[];
  readonly definitions: ReadonlySet<string>;
}

/** What holds blocks: its marks or its indent stand before each of its lines. */
interface Container {
  readonly kind: "quote" | "item" | "note";
  /** Columns that its lines are indented by: items and notes. */
  readonly indent: number;
  readonly quotes: number;
  readonly items: number;
  readonly inNote: boolean;
  /** A note's label until its first block has taken it. */
  label: string | null;
}

/** How the leaf that is being read goes on. */
type Mode = "paragraph" | "fence" | "html" | "code" | "table" | "none";

/**
 * Lists are read this deep, more than anyone writes: an empty line belongs to every list around it, so that the depth
 * is a factor of the cost of a line. What is marked deeper is text.
 */
const DEEPEST_LIST = 100;

const CODE_INDENT = 4;

/** Reads lines and gathers leaves; see {@link markdownBlocks}. */
class BlockReader {
  readonly leaves: Leaf[] = [];
  readonly definitions = new Set<string>();
  readonly #containers: Container[] = [];
  #mode: Mode = "none";
  #leaf: Leaf | null = null;
  #fence: starts.Fence | null = null;
  #fenceIndent = 0;
  #htmlEnd: starts.HtmlEnd = "blank";
  /** How many containers the line goes on with. */
  #matched = 0;
  /** The column where the content of the innermost container that the line is in begins. */
  #contentColumn = 0;
  /** Empty lines inside indented code, which belong to it only if code follows. */
  #blankCode: Stretch[] = [];

  read(line: MarkdownLine): void {
    this.#matchContainers(line);
    const inside = this.#matched === this.#containers.length;
    if (inside && this.#continues(line)) return;
    if (line.isBlank) this.#blank(line, inside);
    else if (!this.#startsBlock(line)) this.#words(line);
  }

  #matchContainers(line: MarkdownLine): void {
    this.#matched = 0;
    for (const container of this.#containers) {
      if (container.kind === "quote") {
        if (line.indent(CODE_INDENT) >= CODE_INDENT || !line.leadsTo(">")) break;
        line.skipIndent();
        passQuoteMark(line);
      } else if (!line.isBlank) {
        if (line.indent(container.indent) < container.indent) break;
        line.skipIndent(container.indent);
      }
      this.#matched++;
    }
    this.#contentColumn = line.column;
  }

  /** Gives the line to the open fence, HTML block or code block, if it goes on there. */
  #continues(line: MarkdownLine): boolean {
    if (this.#mode === "fence") {
      const indent = line.indent(CODE_INDENT);
      if (indent < CODE_INDENT && starts.isFenceEnd(line.rest.trimStart(), this.#fence!)) this.#close();
      else {
        line.skipIndent(this.#fenceIndent);
        this.#add(line);
      }
      return true;
    }
    if (this.#mode === "html") {
      if (this.#htmlEnd === "blank" && line.isBlank) return false;
      this.#add(line);
      if (this.#htmlEnd !== "blank" && this.#htmlEnd.test(line.rest)) this.#close();
      return true;
    }
    if (this.#mode === "code" && !line.isBlank && line.indent(CODE_INDENT) >= CODE_INDENT) {
      this.#leaf!.lines.push(...this.#blankCode.splice(0));
      line.skipIndent(CODE_INDENT);
      this.#add(line);
      return true;
    }
    return false;
  }

  #blank(line: MarkdownLine, inside: boolean): void {
    if (this.#mode === "code" && inside) {
      this.#blankCode.push({ start: line.end, end: line.end });
      return;
    }
    this.#close();
    this.#containers.length = this.#matched;
  }

  /** Opens the containers and the leaf that start in the line; false where its rest is words of a paragraph. */
  #startsBlock(line: MarkdownLine): boolean {
    for (;;) {
      if (line.isBlank) return true;
      if (line.indent(CODE_INDENT) >= CODE_INDENT) return this.#startsCode(line);
      line.skipIndent();
      if (line.next === ">") {
        this.#closeUnmatched();
        passQuoteMark(line);
        this.#push("quote", 0, null, line);
      } else if (!this.#startsNote(line) && !this.#startsItem(line)) {
        return this.#startsLeaf(line);
      }
    }
  }

  #startsCode(line: MarkdownLine): boolean {
    if (this.#mode === "paragraph") return false;
    this.#closeUnmatched();
    line.skipIndent(CODE_INDENT);
    this.#open("code", "code", "preformatted", 0);
    this.#add(line);
    return true;
  }

  #startsNote(line: MarkdownLine): boolean {
    if (line.next !== "[") return false;
    const note = starts.noteDefinition(line.rest);
    if (note === null || this.#matchedTop?.inNote) return false;
    this.#closeUnmatched();
    line.skip(note.length);
    line.skipIndent();
    this.#push("note", CODE_INDENT, note.label, line);
    return true;
  }

  #startsItem(line: MarkdownLine): boolean {
    const rest = line.rest;
    const marker = starts.isThematicBreak(rest) ? null : starts.listMarker(rest);
    if (marker === null || (this.#matchedTop?.items ?? 0) >= DEEPEST_LIST) return false;
    const empty = rest.slice(marker.length).trim() === "";
    const interrupts = this.#mode === "paragraph" && this.#matched === this.#containers.length;
    if (interrupts && (empty || (marker.number ?? 1) !== 1)) return false;
    const column = this.#contentColumn;
    this.#closeUnmatched();
    line.skip(marker.length);
    const markerEnd = line.column;
    const gap = line.indent(CODE_INDENT + 1);
    line.skipIndent(gap > CODE_INDENT ? 1 : gap);
    this.#push("item", (empty ? markerEnd + 1 : line.column) - column, null, line);
    return true;
  }

  #startsLeaf(line: MarkdownLine): boolean {
    const { rest } = line;
    const inside = this.#matched === this.#containers.length;
    const level = starts.headingLevel(rest);
    if (level > 0) return this.#heading(line, level);
    const fence = starts.fenceStart(rest);
    if (fence !== null) return this.#startFence(line, fence);
    const htmlEnd = starts.htmlStart(rest, this.#mode === "paragraph");
    if (htmlEnd !== null) return this.#startHtml(line, htmlEnd);
    if (this.#mode === "paragraph" && inside && this.#underlines(line)) return true;
    if (starts.isThematicBreak(rest)) {
      this.#closeUnmatched();
      return true;
    }
    return this.#mode !== "paragraph" && this.#definition(line);
  }

  #heading(line: MarkdownLine, level: number): boolean {
    this.#closeUnmatched();
    line.skip(level);
    const { start, end } = line.trimmed();
    const words = line.source
      .slice(start, end)
      .replace(/(?<=^|[ \t])#+$/, "")
      .trimEnd();
    this.#open("none", "words", "heading", level).lines.push({ start, end: start + words.length });
    this.#close();
    return true;
  }

  #startFence(line: MarkdownLine, fence: starts.Fence): boolean {
    this.#closeUnmatched();
    this.#fence = fence;
    this.#fenceIndent = line.column - this.#contentColumn;
    this.#open("fence", "code", "preformatted", 0);
    return true;
  }

  #startHtml(line: MarkdownLine, end: starts.HtmlEnd): boolean {
    this.#closeUnmatched();
    this.#open("html", "html", "paragraph", 0);
    this.#htmlEnd = end;
    this.#add(line);
    if (end !== "blank" && end.test(line.rest)) this.#close();
    return true;
  }

  /** Makes the open paragraph a heading, or its last line a table's first row, if the line is such an underline. */
  #underlines(line: MarkdownLine): boolean {
    const paragraph = this.#leaf!;
    const level = starts.underlineLevel(line.rest);
    if (level > 0) {
      this.leaves[this.leaves.length - 1] = { ...paragraph, kind: "heading", level };
      this.#close();
      return true;
    }
    const columns = tableColumns(line.rest);
    const last = paragraph.lines.at(-1)!;
    if (columns === 0 || cells(line.source, last).length !== columns) return false;
    paragraph.lines.pop();
    if (paragraph.lines.length === 0) this.leaves.pop();
    this.#close();
    this.#mode = "table";
    this.#row(line.source, last);
    return true;
  }

  #row(source: string, row: Stretch): void {
    this.#leafOf("row", "paragraph", 0).lines.push(...cells(source, row));
  }

  #definition(line: MarkdownLine): boolean {
    const definition = line.next === "[" ? starts.linkDefinition(line.rest) : null;
    if (definition === null) return false;
    this.#closeUnmatched();
    const label = normalLabel(definition.label);
    this.definitions.add(label);
    const start = line.source.indexOf(definition.address, line.at + definition.label.length + 2);
    const leaf = this.#leafOf("definition", "note", 0, label);
    leaf.lines.push({ start, end: start + definition.address.length });
    return true;
  }

  /** Words of a paragraph: of the open one, even where the line leaves out its quotation marks (CommonMark 5.1). */
  #words(line: MarkdownLine): void {
    if (this.#mode === "paragraph") {
      this.#leaf!.lines.push(line.trimmed());
      return;
    }
    const inTable = this.#mode === "table" && this.#matched === this.#containers.length;
    if (inTable) {
      this.#row(line.source, line.trimmed());
      return;
    }
    this.#closeUnmatched();
    this.#open("paragraph", "words", "paragraph", 0).lines.push(line.trimmed());
  }

  get #top(): Container | undefined {
    return this.#containers.at(-1);
  }

  /** The innermost container that the line is in. */
  get #matchedTop(): Container | undefined {
    return this.#containers[this.#matched - 1];
  }

  #push(kind: Container["kind"], indent: number, label: string | null, line: MarkdownLine): void {
    const outer = this.#top;
    this.#containers.push({
      kind,
      indent,
      quotes: (outer?.quotes ?? 0) + (kind === "quote" ? 1 : 0),
      items: (outer?.items ?? 0) + (kind === "item" ? 1 : 0),
      inNote: kind === "note" || (outer?.inNote ?? false),
      label,
    });
    this.#matched = this.#containers.length;
    this.#contentColumn = line.column;
  }

  /** Closes the open leaf and the containers that the line does not go on with. */
  #closeUnmatched(): void {
    this.#close();
    this.#containers.length = this.#matched;
  }

  #close(): void {
    this.#mode = "none";
    this.#leaf = null;
    this.#blankCode = [];
  }

  #open(mode: Mode, content: Leaf["content"], kind: BlockKind, level: number): Leaf {
    this.#mode = mode;
    this.#leaf = this.#leafOf(content, kind, level);
    return this.#leaf;
  }

  #leafOf(content: Leaf["content"], kind: BlockKind, level: number, definition: string | null = null): Leaf {
    const container = this.#top;
    const label = definition ?? this.#noteLabel();
    const quotes = container?.quotes ?? 0;
    const leaf: Leaf = { content, ...placed(kind, level, container), quotes, label, lines: [] };
    this.leaves.push(leaf);
    return leaf;
  }

  /** The label of the note that the next leaf begins, which it takes. */
  #noteLabel(): string | null {
    if (!this.#top?.inNote) return null;
    const note = this.#containers.findLast((container) => container.kind === "note")!;
    const { label } = note;
    note.label = null;
    return label;
  }

  #add(line: MarkdownLine): void {
    this.#leaf!.lines.push({ start: line.at, end: line.end });
  }
}

/** What a leaf's containers make of it: a note, a quotation or an item, where it is a plain paragraph else. */
function placed(
  kind: BlockKind,
  level: number,
  container: Container | undefined,
): Pick<Leaf, "kind" | "level"> {
  if (container === undefined || kind === "note") return { kind, level };
  if (container.inNote) return { kind: "note", level: 0 };
  if (kind !== "paragraph") return { kind, level };
  if (container.quotes > 0) return { kind: "quotation", level: container.quotes };
  return container.items > 0 ? { kind: "item", level: container.items } : { kind, level };
}

function passQuoteMark(line: MarkdownLine): void {
  line.skip(1);
  line.skipIndent(1);
}

/** Parts Markdown into its blocks, from the offset `from` on, in one pass over its lines. */
export function markdownBlocks(source: string, from: number): MarkdownBlocks {
  const reader = new BlockReader();
  for (const line of markdownLines(source, from)) reader.read(line);
  return reader;
}
