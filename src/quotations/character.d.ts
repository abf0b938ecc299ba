/** What a character beside a quotation mark is, so far as it tells whether the mark opens or closes. */
export type CharacterClass = "space" | "word" | "opening" | "dash" | "punctuation";
/** The class of one character; of "" (nothing there): space. A lone surrogate counts as a letter. */
export declare function classOf(character: string): CharacterClass;
/** Invisible: direction marks, joiners, soft hyphens, variation selectors. */
export declare function isIgnorable(character: string): boolean;
export declare function isRightToLeft(character: string): boolean;
/** Of a script that is written without spaces. */
export declare function isEastAsian(character: string): boolean;
export declare function isLetter(character: string): boolean;
export declare function isUpperCase(character: string): boolean;
export declare function isDigit(character: string): boolean;
