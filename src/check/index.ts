/**
 * Text and sources in, report out. Pure: no file, no clock.
 *
 *     findQuotations → verify (words) → credit (whose) → report
 */
export { type CheckedText, check, checkSelf, isSelfContained } from "./check.ts";
export { type Identity, identity } from "./person.ts";
export {
  type Finding,
  type FormFinding,
  type Report,
  type ReportMatch,
  type ReportProblem,
  reportJsonSchema,
  reportSchema,
} from "./report.ts";
export { RULE_BOOK, type RuleEntry } from "./rule-book.ts";
export { type Held, type Shelf, shelve } from "./shelf.ts";
