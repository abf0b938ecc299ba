import { type BlockShape, BlockWriter } from "../block-writer.ts";
import type { MarkedPassage, MarkedReference, MarkedSpan, MarkedTurn, MarkedVoice } from "../markup.ts";
import type { PlacedSpan } from "../place.ts";
import { isBlank, stretchEnd } from "./blank.ts";
import type { Dispatch } from "./reference.ts";

/** What the words of an element are, as it and those around it say. */
export interface Context {
  readonly shape: BlockShape;
  readonly language: string | null;
  readonly kind: MarkedPassage["kind"];
  readonly voice: MarkedVoice;
  readonly turn: number | null;
  /** Whether the element is part of a paragraph or the like; else its text is one of its own. */
  readonly inline: boolean;
  /** Id of the nearest element that has one. */
  readonly place: string | null;
  /** How many quotations it stands in whose marks the text does not have. */
  readonly quotes: number;
}

/** Whose words are all that stands outside turns. */
export const EDITOR: MarkedVoice = { kind: "editor", name: null };

interface OpenSpan {
  readonly kind: MarkedSpan["kind"] | "reference";
  readonly name: string | null;
  readonly dispatch: Dispatch | null;
  start: number;
}

/** Hyphens that a line break inside a word may leave out: the typed ones, and the sign that editions use for it. */
const HYPHEN = /[-‐¬\u00ad]$/u;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Writes the words of a TEI text in blocks and remembers what they are: passages, turns, labels, marks, references and
 * the elements that they stand in. A mark that runs over several blocks is one in each.
 */
