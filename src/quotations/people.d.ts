import { type Token } from "./token.ts";
/** Everyone whom a text names, and whom its pronouns mean. Fed in text order. */
export declare class People {
    #private;
    /** `names`: people that the caller knows the text is about. */
    constructor(names?: readonly string[]);
    /** Takes in the names of a paragraph; of one in title case none. */
    read(text: string, tokens: readonly Token[]): void;
    /** The fullest form of a name: "Ilse Marrow" for "Marrow", where the text has just one such. */
    resolve(name: string): string;
    /** Whether the text, or the caller, gives a full name that this one is part of. */
    knows(name: string): boolean;
    /** Notes that `name` was credited with words at `at`. */
    credited(name: string, at: number, personal: boolean): void;
    /**
     * Whom a pronoun at `at` means: the last one credited, or a later sentence's subject; null where none fits. A name
     * of one word that is no part of a full one counts only from `sentence` on, where the pronoun's sentence starts.
     */
    meant(pronoun: string, at: number, sentence: number): string | null;
}
