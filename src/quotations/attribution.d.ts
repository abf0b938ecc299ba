import { type Place } from "./passage.ts";
import { People } from "./people.ts";
import type { Attribution } from "./quotation.ts";
/** What the text says of one quotation: someone; `writer`, that these are no third party's words; or null, nothing. */
export type Verdict = Attribution | "writer" | null;
/** Whom the sentences around a quotation credit with it: after `last` of its paragraphs, or before the `first`. */
export declare function attributionOf(first: Place, last: Place, people: People): Verdict;
/** Whom the sentence that ends before token `at`, which holds no quotation, credits with speech. */
export declare function attributionOfSentence({ passage, at }: Place, people: People): Verdict;
/**
 * Whom the words of text.slice(from, start) credit with the quotation that opens at `start`: "The harbor master wrote
 * to us that" gives "The harbor master". Null where they credit no one, or the one who speaks ("I said"). A pronoun
 * that means no one named in these words is given as it stands.
 */
export declare function attributionBefore(text: string, start: number, from: number, options?: {
    readonly language?: string | null;
}): Attribution | null;
