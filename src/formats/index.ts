export { type Decoded, decode } from "./encoding.ts";
export { FormatError, type FormatErrorCode, type FormatErrorData } from "./format-error.ts";
export type { Block, BlockKind, FormattedText, Position } from "./formatted-text.ts";
export { readHtml } from "./html.ts";
export { readMarkdown } from "./markdown.ts";
export { readPlain } from "./plain.ts";
export { readText } from "./read-text.ts";
