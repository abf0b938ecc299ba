import type { Stretch } from "./quotation.ts";
/** A line that says who spoke: "— Ilse Marrow, head of the guild". */
export interface Signature {
    /** Where the line starts: at its dash. */
    readonly start: number;
    readonly name: Stretch;
    readonly cue: string;
}
/** The signature that text.slice(start, end) is as a whole; null where it is none. */
export declare function signatureOf(text: string, start: number, end: number): Signature | null;
/** The signature that ends text.slice(start, end): its last line, or what follows its last dash after a sentence. */
export declare function signatureAtEnd(text: string, start: number, end: number): Signature | null;
