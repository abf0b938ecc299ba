import type { Mark } from "./mark.ts";
import type { Stretch } from "./quotation.ts";
/**
 * Whether a double mark after a digit stands for inches or seconds: `always`, `perhaps` (it may as well close a
 * quotation that ends in a number), `never`.
 */
export declare function measureOf(text: string, mark: Mark, paragraph: Stretch): "always" | "perhaps" | "never";
/**
 * What a mark between two Hebrew letters is: the sign of an acronym before its last letters, or, after particles that
 * are written together with the quoted word, perhaps an opening mark. Null: not between Hebrew letters.
 */
export declare function hebrewReading(text: string, mark: Mark, paragraph: Stretch): "acronym" | "perhaps-open" | null;
