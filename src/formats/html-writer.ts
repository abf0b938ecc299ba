import type { BlockShape, BlockWriter } from "./block-writer.ts";
import { EntityReader } from "./entity-reader.ts";
import { type Context, innerContext, isBlock, type NoteState, outerContext } from "./html-context.ts";
import { HtmlFlow } from "./html-flow.ts";
import { findNotes, holdsBackLinks, isBackLink, type NoteLinks, noteLabel } from "./html-notes.ts";
import {
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isComment,
  isElement,
  isText,
  shortText,
  visit,
} from "./html-parser.ts";
import { type SourceRun, sourceRuns } from "./html-source.ts";
import { type Survey, survey } from "./html-survey.ts";
import { hasNoteRole, isBeside, isInvisible } from "./html-visibility.ts";
import { raisedNote } from "./note-marker.ts";
import type { PlaceTrail } from "./place-trail.ts";
import { quotationMarks, startsWithMark } from "./quotation-marks.ts";

/** Where a tree's text is to be written, and what stands around it. */
export interface HtmlPlace {
  readonly html: string;
  /** Offset in the original of `html`'s first character. */
  readonly base: number;
  readonly writer: BlockWriter;
  /** Block quotations around it. */
  readonly quotes: number;
  readonly language: string | null;
  /** Where the elements that words stand in are noted; null where they are not wanted. */
  readonly trail: PlaceTrail | null;
  /** Also write what looks like site chrome. */
  readonly keepChrome: boolean;
}

/** True where nothing but white space comes after an element in its parent. */
function endsItsParent(element: HtmlElement): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  const after = siblings.slice(siblings.indexOf(element) + 1);
  return after.every((node) => isText(node) && !/\S/.test(node.value));
}

/** `[3] text`, `3. text`, `3) text`: a note that writes its label itself. */
function writtenLabel(text: string, label: string): string | null {
  const match = /^\s*(?:\[([^\]\s]{1,7})\]|([^\s.):]{1,7})[.):](?=\s))/.exec(text);
  return match !== null && (match[1] ?? match[2]) === label ? match[0] : null;
}

function withoutFirst(runs: readonly SourceRun[], count: number): readonly SourceRun[] {
  let left = count;
  return runs.map((run) => {
    const cut = Math.min(left, run.words.length);
    left -= cut;
    return {
      words: run.words.slice(cut),
      source: run.verbatim ? run.source + cut : run.source,
      verbatim: run.verbatim,
    };
  });
}

/** Writes the visible text of one tree; see {@link writeHtml}. */
class HtmlWriter {
  readonly #place: HtmlPlace;
  readonly #writer: BlockWriter;
  readonly #flow: HtmlFlow;
  readonly #survey: Survey;
  readonly #links: NoteLinks;
  readonly #entities = new EntityReader();
  readonly #contexts: Context[];
  /** Closing marks of the open `<q>`, empty where they bring their own. */
  readonly #closingMarks: string[] = [];
  /** A note that starts inside a block, at an anchor; it ends with the block. */
  #lineNote: NoteState | null = null;
  /** The `.` or `)` of a bare label that has just been written as `[label]` is dropped. */
  #afterLabel = false;
  readonly #raised = new Set<string>();

  constructor(place: HtmlPlace, root: HtmlNode) {
    this.#place = place;
    this.#writer = place.writer;
    this.#flow = new HtmlFlow(place.writer);
    this.#survey = survey(root);
    this.#links = findNotes(root);
    this.#contexts = [outerContext(place.quotes, place.language)];
  }

  write(root: HtmlNode): void {
    const enter = (node: HtmlNode): boolean => {
      if (isText(node)) this.#text(node);
      if (isComment(node))
        this.#writer.remark(node.data, this.#place.base + (node.sourceCodeLocation?.startOffset ?? 0));
      if (!isElement(node)) return true;
      if (this.#passesOver(node)) return false;
      this.#enter(node);
      return true;
    };
    visit(root, enter, (element) => this.#leave(element));
    this.#endBlock();
  }

  get #context(): Context {
    return this.#contexts.at(-1)!;
  }

  #start(element: HtmlElement): number {
    return this.#place.base + (element.sourceCodeLocation?.startOffset ?? 0);
  }

  /** Deals with elements that are left out, or stand for a marker; true where nothing more is to be read in them. */
  #passesOver(element: HtmlElement): boolean {
    const beside = this.#survey.chrome.has(element) || isBeside(element);
    if (
      (beside && !this.#place.keepChrome) ||
      isInvisible(element) ||
      isBackLink(element) ||
      holdsBackLinks(element)
    ) {
      if (isBlock(element)) this.#endBlock();
      return true;
    }
    const label = this.#links.markers.get(element) ?? this.#raisedLabel(element);
    if (label === null) return false;
    this.#mark(label, this.#start(element));
    return true;
  }

  /** The label of a raised number that is no link. One that opens a line, after such a marker, opens its note. */
  #raisedLabel(element: HtmlElement): string | null {
    if (element.tagName !== "sup") return null;
    const words = shortText(element);
    const label = noteLabel(words);
    if (label !== null && this.#isAtStart && this.#raised.has(label)) this.#beginLineNote(label);
    const number = this.#isAtStart ? null : raisedNote(words, this.#writer.tail);
    if (number !== null) this.#raised.add(number);
    return number;
  }

