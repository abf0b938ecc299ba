/**
 * The matcher: words in, verdict out. Imports nothing.
 *
 *     fold → tokens → shingles → seed → chain → align → judge
 *
 * @example
 * const prepared = prepare("We do not sign for those who still stand a watch.");
 * verify("We do sign for those", prepared).status; // "altered"
 */
export {
  type Fingerprint,
  fingerprint,
  type QuotedFingerprint,
  quotedFingerprint,
  wordKey,
} from "./fingerprint.ts";
export { foldWord } from "./fold.ts";
export { saysOmission } from "./marks.ts";
export type { Excerpt, Match, Problem } from "./match.ts";
export {
  type Lexicon,
  type PlacedSegment,
  type Prepared,
  plainSource,
  prepare,
  readSources,
  type Stream,
} from "./prepared.ts";
export type { Quoted, QuotedTokens } from "./quoted.ts";
export { type Reason, RULES, type RuleId, type Severity, type Status, type Touch } from "./rule.ts";
export { RUN } from "./shingles.ts";
export type { Segment, Source, Span, Voice, VoiceKind } from "./source.ts";
export { STYLES, type Style, type StyleName } from "./style.ts";
export { Flag, type Tokens } from "./tokens.ts";
export { type Verdict, type VerifyOptions, verify } from "./verify.ts";
