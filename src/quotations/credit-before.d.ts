import { type Credit } from "./credit.ts";
import { type Passage } from "./passage.ts";
/** Whom the sentence of quotation token `at` credits with it, by its words before: Marrow said that “…”. */
export declare function creditBefore(passage: Passage, at: number): Credit | null;
export declare function introducedBy(passage: Passage, at: number): Credit | null;
/** Whom a sentence without quotations, the one that ends before token `at`, credits with speech: the last in it. */
export declare function creditOfSentence(passage: Passage, at: number): Credit | null;
/** Whether the quotation is a name and no speech: a work's ("his novel “…”"), or the one told ("told the “…” that"). */
export declare function isTitleOfWork({ tokens }: Passage, at: number): boolean;
