import { passageOf } from "./passage.js";
import { tokensOf } from "./token.js";
/** A text's paragraphs as tokens, with each draft's extents as one token each. */
export class Paragraphs {
    text;
    #blocks;
    #language;
    /** Extents by paragraph. */
    #extents;
    #passages;
    /** `drafts` in text order, not overlapping; every extent inside one block. */
    constructor(text, blocks, drafts, language) {
        this.text = text;
        this.#blocks = blocks;
        this.#language = language;
        this.#extents = blocks.map(() => []);
        this.#passages = new Array(blocks.length);
        for (const extent of drafts.flatMap((draft) => draft.extents))
            this.#extents[this.#indexAt(extent.start)].push(extent);
    }
    /** The paragraph and token of an extent. */
    placeAt(extent) {
        const passage = this.passage(this.#indexAt(extent.start));
        return { passage, at: tokenAt(passage.tokens, extent.start) };
    }
    passage(index) {
        const built = this.#passages[index] ?? this.#build(index);
        this.#passages[index] = built;
        return built;
    }
    /** Where a quotation would stand at the end of the paragraph before `start`, if that ends in a colon. */
    leadingTo(start) {
        const index = this.#indexAt(start) - 1;
        if (index < 0 ||
            !/[:：]$/.test(this.text.slice(this.#blocks[index].start, this.#blocks[index].end).slice(-1)))
            return null;
        const { tokens } = this.passage(index);
        const { end } = this.#blocks[index];
        const opening = { kind: "quotation", start: end, end, text: "", lower: "" };
        return { passage: passageOf(this.text, [...tokens, opening], this.#language), at: tokens.length };
    }
    /** The paragraph after `end`. */
    after(end) {
        const index = this.#indexAt(Math.max(0, end - 1)) + 1;
        return this.#blocks[index] ?? null;
    }
    #build(index) {
        const { start, end, language } = this.#blocks[index];
        const tokens = tokensOf(this.text, start, end, this.#extents[index]);
        return passageOf(this.text, tokens, language?.toLowerCase().split(/[-_]/)[0] ?? this.#language);
    }
    /** Index of the last block that starts at or before `offset`; 0 where none does. */
    #indexAt(offset) {
        let low = 0;
        let high = this.#blocks.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.#blocks[middle].start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
function tokenAt(tokens, start) {
    let low = 0;
    let high = tokens.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (tokens[middle].start <= start)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
