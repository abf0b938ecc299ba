import type { Span, Voice } from "../core/index.ts";
import type { Passage, PassageKind, Turn } from "./document.ts";
import { trimmed } from "./unit.ts";

/** The words of an editor: title, summary, headings, captions, notes. */
export const EDITOR: Voice = { kind: "editor", name: null };
export const UNKNOWN: Voice = { kind: "unknown", name: null };

/** First letter of a passage's id outside turns; headers are `d` as their first is the date. */
const LETTERS: Record<PassageKind, string> = {
  header: "d",
  title: "t",
  summary: "s",
  caption: "c",
  opening: "o",
  heading: "h",
  paragraph: "p",
  note: "n",
  stage: "g",
};

interface OpenTurn {
  readonly voice: Voice;
  readonly label: Span | null;
  readonly id: string;
  readonly passages: string[];
}

/**
 * A document while its form is read: passages, turns and labels are added in text order.
 * Ids count up by kind (`t1`, `s2`), and by party and turn inside a conversation (`q4.1`, `a3.2`); the paragraphs of a
 * text that has one turn alone are `p1`, `p2`.
 */
export class Draft {
  readonly text: string;
  readonly labels: Span[] = [];
  readonly #passages: Passage[] = [];
  readonly #turns: OpenTurn[] = [];
  readonly #counts = new Map<string, number>();
  readonly #monologue: boolean;

  constructor(text: string, monologue = false) {
    this.text = text;
    this.#monologue = monologue;
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  get turns(): readonly Turn[] {
    return this.#turns.map(({ voice, label, passages }, index) => ({
      number: index + 1,
      voice,
      label,
      passages,
    }));
  }

  /** Number of the turn that is added to now, or null before the first. */
  get turn(): number | null {
    return this.#turns.length === 0 ? null : this.#turns.length;
  }

  get voice(): Voice | null {
    return this.#turns.at(-1)?.voice ?? null;
  }

  /** Characters that name or number what follows and are no words of it. */
  addLabel(span: Span): void {
    this.labels.push({ start: span.start, end: span.end });
  }

  /** Starts a turn; its label, if it has one, becomes a label of the document. Returns its number. */
  beginTurn(voice: Voice, label: Span | null): number {
    if (label !== null) this.addLabel(label);
    const letter = voice.kind === "interviewer" ? "q" : "a";
    const span = label === null ? null : { start: label.start, end: label.end };
    this.#turns.push({ voice, label: span, id: `${letter}${this.#next(letter)}`, passages: [] });
    return this.#turns.length;
  }

  /** Adds a passage outside turns, trimmed; nothing where only white space is left. Returns its id or null. */
  add(kind: PassageKind, start: number, end: number, voice: Voice = EDITOR): string | null {
    const span = trimmed(this.text, start, end);
    if (span.start === span.end) return null;
    const letter = LETTERS[kind];
    const id = `${letter}${this.#next(letter)}`;
    this.#passages.push({ id, kind, start: span.start, end: span.end, voice, turn: null });
    return id;
  }

  /** Adds a paragraph to the turn that was begun last. */
  addToTurn(start: number, end: number): void {
    const turn = this.#turns.at(-1)!;
    const span = trimmed(this.text, start, end);
    if (span.start === span.end) return;
    const id = this.#monologue ? `p${this.#next("p")}` : `${turn.id}.${turn.passages.length + 1}`;
    turn.passages.push(id);
    this.#passages.push({
      id,
      kind: "paragraph",
      start: span.start,
      end: span.end,
      voice: turn.voice,
      turn: this.#turns.length,
    });
  }

  #next(letter: string): number {
    const count = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, count);
    return count;
  }
}