export class Flow {
  readonly #writer = new BlockWriter();
  readonly passages: MarkedPassage[] = [];
  readonly turns: Writable<MarkedTurn>[] = [];
  readonly marks: MarkedSpan[] = [];
  readonly references: MarkedReference[] = [];
  readonly #places: Writable<PlacedSpan>[] = [];
  readonly #open: OpenSpan[] = [];
  #passage: { readonly context: Context; readonly start: number; readonly note: string | null } | null = null;
  #label: { start: number; end: number } | null = null;
  #labelling = false;
  #note: string | null = null;
  #held: {
    readonly hyphen: string;
    readonly source: number;
    readonly context: Context;
    spaced: boolean;
  } | null = null;
  #glued = false;
  #blockStart = 0;

  /** True where words stand in the block so far. */
  get hasWords(): boolean {
    return this.#passage !== null;
  }

  /** The last character before what is written next, white space too; empty at a block's start. */
  get before(): string {
    if (this.#held !== null) return this.#held.hyphen;
    return this.#writer.lastSpace || this.#writer.tail.slice(-1);
  }

  /** Writes text of the file: white space is one blank, a hyphen at its end waits for a break in the word. */
  text(words: string, source: number, verbatim: boolean, context: Context): void {
    for (let start = 0; start < words.length; ) {
      const at = verbatim ? source + start : source;
      const end = stretchEnd(words, start);
      if (isBlank(words.charCodeAt(start)))
        this.#space(at, verbatim && end === start + 1 && words[start] === " ");
      else this.#word(words.slice(start, end), at, verbatim, context);
      start = end;
    }
  }

  /** Writes characters that stand for an element. */
  sign(words: string, source: number, context: Context): void {
    this.#word(words, source, false, context);
  }

  /** Starts a new line in the block. */
  lineBreak(source: number): void {
    this.#flush();
    if (this.#passage === null) this.#space(source, false);
    if (this.#passage === null || this.#writer.isAtLineStart) return;
    this.#writer.dropBlank();
    this.#writer.space("\n", source, false);
  }

  /** A break inside a word: its hyphen and what white space stands around it are none of the word's. */
  wordBreak(): void {
    if (this.#passage === null && this.#held === null) return;
    this.#held = null;
    this.#writer.dropBlank();
    this.#glued = true;
  }

  /** A break between words that starts no line, as a new page is. */
  blank(source: number): void {
    this.#space(source, false);
  }

  /** Ends the block; one that has a label alone goes on, so that the label stands before its words, unless `hard`. */
  end(hard = false): void {
    this.#flush();
    this.#glued = false;
    if (this.#passage === null && this.#label !== null && !hard) {
      if (this.#writer.lastSpace === "") this.#writer.space(" ", 0, false);
      return;
    }
    for (const span of this.#open) this.#finish(span);
    if (this.#passage !== null) {
      const { context, start, note } = this.#passage;
      const { kind, voice, turn } = context;
      this.passages.push({ kind, voice, turn, start, end: this.#writer.length, note });
    }
    this.#passage = null;
    this.#label = null;
    this.#writer.end();
    this.#blockStart = this.#writer.length;
  }

  /** The next passage is the note of this number; null takes that back, and a note without words is kept as empty. */
  note(number: string | null, context: Context): void {
    if (number === null && this.#note !== null) {
      const { kind, voice } = context;
      const at = this.#writer.length;
      this.passages.push({ kind, voice, turn: null, start: at, end: at, note: this.#note });
    }
    this.#note = number;
  }

  beginTurn(voice: MarkedVoice): number {
    this.turns.push({ voice, label: null });
    return this.turns.length;
  }

  /** What `write` writes is a label; where it names a turn, its first one becomes the turn's. */
  label(turn: number | null, write: () => void): void {
    this.#labelling = true;
    write();
    this.#flush();
    this.#labelling = false;
    const named = turn === null ? undefined : this.turns[turn - 1];
    if (named !== undefined && named.label === null && this.#label !== null) named.label = { ...this.#label };
  }

  /** Ends the label with a colon where it ends in no mark, so that it reads apart from the words. */
  endLabel(source: number, context: Context): void {
    this.#flush();
    if (this.#label !== null && /[\p{L}\p{N}\p{M}]$/u.test(this.#writer.tail))
      this.sign(":", source, context);
  }

  /** Marks what `write` writes. */
  mark(kind: MarkedSpan["kind"], name: string | null, write: () => void): void {
    this.#span({ kind, name, dispatch: null, start: -1 }, write);
  }

  /** Marks what `write` writes as words that refer to a dispatch. */
  refer(dispatch: Dispatch, write: () => void): void {
    this.#span({ kind: "reference", name: null, dispatch, start: -1 }, write);
  }

  finish() {
    this.end(true);
    return { ...this.#writer.finish(), places: this.#places as readonly PlacedSpan[] };
  }

  #span(span: OpenSpan, write: () => void): void {
    this.#flush();
    this.#open.push(span);
    write();
    this.#flush();
    this.#open.pop();
    this.#finish(span);
  }

  #finish(span: OpenSpan): void {
    const { kind, name, dispatch, start } = span;
    if (start < 0) return;
    const end = this.#writer.length;
    if (dispatch !== null) this.references.push({ ...dispatch, start, end });
    else if (kind !== "reference") this.marks.push({ kind, start, end, name });
    span.start = -1;
  }

  #word(words: string, source: number, verbatim: boolean, context: Context): void {
    this.#flush();
    this.#glued = false;
    const hyphen = HYPHEN.exec(words)?.[0];
    const kept = hyphen === undefined ? words : words.slice(0, -hyphen.length);
    if (kept !== "") this.#put(kept, source, verbatim, context);
    if (hyphen === undefined) return;
    const at = verbatim ? source + kept.length : source;
    this.#held = { hyphen, source: at, context, spaced: false };
  }

  #put(words: string, source: number, verbatim: boolean, context: Context): void {
    const { shape, language, place } = context;
    const start = this.#writer.write(words, source, verbatim, shape, language);
    if (start === null) return;
    const end = this.#writer.length;
    if (this.#labelling) this.#label = { start: this.#label?.start ?? start, end };
    else {
      if (this.#passage === null) {
        this.#passage = { context, start, note: this.#note };
        this.#note = null;
      }
      for (const span of this.#open) if (span.start < 0) span.start = start;
    }
    if (place !== null) this.#place(place, start, end);
  }

  #place(id: string, start: number, end: number): void {
    const last = this.#places.at(-1);
    const goesOn = last !== undefined && last.place.kind === "element" && last.place.id === id;
    if (goesOn && last.start >= this.#blockStart && this.#blockStart < start) last.end = end;
    else this.#places.push({ start, end, place: { kind: "element", id } });
  }

  #space(source: number, verbatim: boolean): void {
    if (this.#glued) return;
    if (this.#held !== null) this.#held.spaced = true;
    else if (this.#writer.isOpen && this.#writer.lastSpace === "") this.#writer.space(" ", source, verbatim);
  }

  #flush(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    this.#put(held.hyphen, held.source, true, held.context);
    if (held.spaced) this.#space(held.source, false);
  }
}
