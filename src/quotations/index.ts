export { type MarkOptions, pairMarks, pairMarksIn } from "./mark-pairs.ts";
export type { Attribution, MarkPair, Quotation, Stretch } from "./quotation.ts";
