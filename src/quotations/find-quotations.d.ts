import type { FormattedText } from "../formats/index.ts";
import { type MarkOptions } from "./mark-pairs.ts";
import type { Quotation } from "./quotation.ts";
export interface FindOptions extends MarkOptions {
    /** Full names of people that the text is known to be about; "Marrow" and "she" may then mean one of them. */
    readonly names?: readonly string[];
}
/**
 * Every outermost quotation of a text, in text order and not overlapping, with whom the text credits; what is nested
 * in one is part of it. Titles and single words in marks are quotations too. Preformatted blocks are not read.
 * `attribution` is null where the text names no one, or it is not sure whom.
 */
export declare function findQuotations(text: FormattedText, options?: FindOptions): Quotation[];
