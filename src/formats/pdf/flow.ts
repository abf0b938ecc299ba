import type { BlockKind } from "../formatted-text.ts";
import type { Line } from "./line.ts";
import { listLabel } from "./list-label.ts";
import { type Measures, ROOM } from "./measures.ts";

/** Lines wider apart than this part of their usual pitch are parted. */
const PARTED = 1.22;
/** Sizes that differ by less than this part are one. */
const SAME_SIZE = 0.08;
/** A line that begins so many sizes further in or out than the one before stands in another block, or opens one. */
const INSET = 0.7;
/** A block of which less than this part of the lines end early flows: its lines are as long as they can be. */
const FLOWING = 0.5;

const ENDED = /[.!?…:؟。！？][”"’'»)\]]*(?:\s*\[?\d{1,3}\]?)?$/u;
const HYPHENED = /[\p{L}\p{N}][-\u2010\u2011\u00ad]$/u;
const LOWER = /^["“‘«(]?\p{Ll}/u;
const CASED = /^["“‘«(]?(?:\p{Ll}|\p{Lu})/u;

function sameStyle(a: Line, b: Line): boolean {
  return (
    Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size) &&
    a.bold === b.bold &&
    a.upright === b.upright
  );
}

/** Parts lines in reading order into blocks: what one paragraph, heading or item is. */
export class Flow {
  readonly #measures: Measures;

  constructor(measures: Measures) {
    this.#measures = measures;
  }

  blocks(lines: readonly Line[]): Line[][] {
    const blocks: Line[][] = [];
    lines.forEach((line, i) => {
      const open = blocks.at(-1);
      if (open === undefined || this.#parts(open, line, lines[i + 1])) blocks.push([line]);
      else open.push(line);
    });
    return blocks;
  }

  /** True where `next` opens a block of its own after the open one; `after` is the line after it. */
  #parts(open: readonly Line[], next: Line, after: Line | undefined): boolean {
    const last = open.at(-1)!;
    if (!sameStyle(last, next)) return !this.#runsOver(last, next);
    if (last.region !== next.region) return !this.goesOn(open, next);
    return this.#isParted(last, next) || this.#isInset(open, next, after) || this.#isNewItem(open, next);
  }

  /** A line in another face that still goes on: a full one before it, cut inside a word or a sentence. */
  #runsOver(last: Line, next: Line): boolean {
    const near =
      next.base - last.base <= PARTED * this.#measures.pitch(last.size) && last.region === next.region;
    const alike = Math.abs(last.size - next.size) <= SAME_SIZE * last.size && last.upright === next.upright;
    return near && alike && (HYPHENED.test(last.text) || (!ENDED.test(last.text) && LOWER.test(next.text)));
  }

  #isParted(last: Line, next: Line): boolean {
    const gap = next.base - last.base;
    if (gap > PARTED * this.#measures.pitch(next.size)) {
      return !(HYPHENED.test(last.text) || this.#isCut(last, next));
    }
    if (!ENDED.test(last.text)) return false;
    return this.#hasRoom(last, next);
  }

  /** True where a full line stops inside a sentence that the next goes on with: a figure stands between them. */
  #isCut(last: Line, next: Line): boolean {
    const { slack, indent } = this.#measures;
    return (
      slack(last) <= next.firstWidth + ROOM * last.size &&
      !ENDED.test(last.text) &&
      LOWER.test(next.text) &&
      Math.abs(indent(last) - indent(next)) < INSET * next.size
    );
  }

  /**
   * True where the next line's first word would have found room on the last: the last was ended on purpose. Lines that are
   * set in alike are taken to be set in on the other side too, as quotations are.
   */
  #hasRoom(last: Line, next: Line): boolean {
    const { indent, slack, column } = this.#measures;
    const inset = Math.min(indent(last), indent(next));
    const room = slack(last) - (inset >= next.size ? inset : 0);
    if (column(last).justified && room > ROOM * last.size) return true;
    return room > next.firstWidth + ROOM * last.size;
  }

  /**
   * Which lines of a block were ended by the writer, as in an address: the next line's first word would have found room. A
   * block of which most lines are full at its own edge (beside a picture, in a quotation) is measured against that edge.
   * Headings are set in lines of like length by many programs, so none of theirs are told; nor are centred ones.
   */
  endedLines(lines: readonly Line[], kind: BlockKind): boolean[] {
    if (kind === "heading" || lines.length < 2) return lines.map(() => false);
    const { slack } = this.#measures;
    const least = Math.min(...lines.map(slack));
    const ended = (edge: number): boolean[] =>
      lines.map((line, i) => {
        const next = lines[i + 1];
        if (next === undefined || next.region !== line.region) return false;
        if (this.#isCentred(line) || this.#isCentred(next)) return false;
        return slack(line) - edge > next.firstWidth + ROOM * line.size;
      });
    const own = ended(least);
    const flows = own.filter(Boolean).length < FLOWING * (lines.length - 1);
    return flows && (kind === "quotation" || lines.length > 2) ? own : ended(0);
  }

  #isInset(open: readonly Line[], next: Line, after: Line | undefined): boolean {
    const last = open.at(-1)!;
    const { indent, slack } = this.#measures;
    const step = indent(next) - indent(last);
    if (Math.abs(step) <= INSET * next.size) return false;
    if (this.#isCentred(last) && this.#isCentred(next)) return false;
    if (step < 0) return open.length > 1 || listLabel(last.text) !== null;
    if (open.length > 1) return true;
    if (listLabel(last.text) !== null) return false;
    const hangs =
      after !== undefined && after.region === next.region && Math.abs(indent(after) - indent(next)) < 1;
    return !(hangs && !ENDED.test(last.text) && slack(last) <= next.firstWidth + ROOM * last.size);
  }

  #isCentred(line: Line): boolean {
    const before = this.#measures.indent(line);
    return before > line.size && Math.abs(before - this.#measures.slack(line)) < 0.6 * line.size;
  }

  /** A list's label opens an item where it is a dot, or stands further out than what was read, or under another label. */
  #isNewItem(open: readonly Line[], next: Line): boolean {
    const label = listLabel(next.text);
    if (label === null) return false;
    if (label.kind === "bullet") return true;
    const { indent } = this.#measures;
    const first = open[0]!;
    const underLabel =
      listLabel(first.text) !== null && Math.abs(indent(first) - indent(next)) < INSET * next.size;
    return (
      underLabel || (ENDED.test(open.at(-1)!.text) && indent(next) > INSET * next.size && open.length === 1)
    );
  }

  /** True where a block goes on in another column or on another page with `next`. */
  goesOn(open: readonly Line[], next: Line): boolean {
    const last = open.at(-1)!;
    if (!sameStyle(last, next) || last.leftwards !== next.leftwards) return false;
    if (HYPHENED.test(last.text)) return true;
    if (listLabel(next.text) !== null) return false;
    if (LOWER.test(next.text) && !ENDED.test(last.text)) return true;
    if (this.#hasRoom(last, next)) return false;
    if (!ENDED.test(last.text)) return true;
    const { indent, indented } = this.#measures;
    const steps = indent(next) - Math.min(...open.map(indent));
    if (steps > INSET * next.size) return false;
    return indented || LOWER.test(next.text) || !CASED.test(next.text);
  }
}
