/** Reports, documents and citations in the forms that people and programs read. Pure. */

export { atomFeed, type Feed, type FeedEntry, languageAttribute } from "./atom-feed.ts";
export { captureLabel } from "./capture-label.ts";
export type { CheckedReport } from "./checked-report.ts";
export { type Citation, citationMarkdown, citationOf, citationText } from "./citation.ts";
export { dateLabel } from "./date-label.ts";
export { differingQuoted, differingSource, quotedWords } from "./differing.ts";
export {
  DOCUMENT_FORMAT_NAMES,
  type DocumentFormatName,
  isDocumentFormat,
  isReferenceFormat,
  REFERENCE_FORMAT_NAMES,
  type ReferenceFormatName,
} from "./document-format-name.ts";
export { documentSummary } from "./document-summary.ts";
export { documentHead, documentValue } from "./document-value.ts";
export {
  type DocumentView,
  documentView,
  noteOf,
  type Referred,
  type ShownPassage,
} from "./document-view.ts";
export { dublinCore } from "./dublin-core.ts";
export { type ExportedOriginal, exportedRecord } from "./exported-record.ts";
export { ignoredLabel } from "./ignored-label.ts";
export { utcSeconds } from "./instant.ts";
export { languageName } from "./language-name.ts";
export { markdownReport } from "./markdown-report.ts";
export { passageText } from "./passage-text.ts";
export { CONTROLS, oneLine, printable } from "./printable.ts";
export { printableJson } from "./printable-json.ts";
export {
  REPORT_FORM_NAMES,
  REPORT_FORMS,
  type ReportForm,
  type ReportFormName,
} from "./report-formats.ts";
export { shortened } from "./shortened.ts";
export { type Snippet, type Stretch, snippetOf, stretchesOf } from "./snippet.ts";
export { REASON_SENTENCES, STATUS_SENTENCES, STATUSES, type Status } from "./status-text.ts";
export { type StoryPiece, storyPieces, storyRanges } from "./story-pieces.ts";
export { documentTei } from "./tei.ts";
export { textFragment } from "./text-fragment.ts";
export { voiceLabel, voiceWithKind } from "./voice-label.ts";
export { hasLine, matchWhereabouts, whereabouts, whereaboutsHead } from "./whereabouts.ts";
export { xmlText } from "./xml-text.ts";
