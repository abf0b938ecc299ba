import { type Glyph } from "./glyph.ts";
import type { Stretch } from "./quotation.ts";
/** Where a mark stands: it can open only, close only, either (letters on both sides), or neither (spaces). */
export type Position = "open" | "close" | "either" | "neither";
/** A character that may be a quotation mark, with what stands around it. */
export interface Mark extends Stretch {
    /** Key into `glyphs`. */
    readonly name: string;
    readonly glyph: Glyph;
    readonly position: Position;
    /** The visible character before and after; "" at the paragraph's ends. Of adjacent marks: before and after them all. */
    readonly before: string;
    readonly after: string;
    /** Whether another mark stands directly before it, or after it. */
    readonly followsMark: boolean;
    readonly leadsMark: boolean;
    /** First of its paragraph, or of a line of it. */
    readonly first: "paragraph" | "line" | null;
    /** Its neighbours are of a script that runs right to left, where a curly mark's direction is not trusted. */
    readonly rightToLeft: boolean;
}
/** Every possible mark of one paragraph, in order. Two single marks side by side count as one double mark. */
export declare function marksOf(text: string, paragraph: Stretch, rightToLeft: boolean): Mark[];
