import { type Lexicon } from "./reporting-verb.ts";
import { type Token } from "./token.ts";
/** A paragraph as tokens, its quotations one token each, with the indexes at which sentences start. */
export interface Passage {
    readonly text: string;
    readonly tokens: readonly Token[];
    readonly starts: readonly number[];
    readonly lexicon: Lexicon;
}
/** `language`: a BCP 47 primary subtag, or "". */
export declare function passageOf(text: string, tokens: readonly Token[], language: string): Passage;
/** Index of the first token of the sentence that holds token `at`. */
export declare function sentenceStart(passage: Passage, at: number): number;
/** Index after the last token of the sentence that holds token `at`. */
export declare function sentenceEnd(passage: Passage, at: number): number;
/** Token `at`, a quotation or one paragraph's part of it, in its paragraph. */
export interface Place {
    readonly passage: Passage;
    readonly at: number;
}
