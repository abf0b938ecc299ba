/**
 * Documents kept for years, and an index of their words that proposes where a quotation may stand.
 * Pure: a store says where the bytes live.
 *
 * @example
 * const archive = new MemoryArchive();
 * archive.add([{ origin: "/desk/pier.txt", sha256, original, added: "2026-01-02T10:00:00Z", document }]);
 * archive.candidates(quotedFingerprint("The pier will open in spring"));
 */
export { type Admission, admission, type HeldName, type NameRegister } from "./admission.ts";
export type { Archive, ArchiveSize, Sought } from "./archive.ts";
export { ArchiveError, type ArchiveErrorCode } from "./archive-error.ts";
export { type Edition, named, segmentsWithin, sourceWithin, type Window } from "./edition.ts";
export type { Addition, AddOptions, Entry } from "./entry.ts";
export { type FacetHits, FacetTable } from "./facet-table.ts";
export {
  FACET_VALUES,
  FACETS,
  type Facet,
  type FacetName,
  type FacetQuery,
  type FacetSummary,
  type Facets,
  type FacetValue,
} from "./facets.ts";
export { type Filter, foldedName, hasWords, passesDocument, passesVoice } from "./filter.ts";
export { type FoldedPassages, foldedPassages } from "./folded-passages.ts";
export { numberKey, wordedKey } from "./identity.ts";
export { MemoryArchive } from "./memory-archive.ts";
export { type NearPassage, nearestPassages, nearestProposals } from "./nearest.ts";
export { passageWords } from "./passage-words.ts";
export {
  type Postings,
  postingsOf,
  postingsOfStream,
  type SortedPostings,
  sortPostings,
} from "./postings.ts";
export { type ProposeOptions, propose } from "./propose.ts";
export type { BlockRange, Listing, Proposal, QuotationIndex } from "./quotation-index.ts";
export {
  hasSameWords,
  type RecentDocument,
  type RecentPage,
  type RecentQuery,
  wordSet,
} from "./recent.ts";
export type { Backlink, Link, ReferenceLinks, Unresolved } from "./reference-links.ts";
export {
  type Restoration,
  type RestorationFault,
  type Restored,
  restorationFault,
} from "./restoration.ts";
export {
  foldedText,
  foundSpans,
  hitOf,
  type Phrase,
  parseQuery,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
} from "./search-query.ts";
export { isRevision, sketchOf } from "./sketch.ts";
export {
  type HeldSpeaker,
  officesIn,
  type SpeakerCount,
  type SpeakerDocument,
  type SpeakerPage,
  SpeakerRegister,
  type Speaking,
} from "./speaker-register.ts";
export { STAMP } from "./stamp.ts";
export { byDate, type KeptVersion, type Summary, summaryOf, type VersionRecord } from "./summary.ts";
export { type VoiceName, type VoiceNames, voiceNames } from "./voice-names.ts";
export { type Holding, windowsOf } from "./windows.ts";