  #mark(label: string, source: number): void {
    const words = this.#writer.tail.endsWith("[") ? label : `[${label}]`;
    this.#write(words, source);
  }

  /** Writes words that stand for what is at `source`. */
  #write(words: string, source: number): void {
    this.#writer.write(words, source, false, this.#shape, this.#context.language);
    this.#notePlace();
  }

  #notePlace(): void {
    this.#place.trail?.note(this.#writer.length, this.#context.place);
  }

  get #isAtStart(): boolean {
    return !this.#writer.isOpen || this.#writer.isAtLineStart;
  }

  #beginLineNote(label: string | null): void {
    this.#endBlock();
    this.#lineNote = { label, written: false };
  }

  #enter(element: HtmlElement): void {
    const label = this.#links.notes.get(element) ?? null;
    const isNote = label !== null || hasNoteRole(element);
    const block = isBlock(element);
    if (block && !this.#isBareLabel) this.#endBlock();
    else if (!block && isNote && this.#context.note === null && this.#isAtStart) this.#beginLineNote(label);
    const note = isNote && block ? { label, written: false } : null;
    this.#contexts.push(innerContext(this.#context, element, note, this.#survey.typed.has(element)));
    if (element.tagName === "br") this.#flow.lineBreak(this.#start(element));
    if (element.tagName === "q") this.#openQuotation(element);
    if (element.tagName === "cite" && this.#isCredit(element)) this.#write("— ", this.#start(element));
  }

  /** A block quotation's last line, which says whose words it has: a dash tells it from them, as on the page its place does. */
  #isCredit(element: HtmlElement): boolean {
    if (this.#context.quotes === 0 || !this.#isAtStart || !endsItsParent(element)) return false;
    return !/^[-–—―]/.test(shortText(element));
  }

  /** A note's label alone was written: what the note says may stand in a block of its own beside it. */
  get #isBareLabel(): boolean {
    const { note } = this.#context;
    return note?.written === true && this.#writer.isOpen && this.#writer.tail === `[${note.label}]`;
  }

  #leave(element: HtmlElement): void {
    if (element.tagName === "q") this.#closeQuotation(element);
    if (isBlock(element)) this.#endBlock();
    this.#contexts.pop();
  }

  #openQuotation(element: HtmlElement): void {
    const { language, marks } = this.#context;
    const [open, close] = startsWithMark(shortText(element)) ? ["", ""] : quotationMarks(language, marks - 1);
    this.#write(open, this.#start(element));
    this.#closingMarks.push(close);
  }

  #closeQuotation(element: HtmlElement): void {
    const end = element.sourceCodeLocation?.endTag?.startOffset ?? element.sourceCodeLocation?.endOffset ?? 0;
    const close = this.#closingMarks.pop() ?? "";
    this.#write(close, this.#place.base + end);
  }

  #endBlock(): void {
    this.#writer.end();
    if (this.#lineNote?.written) this.#lineNote = null;
  }

  get #shape(): BlockShape {
    const { shape } = this.#context;
    return this.#lineNote === null ? shape : { kind: "note", level: 0, language: shape.language };
  }

  #text(node: HtmlText): void {
    const location = node.sourceCodeLocation;
    if (location === null || location === undefined) return;
    const { html, base } = this.#place;
    const runs = sourceRuns(node.value, html, location.startOffset, location.endOffset, this.#entities);
    const placed = runs.map((run) => ({ ...run, source: run.source + base }));
    for (const run of /\S/.test(node.value) ? this.#labelled(node.value, placed) : placed) {
      if (this.#survey.typed.size > 0 && this.#context.keepSpace) this.#typed(run);
      else this.#flow.text(run, this.#shape, this.#context.language, this.#context.keepSpace);
      this.#notePlace();
    }
  }

  /** Prose typed into a `<pre>`: an empty line ends a block there. */
  #typed(run: SourceRun): void {
    let start = 0;
    for (const match of run.words.matchAll(/\n[^\S\n]*\n\s*/g)) {
      this.#flow.text(this.#part(run, start, match.index), this.#shape, this.#context.language, true);
      this.#endBlock();
      start = match.index + match[0].length;
    }
    this.#flow.text(this.#part(run, start, run.words.length), this.#shape, this.#context.language, true);
  }

  #part(run: SourceRun, start: number, end: number): SourceRun {
    return {
      ...run,
      words: run.words.slice(start, end),
      source: run.verbatim ? run.source + start : run.source,
    };
  }

  /** Sees to it that a note starts with `[label] `, once, however the page writes its label; gives what is left. */
  #labelled(value: string, runs: readonly SourceRun[]): readonly SourceRun[] {
    if (this.#lineNote?.written && !this.#writer.isOpen) this.#lineNote = null;
    const note = this.#lineNote ?? this.#context.note;
    if (note !== null && !note.written) return this.#withLabel(note, value, runs);
    if (!this.#afterLabel) return runs;
    this.#afterLabel = false;
    const stop = /^[.):]+(?=\s|$)/.exec(value)?.[0].length ?? 0;
    if (stop === 0 && /^[^\s,.;:)\]]/.test(value)) this.#blank(runs[0]!.source);
    return withoutFirst(runs, stop);
  }

  #withLabel(note: NoteState, value: string, runs: readonly SourceRun[]): readonly SourceRun[] {
    note.written = true;
    if (note.label === null) return runs;
    const alone = noteLabel(value.trim()) === note.label;
    const own = alone ? value : writtenLabel(value, note.label);
    this.#mark(note.label, runs[0]!.source);
    this.#afterLabel = alone;
    if (alone) return [];
    const rest = withoutFirst(runs, own?.length ?? 0);
    if (own === null || /^[\p{L}\p{N}]/u.test(value.slice(own.length))) this.#blank(rest[0]!.source);
    return rest;
  }

  #blank(source: number): void {
    if (this.#writer.lastSpace === "") this.#writer.space(" ", source, false);
  }
}

/** Writes the visible text of a parsed page or of a piece of HTML; ends the block that was open before and its own. */
export function writeHtml(root: HtmlNode, place: HtmlPlace): void {
  place.writer.end();
  new HtmlWriter(place, root).write(root);
}
