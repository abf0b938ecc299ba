import type { Passage } from "./passage.ts";
/** Who is credited in a script without capitals. `from` = `to` where the verb alone stands for him. */
export interface CaselessCredit {
    readonly from: number;
    readonly to: number;
    readonly cue: string;
    /** Token of the verb. */
    readonly verb: number;
    readonly pronoun: "he" | "she" | "they" | null;
    readonly firstPerson: boolean;
}
/** Whether a text of this sample is written in Arabic or Hebrew letters. */
export declare function isCaseless(sample: string): boolean;
/** Whom the words before quotation token `at` credit, back to `floor`. */
export declare function caselessBefore(passage: Passage, at: number, floor: number): CaselessCredit | null;
/** Whom the words after it credit, up to the sentence's end: “…”، قالت مارو. */
export declare function caselessAfter(passage: Passage, at: number, end: number): CaselessCredit | null;
