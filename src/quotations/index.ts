export { attributionBefore } from "./attribution.ts";
export { type FindOptions, findQuotations } from "./find-quotations.ts";
export { FullNames } from "./full-names.ts";
export { type MarkOptions, pairMarks, pairMarksIn } from "./mark-pairs.ts";
export type { Attribution, MarkPair, Quotation, Stretch } from "./quotation.ts";
