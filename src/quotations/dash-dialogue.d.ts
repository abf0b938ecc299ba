import type { Block } from "../formats/index.ts";
import type { Draft } from "./draft.ts";
import type { Passage } from "./passage.ts";
/**
 * The words that a dash at the paragraph's start opens: up to the attribution ("— Nous partons, dit Marrow") or the
 * paragraph's end, and again after an attribution between dashes. Null where the paragraph is no such speech: in
 * other languages an attribution must follow an em dash.
 */
export declare function dashLine(passage: Passage, block: Block, language: string): Draft | null;
