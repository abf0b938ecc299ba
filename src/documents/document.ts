import type { Voice } from "../core/index.ts";
import type { PlacedSpan } from "../formats/index.ts";

export type DocumentKind = "dispatch" | "transcript" | "speech" | "article" | "plain";

/** What a passage is in its document. `header` is a date line, a series line or a header field. */
export type PassageKind =
  | "header"
  | "title"
  | "summary"
  | "caption"
  | "opening"
  | "heading"
  | "paragraph"
  | "note"
  | "stage";

/** A paragraph, heading, caption, note or turn's paragraph. Offsets are UTF-16 code units, end-exclusive. */
export interface Passage {
  /** Stable within a version: `t1`, `s2`, `h3`, `n1`, `q4.1`, `a3.2`, `p12`. */
  readonly id: string;
  readonly kind: PassageKind;
  readonly start: number;
  readonly end: number;
  readonly voice: Voice;
  /** Number of the turn it belongs to, from 1; null outside turns. */
  readonly turn: number | null;
}

/** What one party says before another speaks. `label` is where its first label stands, or null. */
export interface Turn {
  readonly number: number;
  readonly voice: Voice;
  readonly label: { readonly start: number; readonly end: number } | null;
  readonly passages: readonly string[];
}

/** Characters that are no words of a passage: what they are, and where. */
export interface Mark {
  readonly kind: "open" | "close" | "supplied" | "omission" | "note-marker" | "stage" | "quoted";
  readonly start: number;
  readonly end: number;
  /** `quoted`: the third party, as the text names it; `note-marker`: the note's number; else null. */
  readonly name: string | null;
}

export interface Note {
  readonly number: string;
  /** Id of the note's passage, or null where a marker has no note. */
  readonly passage: string | null;
  /** Where its markers stand. */
  readonly markers: readonly { readonly start: number; readonly end: number }[];
}

/** Another dispatch that this one refers to; what is not said is null. */
export interface Reference {
  readonly desk: string | null;
  readonly series: string;
  readonly number: string;
  readonly title: string | null;
  /** ISO date, `2018-07-24`. */
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
}

export interface Speaker {
  readonly name: string;
  readonly office: string | null;
}

/** A broken rule of the document's own form; `rule` is an id of rules.md that starts with `form/`. */
export interface FormProblem {
  readonly rule: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of the input: every character belongs to exactly one.
 * `passage` pieces are words; `mark`, `label` and `separator` are not.
 */
export interface Piece {
  readonly kind: "passage" | "mark" | "label" | "separator";
  readonly start: number;
  readonly end: number;
}

/** A source as the archive keeps it. What the text does not say is null or empty, never guessed. */
export interface Document {
  /** `special-dispatch-2041`, or the file's name without folder and extension, in kebab case. */
  readonly id: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly title: string | null;
  readonly series: string | null;
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  /** Region or subject line. */
  readonly subject: string | null;
  readonly outlet: string | null;
  /** ISO date of the interview or article that a dispatch excerpts. */
  readonly sourceDate: string | null;
  readonly language: string | null;
  /** Where a saved page was got from, and when (ISO instant, or null); null where the file does not say. */
  readonly capture: { readonly address: string; readonly date: string | null } | null;
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
  readonly passages: readonly Passage[];
  readonly turns: readonly Turn[];
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
  readonly references: readonly Reference[];
  readonly pieces: readonly Piece[];
  /** Where in the original the text stands, as its format tells it; empty where it has lines alone. */
  readonly places: readonly PlacedSpan[];
  readonly form: readonly FormProblem[];
}
