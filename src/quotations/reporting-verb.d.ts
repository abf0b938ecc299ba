/**
 * How a word credits someone with words. `finite`: "Marrow said"; `participle` and `infinitive`: "adding that",
 * "went on to say", whose subject is the sentence's; `quoting`: "quoted Marrow", whose object speaks;
 * `naming`: "according to Marrow", whose object speaks.
 */
export type CueKind = "finite" | "participle" | "infinitive" | "quoting" | "naming";
export interface Lexicon {
    readonly words: ReadonlyMap<string, CueKind>;
    /** First word of a naming phrase to all its words. */
    readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}
/** The words that credit, for a language's primary subtag; for "" those of every language, save what misleads. */
export declare function lexiconOf(language: string): Lexicon;
