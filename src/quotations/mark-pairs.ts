import { isElision, readSingle, type SingleReading } from "./apostrophe.ts";
import { type Glyph, glyphs, isBracketLike } from "./glyph.ts";
import { type Mark, marksOf } from "./mark.ts";
import { hebrewReading, measureOf } from "./measure.ts";
import { type OpenMark, OpenMarks } from "./open-marks.ts";
import { paragraphsOf } from "./paragraph.ts";
import type { MarkPair, Stretch } from "./quotation.ts";

/** What the caller knows of the text beyond its characters. */
export interface MarkOptions {
  /** BCP 47 tag of the text's language; null or left out where it is not known. */
  readonly language?: string | null;
}

const rightToLeftLanguages = new Set("ar he iw yi fa ur ps sd ckb ug dv arc syr".split(" "));
/** Where ’…’ is a pair. */
const nordicLanguages = new Set("sv fi".split(" "));

/**
 * All pairs of quotation marks in text.slice(start, end), in the order of their opening marks, with nesting levels.
 * Position decides first (what stands left and right of a mark), then what is open, then the mark's own shape; so
 * “ closes „ and opens elsewhere. Apostrophes, inches and Hebrew acronyms are no marks.
 * A mark that is never closed has `close` null and ends with its paragraph, unless the next one re-opens it.
 * Time is linear in the length of the stretch.
 */
export function pairMarks(text: string, start: number, end: number, options: MarkOptions = {}): MarkPair[] {
  return pairMarksIn(text, paragraphsOf(text, start, end), options);
}

/** As {@link pairMarks}, in the paragraphs given: in text order, not overlapping; what lies between is not read. */
export function pairMarksIn(
  text: string,
  paragraphs: readonly Stretch[],
  options: MarkOptions = {},
): MarkPair[] {
  const language = options.language?.toLowerCase().split(/[-_]/)[0] ?? "";
  const open = new OpenMarks();
  let previous: Stretch | null = null;
  for (const paragraph of paragraphs) {
    const marks = marksOf(text, paragraph, rightToLeftLanguages.has(language));
    const reopened = previous === null ? 0 : reopen(open, marks, previous.end);
    new ParagraphReader(text, paragraph, marks, open, nordicLanguages.has(language)).read(reopened);
    previous = paragraph;
  }
  if (previous !== null) open.giveUp(0, previous.end);
  return levelled(text, open.all);
}

/** Re-opens what is open with the paragraph's first marks and gives up the rest; returns how many marks it took. */
function reopen(open: OpenMarks, marks: readonly Mark[], end: number): number {
  const kept = reopenedDepth(open, marks);
  open.giveUp(kept.depth, end);
  for (let at = 0; at < kept.marks; at++) {
    open.at(kept.depth - kept.marks + at).reopenings.push({ start: marks[at].start, end: marks[at].end });
  }
  return kept.marks;
}

/** Outer marks re-open before inner ones; some styles re-open only the innermost. */
function reopenedDepth(open: OpenMarks, marks: readonly Mark[]): { depth: number; marks: number } {
  let taken = 0;
  while (taken < open.depth && taken < marks.length && reopens(open.at(taken), marks[taken], "paragraph"))
    taken++;
  if (taken > 0) return { depth: taken, marks: taken };
  const innermost =
    open.depth > 0 && marks.length > 0 && reopens(open.at(open.depth - 1), marks[0], "paragraph");
  return innermost ? { depth: open.depth, marks: 1 } : { depth: 0, marks: 0 };
}

function reopens(open: OpenMark, mark: Mark, first: "paragraph" | "line"): boolean {
  if (mark.first !== first || mark.position === "close") return false;
  if (mark.glyph.family === "single" && !isSolid(open)) return false;
  if (open.mark.name === mark.name || open.name === nameOf(mark)) return true;
  return open.mark.name === "«" && mark.name === "»" && mark.after !== "";
}

/** Whether a single mark stands where speech opens, so that it is one even though nothing closes it. */
function isSolid(open: OpenMark): boolean {
  return open.needs < 3 && (open.mark.first !== null || open.mark.followsMark);
}

/** The name under which a mark opens and closes; where directions are not trusted, all of a family share one. */
function nameOf(mark: Mark): string {
  if (!mark.rightToLeft) return mark.name;
  if (mark.glyph.family === "double") return '"';
  return mark.glyph.family === "single" ? "'" : mark.name;
}

