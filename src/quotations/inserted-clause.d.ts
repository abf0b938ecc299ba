import type { Draft } from "./draft.ts";
import { type Passage } from "./passage.ts";
import type { Stretch } from "./quotation.ts";
/** A clause among the words of speech that says who speaks: "dit Marrow". */
export interface InsertedClause {
    readonly name: Stretch;
    readonly cue: string;
    /** Index after its last token. */
    readonly to: number;
}
/**
 * French sets « Nous partons, dit Marrow, et nous reviendrons » without closing the marks: such a clause, verb first
 * and between commas, is cut out of the words and says who speaks.
 */
export declare function withoutInsertedClause(text: string, draft: Draft): Draft;
/** The clause that starts at token `at` and says who speaks: verb first ("dit Marrow"), or subject first. */
export declare function clauseAt(passage: Passage, at: number): InsertedClause | null;
