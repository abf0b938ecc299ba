/** Whose words a format says a stretch is. The same kinds as a document's voices. */
export interface MarkedVoice {
  readonly kind: "speaker" | "interviewer" | "editor" | "quoted" | "unknown";
  readonly name: string | null;
}

/** A paragraph, heading, caption or note as the format marks it; `turn` counts from 1, null outside turns. */
export interface MarkedPassage {
  readonly kind:
    | "header"
    | "title"
    | "summary"
    | "caption"
    | "opening"
    | "heading"
    | "paragraph"
    | "note"
    | "stage";
  readonly start: number;
  readonly end: number;
  readonly voice: MarkedVoice;
  readonly turn: number | null;
  /** Of a note: its number, as markers have it. Else null. A note without words is empty: only its number is known. */
  readonly note: string | null;
}

/** What one party says before another speaks; `label` is where its name stands in the text, or null. */
export interface MarkedTurn {
  readonly voice: MarkedVoice;
  readonly label: { readonly start: number; readonly end: number } | null;
}

/** Characters that are no words of a passage, or another's words in it; as a document's marks. */
export interface MarkedSpan {
  readonly kind: "open" | "close" | "supplied" | "omission" | "note-marker" | "stage" | "quoted";
  readonly start: number;
  readonly end: number;
  /** `quoted`: the third party; `note-marker`: the note's number; else null. */
  readonly name: string | null;
}

/** A dispatch that the text refers to. */
export interface MarkedReference {
  readonly desk: string | null;
  readonly series: string;
  readonly number: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
}

/**
 * What a format itself says of its text: whose words are whose, and what the header says. Where a format says it, no form
 * is recognised; a markup without passages says what the header says and nothing else, and the form is recognised. What it
 * does not say is null or empty. Offsets are UTF-16 code units into the text, end-exclusive;
 * passages and marks stand in text order, and every word of the text is in a passage or a label.
 */
export interface Markup {
  readonly kind: "dispatch" | "transcript" | "speech" | "article" | "plain";
  /** The document's own id; null where it has none, or a file's name gives it. */
  readonly id: string | null;
  readonly series: string | null;
  readonly number: string | null;
  /** ISO dates. */
  readonly date: string | null;
  readonly sourceDate: string | null;
  readonly subject: string | null;
  readonly speakers: readonly { readonly name: string; readonly office: string | null }[];
  readonly interviewer: string | null;
  /** Given where all names are those of a document already: then none is read as a role or written in another case. */
  readonly namesAreFinal?: true;
  readonly passages: readonly MarkedPassage[];
  /** The turns that passages name by number: the first is 1. */
  readonly turns: readonly MarkedTurn[];
  /** Null where the format marks nothing inside passages: then brackets, omissions and quotation marks are read from the words. */
  readonly marks: readonly MarkedSpan[] | null;
  /** Given where `marks` are not all there are: then those that stand in the words alone are read beside them. */
  readonly marksAreSome?: true;
  readonly references: readonly MarkedReference[];
}