/** Pairs the marks of one paragraph, given what is open from those before it. */
class ParagraphReader {
  readonly #text: string;
  readonly #paragraph: Stretch;
  readonly #marks: readonly Mark[];
  readonly #open: OpenMarks;
  readonly #singles: readonly (SingleReading | null)[];
  /** For each mark, the index of the next of the family `double`, or -1. */
  readonly #nextDouble: readonly number[];
  /** For each single mark, whether a better closing mark follows before the next one that opens. */
  readonly #betterAhead: readonly boolean[];

  constructor(text: string, paragraph: Stretch, marks: readonly Mark[], open: OpenMarks, nordic: boolean) {
    this.#text = text;
    this.#paragraph = paragraph;
    this.#marks = marks;
    this.#open = open;
    this.#singles = marks.map((mark) =>
      mark.glyph.family === "single" ? readSingle(text, mark, paragraph, nordic) : null,
    );
    this.#nextDouble = nextDoubles(marks);
    this.#betterAhead = betterAhead(marks, this.#singles);
  }

  read(from: number): void {
    for (let at = from; at < this.#marks.length; at++) {
      const mark = this.#marks[at];
      if (this.#reopensLine(mark)) continue;
      if (isBracketLike(mark.glyph.family)) this.#readBracket(mark);
      else if (mark.glyph.family === "double") this.#readDouble(mark, at);
      else if (mark.glyph.family === "single") this.#readSingle(mark, at);
      else this.#readGuillemet(mark);
    }
  }

  /** « at each line, “ at a line's start inside “: the same quotation goes on. */
  #reopensLine(mark: Mark): boolean {
    if (mark.first !== "line" || mark.position === "close") return false;
    const depth = this.#open.innermost(mark.glyph.family);
    if (depth < 0 || !reopens(this.#open.at(depth), mark, "line")) return false;
    if (
      mark.glyph.habit === "either" &&
      !/[.!?…][\s"'”’»)\]]*$/.test(this.#text.slice(mark.start - 8, mark.start))
    ) {
      return false;
    }
    this.#open.at(depth).reopenings.push({ start: mark.start, end: mark.end });
    return true;
  }

  #readBracket(mark: Mark): void {
    if (mark.glyph.habit === "open") this.#open.push(mark, mark.name, 1);
    else this.#close(mark, mark.glyph);
  }

  #readDouble(mark: Mark, at: number): void {
    if (mark.name === ",," && mark.position !== "open") return;
    const isOpen = this.#open.innermost("double") >= 0;
    const measure = measureOf(this.#text, mark, this.#paragraph);
    if (measure === "always" || (measure === "perhaps" && (!isOpen || this.#nextCloses(at)))) return;
    const hebrew = hebrewReading(this.#text, mark, this.#paragraph);
    if (hebrew === "acronym" || (hebrew === "perhaps-open" && (isOpen || !this.#nextCloses(at)))) return;
    if (this.#opensDouble(mark, at, isOpen)) this.#open.push(mark, nameOf(mark), 1);
    else this.#close(mark, glyphs.get(nameOf(mark))!);
  }

  #nextCloses(at: number): boolean {
    const next = this.#nextDouble[at];
    return next >= 0 && this.#marks[next].position === "close";
  }

  #opensDouble(mark: Mark, at: number, isOpen: boolean): boolean {
    const { position, glyph } = mark;
    const habit = mark.rightToLeft ? "either" : glyph.habit;
    if (position === "open") return habit !== "close" || !this.#closesHere(mark, isOpen);
    if (position === "close") return mark.name === "“" && habit === "open" && !isOpen;
    if (at > 0 && mark.followsMark && isElision(this.#text, this.#marks[at - 1], this.#paragraph))
      return habit !== "close";
    if (habit === "either") return !isOpen;
    return (
      habit === "open" &&
      !(isOpen && this.#open.innermostNamed(glyph.closes) === this.#open.innermost("double"))
    );
  }

  /** Whether ” before a letter closes: only where “ or „ is open, for ” itself opens in some languages. */
  #closesHere(mark: Mark, isOpen: boolean): boolean {
    if (!isOpen) return false;
    return this.#open.at(this.#open.innermost("double")).mark.name !== mark.name;
  }

  #readGuillemet(mark: Mark): void {
    const depth = this.#open.innermost(mark.glyph.family);
    const inverse = depth >= 0 && this.#open.at(depth).mark.glyph.habit === "close";
    const opensByShape = mark.glyph.habit === "open";
    const opens = opensByShape
      ? !inverse || mark.position === "open"
      : depth < 0 && (mark.position === "open" || mark.position === "either");
    if (opens) this.#open.push(mark, mark.name, 1);
    else this.#close(mark, mark.glyph);
  }

  #readSingle(mark: Mark, at: number): void {
    const reading = this.#singles[at]!;
    const depth = this.#open.innermost("single");
    if (reading.closes > 0 && depth >= 0 && this.#closesSingle(mark, reading, at)) return;
    if (reading.opens === 0) return;
    if (reading.opens > 1 && depth >= 0 && this.#open.at(depth).needs === 1) return;
    this.#open.push(mark, nameOf(mark), reading.opens);
  }

  #closesSingle(mark: Mark, reading: SingleReading, at: number): boolean {
    const depth = this.#openerFor(mark, glyphs.get(nameOf(mark))!);
    if (depth < 0) return false;
    const opener = this.#open.at(depth);
    if (reading.closes < opener.needs || (reading.closes < 3 && this.#betterAhead[at])) return false;
    const crosses = Math.max(this.#open.innermost("double"), this.#open.innermost("guillemet")) > depth;
    if (crosses && (reading.closes < 3 || opener.needs > 1)) return false;
    this.#open.close(depth, mark);
    return true;
  }

  #close(mark: Mark, glyph: Glyph): void {
    const depth = this.#openerFor(mark, glyph);
    if (depth >= 0) this.#open.close(depth, mark);
  }

  #openerFor(mark: Mark, glyph: Glyph): number {
    const conventional = this.#open.innermostNamed(glyph.closes);
    return conventional >= 0 ? conventional : this.#open.innermost(mark.glyph.family);
  }
}

function nextDoubles(marks: readonly Mark[]): number[] {
  const next = new Array<number>(marks.length);
  let seen = -1;
  for (let at = marks.length - 1; at >= 0; at--) {
    next[at] = seen;
    if (marks[at].glyph.family === "double") seen = at;
  }
  return next;
}

/** What stands between double marks is passed over, so that the words of an inner quotation do not count. */
function betterAhead(marks: readonly Mark[], singles: readonly (SingleReading | null)[]): boolean[] {
  const better = new Array<boolean>(marks.length).fill(false);
  const outer: number[] = [];
  let best = 0;
  for (let at = marks.length - 1; at >= 0; at--) {
    const single = singles[at];
    if (single === null) {
      if (marks[at].position === "close") {
        outer.push(best);
        best = 0;
      } else best = outer.pop() ?? 0;
    } else if (single.closes > 0) {
      better[at] = best > single.closes;
      best = Math.max(best, single.closes);
    } else if (single.opens === 1) best = 0;
  }
  return better;
}

function levelled(text: string, all: readonly OpenMark[]): MarkPair[] {
  const levels: number[] = [];
  const pairs: MarkPair[] = [];
  for (const open of all) {
    const parent = open.parent < 0 ? null : all[open.parent];
    const level = parent === null ? 0 : levels[open.parent] + (encloses(text, parent, open) ? 1 : 0);
    levels.push(level);
    if (!isMark(text, open)) continue;
    const { mark, close, reopenings, end } = open;
    pairs.push({ open: { start: mark.start, end: mark.end }, close, level, reopenings, end });
  }
  return pairs;
}

/** A mark never closed does not enclose a closed pair of its own family: its closing mark was lost before that pair. */
function encloses(text: string, parent: OpenMark, inner: OpenMark): boolean {
  if (!isMark(text, parent)) return false;
  return (
    parent.close !== null || inner.close === null || parent.mark.glyph.family !== inner.mark.glyph.family
  );
}

/** A single mark that nothing closes is an apostrophe, unless it stands where speech opens. */
function isMark(text: string, open: OpenMark): boolean {
  if (open.close !== null || open.mark.glyph.family !== "single") return true;
  if (open.mark.name !== "‘" && open.mark.name !== "‚") return open.reopenings.length > 0;
  if (open.needs > 1) return false;
  return isSolid(open) || /[,:]\s$/.test(text.slice(Math.max(0, open.mark.start - 2), open.mark.start));
}
