export { attributionBefore } from "./attribution.js";
export { findQuotations } from "./find-quotations.js";
export { pairMarks, pairMarksIn } from "./mark-pairs.js";
