/** Whose words these are. `unknown` is what a text of no recognised form has. */
export type VoiceKind = "speaker" | "interviewer" | "editor" | "quoted" | "unknown";

/** A voice: its kind, and the name the source gives it, or null where it gives none. */
export interface Voice {
  readonly kind: VoiceKind;
  readonly name: string | null;
}

/** A stretch of text, in UTF-16 code units, end-exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of the source's text in one voice, inside one turn.
 * `turn` numbers what one party says before another speaks; null stands outside every turn.
 * `supplied` marks a stretch as the editor's insertion even where no brackets stand (stage marks in parentheses).
 */
export interface Segment extends Span {
  readonly voice: Voice;
  readonly turn: number | null;
  readonly supplied?: boolean;
}

/**
 * A source as the matcher reads it: plain text and the stretches of it that are words, **in reading order**.
 * A heading that interrupts an answer comes after that answer's last segment, so that the answer reads on.
 * Text outside every segment (labels, note markers, separators) is not read. Segments do not overlap.
 */
export interface Source {
  readonly text: string;
  readonly segments: readonly Segment[];
}
