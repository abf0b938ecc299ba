import type { Mark } from "./mark.ts";
import type { Stretch } from "./quotation.ts";
/**
 * How far a single mark can be trusted as a quotation mark rather than an apostrophe.
 * `opens`: 0 it does not; else the least `closes` of the mark that may close it.
 * `closes`: 0 it does not; 1 more likely a plural possessive or a dropped letter (pilots' guild, runnin' late);
 * 2 the same before punctuation; 3 hardly an apostrophe.
 */
export interface SingleReading {
    readonly opens: 0 | 1 | 2 | 3;
    readonly closes: 0 | 1 | 2 | 3;
}
/** Reads one mark of the family `single`. `nordic`: ’ opens as well as closes (Swedish, Finnish). */
export declare function readSingle(text: string, mark: Mark, paragraph: Stretch, nordic: boolean): SingleReading;
/** The apostrophe of l’«eau», d'"amis": directly before an opening mark, after an elided word. */
export declare function isElision(text: string, mark: Mark, paragraph: Stretch): boolean;
/** The word (letters, digits) that ends at `end`, or its last letters where it is long. */
export declare function wordBefore(text: string, end: number, floor: number): string;
/** The word (letters, digits) that starts at `start`, or its first letters where it is long. */
export declare function wordAfter(text: string, start: number, ceiling: number): string;
