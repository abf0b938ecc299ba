export { CodePoints } from "./code-points.ts";
export type { DocumentRecord } from "./document-record.ts";
export { encode, isMarked } from "./encoded.ts";
export { type Decoded, declaredCharset, decode } from "./encoding.ts";
export { FormatError, type FormatErrorCode, type FormatErrorData } from "./format-error.ts";
export { endingOf, FILE_ENDINGS, FORMATS_IN_WORDS, formatOf, formatOfName } from "./format-of.ts";
export {
  type Block,
  type BlockKind,
  type FormatName,
  type FormattedText,
  hasLines,
  type Position,
  type Remark,
} from "./formatted-text.ts";
export { readHtml } from "./html.ts";
export { recordName, recordOf } from "./json-line.ts";
export { kebab } from "./kebab.ts";
export { LineIndex } from "./line-index.ts";
export { readMarkdown } from "./markdown.ts";
export type * from "./markup.ts";
export { type PartName, partName, readPartName } from "./part-name.ts";
export { type Place, type PlacedSpan, placeAt, placeLabel } from "./place.ts";
export { readPlain } from "./plain.ts";
export { quotationMarks } from "./quotation-marks.ts";
export { readFile } from "./read-file.ts";
export { readText } from "./read-text.ts";
export { type Reader, TEXT_READER } from "./reader.ts";
export { readTei } from "./tei.ts";
export { holdsSeveral, type Part, unpack } from "./unpack.ts";
