import { type Credit } from "./credit.ts";
import { type Passage } from "./passage.ts";
/** Whom the clause directly after quotation token `at` credits with it: “…,” Marrow said; “…,” said Marrow. */
export declare function creditAfter(passage: Passage, at: number): Credit | null;
/** Whom the sentence credits in a clause at its end: The guild “lost seven” launches, she added. */
export declare function creditLater(passage: Passage, at: number): Credit | null;
