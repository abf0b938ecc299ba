import type { Span } from "../core/index.ts";
import type { BlockKind, FormattedText } from "../formats/index.ts";
import { type Seeker, seek } from "./seeker.ts";

/** A paragraph, heading or other block as the reader of a form takes it: trimmed, never empty, in text order. */
export interface Unit extends Span {
  readonly kind: BlockKind;
  /** Its lines, trimmed, never empty. */
  readonly lines: readonly Span[];
}

/**
 * Longest line of a text that is wrapped by hand, in UTF-16 code units: mail and teletype wrap at 65 to 80, plain books
 * under 100. A block with a longer line is not wrapped, so each of its lines is a paragraph.
 */
const LONGEST_WRAPPED_LINE = 120;

/** The units of a text. Text that no block covers is read as paragraphs, so that nothing is lost. */
export function unitsOf(formatted: FormattedText): Unit[] {
  const { text, blocks } = formatted;
  const lines = new LineReader(text);
  const units: Unit[] = [];
  let end = 0;
  for (const block of blocks) {
    const gap = trimmed(text, end, block.start);
    if (gap.start < gap.end) addParagraphs(units, lines.between(end, block.start));
    addBlock(units, block.kind, lines.between(Math.max(end, block.start), block.end));
    end = Math.max(end, block.end);
  }
  addParagraphs(units, lines.between(end, text.length));
  return units;
}

/** The unit in as many units as it has lines. */
export function unitsByLine(unit: Unit): Unit[] {
  return unit.lines.map((line) => unitOf(unit.kind, [line]));
}

/** The unit parted before each of its lines that `starts` says starts a paragraph of its own. */
export function splitUnit(unit: Unit, starts: (line: Span, index: number) => boolean): Unit[] {
  const units: Unit[] = [];
  let lines: Span[] = [];
  unit.lines.forEach((line, index) => {
    if (lines.length > 0 && starts(line, index)) {
      units.push(unitOf(unit.kind, lines));
      lines = [];
    }
    lines.push(line);
  });
  units.push(unitOf(unit.kind, lines));
  return units;
}

function unitOf(kind: BlockKind, lines: readonly Span[]): Unit {
  return { kind, lines, start: lines[0]!.start, end: lines[lines.length - 1]!.end };
}

function addBlock(units: Unit[], kind: BlockKind, lines: readonly Span[]): void {
  const filled = lines.filter((line) => line.end > line.start);
  if (filled.length === 0) return;
  if (filled.some((line) => line.end - line.start > LONGEST_WRAPPED_LINE)) {
    for (const line of filled) units.push(unitOf(kind, [line]));
  } else units.push(unitOf(kind, filled));
}

function addParagraphs(units: Unit[], between: readonly Span[]): void {
  let lines: Span[] = [];
  for (const line of between) {
    if (line.end > line.start) lines.push(line);
    else {
      addBlock(units, "paragraph", lines);
      lines = [];
    }
  }
  addBlock(units, "paragraph", lines);
}

/** Reads the lines of stretches of a text, in text order. */
class LineReader {
  readonly #text: string;
  readonly #ends: readonly Seeker[];

  constructor(text: string) {
    this.#text = text;
    this.#ends = ["\n", "\r", "\u2028", "\u2029"].map((end) => seek(text, end));
  }

  /** The lines of text.slice(start, end), trimmed; none in an empty stretch. */
  between(start: number, end: number): Span[] {
    const lines: Span[] = [];
    let from = start;
    for (let at = this.#lineEnd(from); at < end; at = this.#lineEnd(from)) {
      lines.push(trimmed(this.#text, from, at));
      from = at + (this.#text.startsWith("\r\n", at) ? 2 : 1);
    }
    if (from < end) lines.push(trimmed(this.#text, from, end));
    return lines;
  }

  #lineEnd(from: number): number {
    let first = Number.POSITIVE_INFINITY;
    for (const end of this.#ends) first = Math.min(first, end.next(from));
    return first;
  }
}

/** The stretch without white space and invisible marks at either end; empty at its end where nothing else is left. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** White space, and the marks that no reader sees: byte order, zero width, direction. */
function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x80) return false;
  return (
    code === 0xa0 ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
