/**
 * saidso: says of every quotation whether these are the words of the source, and whose.
 *
 * `verify` puts one quotation against one source; `check` reads a text, finds what it quotes, and answers a report.
 * An archive keeps sources for years, and is checked against like a shelf of them (`archiveHoldings`).
 *
 * @example
 * import { verify } from "saidso";
 * verify("It does not wait", "The ferry leaves at six. It does not wait.").status; // "verbatim"
 */
export {
  type Addition,
  type AddOptions,
  type Archive,
  ArchiveError,
  type ArchiveErrorCode,
  type ArchiveSize,
  type Backlink,
  type Edition,
  type Entry,
  type Facet,
  type FacetName,
  type FacetQuery,
  type Facets,
  type FacetValue,
  type Filter,
  type HeldSpeaker,
  type KeptVersion,
  type Link,
  MemoryArchive,
  type NearPassage,
  type RecentDocument,
  type RecentPage,
  type RecentQuery,
  type ReferenceLinks,
  type Restoration,
  type RestorationFault,
  type Restored,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
  type SpeakerCount,
  type SpeakerDocument,
  type SpeakerPage,
  type Summary,
  type Unresolved,
  type VersionRecord,
  type VoiceName,
  type VoiceNames,
  type Window,
} from "./archive/index.ts";
export * from "./check/index.ts";
export { reportJsonSchema, reportSchema } from "./check/report.ts";
export {
  type Excerpt,
  type Fingerprint,
  type Lexicon,
  type Match,
  type Prepared,
  type Problem,
  prepare,
  type Quoted,
  type QuotedFingerprint,
  quotedFingerprint,
  type Reason,
  RULES,
  type RuleId,
  type Segment,
  type Severity,
  type Source,
  type Span,
  STYLES,
  type Status,
  type Style,
  type StyleName,
  type Touch,
  type Verdict,
  type VerifyOptions,
  type Voice,
  type VoiceKind,
  verify,
} from "./core/index.ts";
export { type Document, readDocument, rebuild, toSource } from "./documents/index.ts";
export { type DocumentRecord, documentJsonSchema, documentRecordSchema } from "./formats/document-record.ts";
export { decode, FormatError, type FormattedText, readText } from "./formats/index.ts";
export {
  type Baseline,
  type BaselineEntry,
  baselineText,
  type Config,
  configJsonSchema,
  configSchema,
  entriesOf,
  PolicyError,
  type RuleLevels,
  readBaseline,
  readConfig,
  type Typography,
  withBaseline,
  withIgnores,
  withLevels,
  withPlainRemarks,
} from "./policy/index.ts";
export { findQuotations, type Quotation } from "./quotations/index.ts";
