import type { Token } from "./token.ts";
/** Who speaks, as tokens `from` to `to` (exclusive) name him. */
export interface Subject {
    readonly kind: "name" | "pronoun" | "description" | "first-person";
    readonly from: number;
    readonly to: number;
}
export declare function isFirstPerson(token: Token): boolean;
export declare function isPronoun(token: Token): boolean;
/** Whether a token can stand between a verb and its subject. */
export declare function isFiller(token: Token): boolean;
/**
 * The subject that ends before token `verb`, looked for from there back to `floor`.
 * `shared` where a conjunction joins the verb to an earlier one; null where there is none.
 */
export declare function subjectBefore(tokens: readonly Token[], verb: number, floor: number): Subject | "shared" | null;
/** Who owns what follows: the name or description that ends with the possessive token `at` ("the minister's"). */
export declare function possessorEndingAt(tokens: readonly Token[], at: number, floor: number): Subject | null;
/** The subject that starts at token `at`, after its verb ("said the harbor master Tomas Reed"); null for none. */
export declare function subjectAfter(tokens: readonly Token[], at: number, limit: number): Subject | null;
/** A name's tokens without the titles before it, as long as two words are left. */
export declare function withoutTitles(tokens: readonly Token[], from: number, to: number): number;
