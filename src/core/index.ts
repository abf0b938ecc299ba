/**
 * The matcher: words in, verdict out. Imports nothing.
 *
 *     fold → tokens → shingles → seed → chain → align → judge
 *
 * @example
 * const prepared = prepare("We do not sign for those who still stand a watch.");
 * verify("We do sign for those", prepared).status; // "altered"
 */
export { foldWord } from "./fold.ts";
export type { Excerpt, Match, Problem } from "./match.ts";
export { type PlacedSegment, type Prepared, plainSource, prepare } from "./prepared.ts";
export type { Quoted } from "./quoted.ts";
export { type Reason, RULES, type RuleId, type Severity, type Status, type Touch } from "./rule.ts";
export type { Segment, Source, Span, Voice, VoiceKind } from "./source.ts";
export { type Verdict, type VerifyOptions, verify } from "./verify.ts";
