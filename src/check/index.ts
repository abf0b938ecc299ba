/**
 * Text and sources in, report out. Pure: no file, no clock.
 *
 *     findQuotations → verify (words) → credit (whose) → report
 */
export { Aliases } from "./aliases.ts";
export { archiveHoldings } from "./archive-holdings.ts";
export { check, checkQuotation, checkSelf, isSelfContained } from "./check.ts";
export type { CheckedText } from "./checked-text.ts";
export type { Credit, HeldDocument, HeldVerdict, Holdings } from "./holdings.ts";
export { type House, PLAIN_HOUSE } from "./house.ts";
export type { NameRegister } from "./name-register.ts";
export { nearestNames } from "./nearest-name.ts";
export { type Identity, identity } from "./person.ts";
// The schema itself is exported by the package: whoever only checks need not load zod.
export type { Finding, FormFinding, Report, ReportMatch, ReportProblem } from "./report.ts";
export { RULE_BOOK, type RuleEntry } from "./rule-book.ts";
export { type Held, type Shelf, shelve } from "./shelf.ts";
export { tally } from "./tally.ts";
export type { Watch } from "./watch.ts";
