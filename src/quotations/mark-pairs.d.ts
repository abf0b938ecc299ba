import type { MarkPair, Stretch } from "./quotation.ts";
export interface MarkOptions {
    /** BCP 47 tag of the text's language; null or left out where it is not known. */
    readonly language?: string | null;
}
/**
 * All pairs of quotation marks in text.slice(start, end), in the order of their opening marks, with nesting levels.
 * Position decides first (what stands left and right of a mark), then what is open, then the mark's own shape; so
 * “ closes „ and opens elsewhere. Apostrophes, inches and Hebrew acronyms are no marks.
 * A mark that is never closed has `close` null and ends with its paragraph, unless the next one re-opens it.
 * Time is linear in the length of the stretch.
 */
export declare function pairMarks(text: string, start: number, end: number, options?: MarkOptions): MarkPair[];
/** As {@link pairMarks}, in the paragraphs given: in text order, not overlapping; what lies between is not read. */
export declare function pairMarksIn(text: string, paragraphs: readonly Stretch[], options?: MarkOptions): MarkPair[];
