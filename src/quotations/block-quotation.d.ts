import type { Block } from "../formats/index.ts";
import { type Draft } from "./draft.ts";
import { type MarkOptions } from "./mark-pairs.ts";
/**
 * The quotation that consecutive blocks of kind "quotation" are, without marks that stand around the whole and
 * without a last line that names who spoke. Null where they tell a story instead: marks inside, and words outside
 * them that follow the first pair.
 */
export declare function blockQuotation(text: string, blocks: readonly Block[], options: MarkOptions): Draft | null;
