import type { Stretch } from "./quotation.ts";
/** A word, a punctuation mark, or a whole quotation (its marks included) standing as one token. */
export interface Token extends Stretch {
    readonly kind: "word" | "punctuation" | "quotation";
    readonly text: string;
    readonly lower: string;
}
/** The tokens of text.slice(start, end). `quotations`: outer stretches, marks included, in order, inside it. */
export declare function tokensOf(text: string, start: number, end: number, quotations?: readonly Stretch[]): Token[];
/** Whether the token's text starts with a capital letter, an article of Arabic names before it or not. */
export declare function isCapitalised(token: Token): boolean;
/** Whether a token ends a sentence by itself: . ! ? … and their kin. */
export declare function isTerminal(token: Token): boolean;
/** Indexes of the tokens that start a sentence, in order; the first is 0 where there is a token. */
export declare function sentenceStarts(text: string, tokens: readonly Token[]): number[];
/** Whether a quotation's own last character, marks and spaces aside, ends a sentence. */
export declare function endsSentence(text: string, quotation: Stretch): boolean;
