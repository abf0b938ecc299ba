/** What can be asked of an archive, and the answers: the same at every door. Pure. */
export { type CheckInput, type CheckRequest, checkInput, type SentFile } from "./check-request.ts";
export { checkHeld, checkText } from "./check-text.ts";
export type { Context } from "./context.ts";
export { DeskError, type DeskErrorCode } from "./desk-error.ts";
export { type FindInput, findInput } from "./find-request.ts";
export { findWords, type Sayings } from "./find-words.ts";
export { heldEdition, heldId, heldPassage } from "./held-edition.ts";
export {
  type PassageAnswer,
  type PassageInput,
  passageInput,
  passageOutput,
  readPassage,
} from "./read-passage.ts";
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
export { textFragment } from "./text-fragment.ts";
