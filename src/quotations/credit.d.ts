import type { Cue } from "./cue.ts";
import type { Passage } from "./passage.ts";
import { type Subject } from "./subject.ts";
/** Who is credited, and by which word. `from` and `to`: the tokens of the clause that says so. */
export interface Credit {
    readonly subject: Subject;
    readonly cue: string;
    readonly from: number;
    readonly to: number;
}
/** Tokens of a sentence that are looked at on either side of a quotation; longer sentences are mostly lists. */
export declare const FARTHEST = 80;
export declare function clause(subject: Subject, cue: Cue): Credit;
export declare function subjectOf(passage: Passage, cue: Cue, floor: number, end: number): Subject | "shared" | null;
