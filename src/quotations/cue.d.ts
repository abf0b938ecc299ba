import type { CueKind, Lexicon } from "./reporting-verb.ts";
import type { Token } from "./token.ts";
/** A word or phrase that credits: tokens from `at` to `end` (exclusive). */
export interface Cue {
    readonly at: number;
    readonly end: number;
    readonly kind: CueKind;
    /** Lower case, as {@link Attribution.cue} shows it. */
    readonly word: string;
    /** What follows the verb after a hyphen: the il of dit-il. */
    readonly pronoun: string | null;
}
/** The cue at token `at`, judged with the tokens from `floor` on; null where the token credits no one. */
export declare function cueAt(tokens: readonly Token[], at: number, floor: number, lexicon: Lexicon): Cue | null;
