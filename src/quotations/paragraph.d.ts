import type { Stretch } from "./quotation.ts";
/**
 * The paragraphs of text.slice(start, end), trimmed of white space, in order. They part at empty lines; where a
 * group of lines holds one longer than a hand-wrapped line is, they part at every line of it.
 */
export declare function paragraphsOf(text: string, start: number, end: number): Stretch[];
/** The lines of text.slice(start, end), each trimmed; empty ones are empty stretches. */
export declare function linesOf(text: string, start: number, end: number): Stretch[];
/** The stretch without white space at either end; empty at `start` where nothing else is left. */
export declare function trimmed(text: string, start: number, end: number): Stretch;
