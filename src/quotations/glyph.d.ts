/**
 * Quotation marks by shape. A family holds the shapes that may close each other: `double` “ ” „ ", `single` ‘ ’ ‚ ',
 * `guillemet` « », `angle` ‹ ›, and one family for each bracket-like pair of East Asian writing.
 */
export type Family = "double" | "single" | "guillemet" | "angle" | "corner" | "white-corner" | "title" | "small-title";
/** What a glyph does when position does not tell: `either` for straight marks. */
export type Habit = "open" | "close" | "either";
export interface Glyph {
    readonly family: Family;
    readonly habit: Habit;
    /** The openers that it closes by convention; any other opener of its family only when none of these is open. */
    readonly closes: readonly string[];
}
/** Every mark by its characters. Two single marks side by side stand for a double one, as in ``…''. */
export declare const glyphs: ReadonlyMap<string, Glyph>;
/** Finds every mark of {@link glyphs}; global, so set `lastIndex` before each use. */
export declare function glyphPattern(): RegExp;
/** Whether position tells nothing of this family: bracket-like marks always point the same way. */
export declare function isBracketLike(family: Family): boolean;
