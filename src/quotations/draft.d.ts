import type { MarkPair, Quotation, Stretch } from "./quotation.ts";
/** A quotation whose attribution is not known yet. */
export interface Draft {
    readonly kind: Quotation["kind"];
    /** The words, without marks; never empty. */
    readonly parts: readonly Stretch[];
    /** What it takes up in each paragraph, marks included, in text order. Not empty, each inside one paragraph. */
    readonly extents: readonly Stretch[];
    /** Where its form alone says who speaks (a label, a signature); null inside says that it is no one named. */
    readonly signature?: {
        readonly name: Stretch | null;
        readonly cue: string;
    };
    /** Extent after which an attribution that interrupts it stands. */
    readonly interruptedAfter?: Stretch;
}
/** Drafts of the outermost pairs. `paragraphs`: those in which the pairs were found, in text order. */
export declare function draftsOfPairs(text: string, paragraphs: readonly Stretch[], pairs: readonly MarkPair[]): Draft[];
/** Start of the first extent, marks included. */
export declare function startOf(draft: Draft): number;
export declare function endOf(draft: Draft): number;
/** Both lists in text order; of `lesser`, those that overlap none of `stronger`, which do not overlap each other. */
export declare function mergedDrafts(stronger: readonly Draft[], lesser: readonly Draft[]): Draft[];
