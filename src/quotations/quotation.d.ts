/** A stretch of text, in UTF-16 code units, end-exclusive. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
}
/** The one a text credits with a quotation, as the text names him, and where that name stands. */
export interface Attribution extends Stretch {
    /** The name as written where it was written in full or last: "Ilse Marrow", "Marrow", "the harbor master". */
    readonly name: string;
    /** The word that credits: "said", "told", ":"; lower case. */
    readonly cue: string;
}
/**
 * Words that a text sets between quotation marks, as a block quotation, as a Q: or A: turn, or after a dash.
 * Offsets exclude the outer marks. `parts` are the stretches that are the quotation's words: more than one where an
 * attribution interrupts it or where each paragraph re-opens it. `start` is the first part's, `end` the last part's.
 */
export interface Quotation extends Stretch {
    /** The parts' text, joined by one space. */
    readonly text: string;
    readonly parts: readonly Stretch[];
    readonly attribution: Attribution | null;
    readonly kind: "marks" | "block" | "turn" | "dash";
}
/** A pair of quotation marks; `close` is null where the mark is never closed. */
export interface MarkPair {
    readonly open: Stretch;
    readonly close: Stretch | null;
    /** 0 for the outermost pair. */
    readonly level: number;
    /** The marks that re-open it at the start of later paragraphs or lines, in order; mostly none. */
    readonly reopenings: readonly Stretch[];
    /** Where its last paragraph ends when it is never closed; else the start of `close`. */
    readonly end: number;
}
