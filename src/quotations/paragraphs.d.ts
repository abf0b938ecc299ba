import type { Block } from "../formats/index.ts";
import type { Draft } from "./draft.ts";
import { type Passage, type Place } from "./passage.ts";
import type { Stretch } from "./quotation.ts";
/** A text's paragraphs as tokens, with each draft's extents as one token each. */
export declare class Paragraphs {
    #private;
    readonly text: string;
    /** `drafts` in text order, not overlapping; every extent inside one block. */
    constructor(text: string, blocks: readonly Block[], drafts: readonly Draft[], language: string);
    /** The paragraph and token of an extent. */
    placeAt(extent: Stretch): Place;
    passage(index: number): Passage;
    /** Where a quotation would stand at the end of the paragraph before `start`, if that ends in a colon. */
    leadingTo(start: number): Place | null;
    /** The paragraph after `end`. */
    after(end: number): Block | null;
}
