/** Reports, documents and citations in the forms that people and programs read. Pure. */
export { atomFeed, type Feed, type FeedEntry, languageAttribute } from "./atom-feed.ts";
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
export { documentValue } from "./document-value.ts";
export {
  type DocumentView,
  documentView,
  noteOf,
  type Referred,
  type ShownPassage,
} from "./document-view.ts";
export { dublinCore } from "./dublin-core.ts";
export { utcSeconds } from "./instant.ts";
export { languageName } from "./language-name.ts";
export { markdownReport } from "./markdown-report.ts";
export { passageText } from "./passage-text.ts";
export { CONTROLS, oneLine, printable } from "./printable.ts";
export { printableJson } from "./printable-json.ts";
export { captureOf } from "./reference/reference.ts";
export { type Snippet, type Stretch, snippetOf, stretchesOf } from "./snippet.ts";
export { REASON_SENTENCES, STATUS_SENTENCES, STATUSES, type Status } from "./status-text.ts";
export { type StoryPiece, storyPieces, storyRanges } from "./story-pieces.ts";
export { voiceLabel, voiceWithKind } from "./voice-label.ts";
export { xmlText } from "./xml-text.ts";
