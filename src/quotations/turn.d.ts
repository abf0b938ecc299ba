import type { Block } from "../formats/index.ts";
import { type Draft } from "./draft.ts";
/** The turns of a dialogue: a label, its words, and the unlabelled paragraphs up to the next one. */
export declare function turnsOf(text: string, blocks: readonly Block[], marked: readonly Draft[]): Draft[];
