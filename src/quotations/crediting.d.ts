import type { Draft } from "./draft.ts";
import type { Paragraphs } from "./paragraphs.ts";
import type { People } from "./people.ts";
import type { Attribution } from "./quotation.ts";
/** Credits the quotations of a text, in text order; what one is credited with can decide the next. */
export declare class Crediting {
    #private;
    constructor(paragraphs: Paragraphs, people: People);
    credit(draft: Draft): Attribution | null;
}
