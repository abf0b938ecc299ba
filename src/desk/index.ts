/** What can be asked of an archive, and the answers: the same at every door. Pure. */
export {
  type Added,
  type AddRequest,
  addDocuments,
  addInput,
  addOutput,
} from "./add-documents.ts";
export {
  type CheckInput,
  type CheckRequest,
  checkInput,
  checkRequest,
  MOST_SOURCES,
  type SentFile,
} from "./check-request.ts";
export { checkHeld, checkText, textOf } from "./check-text.ts";
export type { Context } from "./context.ts";
export { countFacets, type FacetsInput, facetsInput, facetsOutput } from "./count-facets.ts";
export { DeskError, type DeskErrorCode } from "./desk-error.ts";
export { type FindInput, findInput } from "./find-request.ts";
export { findWords, type Sayings } from "./find-words.ts";
export { heldEdition, heldId, heldPassage } from "./held-edition.ts";
export {
  type DocumentsInput,
  documentsInput,
  documentsOutput,
  filterOf,
  listDocuments,
} from "./list-documents.ts";
export { listNotes, type NotesInput, notesInput, notesOutput } from "./list-notes.ts";
export { listPassages, type PassagesInput, passagesInput, passagesOutput } from "./list-passages.ts";
export { listReferences, referencesOutput } from "./list-references.ts";
export { listRules, rulesOutput } from "./list-rules.ts";
export { listSpeakers, type SpeakersInput, speakersInput, speakersOutput } from "./list-speakers.ts";
export { listVersions, versionsOutput } from "./list-versions.ts";
export { passageLink } from "./passage-link.ts";
export { type Original, readOriginal } from "./read-original.ts";
export {
  type PassageAnswer,
  type PassageInput,
  passageInput,
  passageOutput,
  readPassage,
} from "./read-passage.ts";
export { readSpeaker, speakerOutput } from "./read-speaker.ts";
export { rehearse } from "./rehearse.ts";
export { removeDocuments, removedOutput } from "./remove-documents.ts";
export {
  filterShape,
  headerShape,
  passageSchema,
  type SearchInput,
  searchInput,
  searchOutput,
  searchPassages,
  summarySchema,
} from "./search-passages.ts";
export { type DocumentInput, documentInput, documentOutput, showDocument } from "./show-document.ts";
