import type { Family } from "./glyph.ts";
import type { Mark } from "./mark.ts";
import type { Stretch } from "./quotation.ts";
/** A mark that opened; `close` stays null and `end` is set when it is given up. */
export interface OpenMark {
    readonly mark: Mark;
    /** The name it goes by: its own, or that of straight marks where directions are not trusted. */
    readonly name: string;
    /** The least trust of a single mark that may close it. */
    readonly needs: number;
    /** Index, among all, of the one it stands in; -1 for none. */
    readonly parent: number;
    readonly reopenings: Stretch[];
    close: Stretch | null;
    end: number;
}
/**
 * The marks that are open, innermost last. Finding the innermost of a name or family takes constant time, so that a
 * text of ten thousand opening marks costs no more than their number.
 */
export declare class OpenMarks {
    #private;
    /** Every mark that ever opened, in text order. */
    readonly all: OpenMark[];
    get depth(): number;
    /** The open mark at this depth, 0 the outermost. */
    at(depth: number): OpenMark;
    push(mark: Mark, name: string, needs: number): void;
    /** Depth of the innermost open mark of this family, or -1. */
    innermost(family: Family): number;
    /** Depth of the innermost open mark with one of these names, or -1. */
    innermostNamed(names: readonly string[]): number;
    /** Closes the mark at `depth`; those inside it that are still open are given up. */
    close(depth: number, close: Stretch): void;
    /** Gives up every open mark from `depth` inwards; their words end at `end`. */
    giveUp(depth: number, end: number): void;
}
