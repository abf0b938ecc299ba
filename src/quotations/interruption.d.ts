import type { Draft } from "./draft.ts";
import type { Place } from "./passage.ts";
/**
 * Joins “A, …,” Marrow said, “b …” into one quotation: what stands between credits the first, ends no sentence, and
 * leads on by a comma or by nothing. “A.” Marrow said. “B.” stay two.
 * `lastPlace` and `firstPlace` give the paragraph and token of a draft's last and first extent.
 */
export declare function joinInterrupted(drafts: readonly Draft[], lastPlace: (draft: Draft) => Place, firstPlace: (draft: Draft) => Place): Draft[];
