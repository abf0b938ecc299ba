import { declaredCharset, decode } from "./encoding.ts";
import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlain } from "./plain.ts";
import { formatOfBytes, formatOfEnding } from "./signature.ts";

type Format = FormattedText["format"];

const FORMATS = new Map<string, Format>([
  ["txt", "plain"],
  ["text", "plain"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["mdown", "markdown"],
  ["mkd", "markdown"],
  ["mkdn", "markdown"],
  ["mdx", "markdown"],
  ["qmd", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["xht", "html"],
]);

/** What a page may begin with before its first tag: an XML declaration, comments, white space. */
const HTML_START =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html)(?=[\s>])/i;

/** Enough to see the first tag behind a comment or two. */
const START_LENGTH = 4096;

function ending(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const dot = file.lastIndexOf(".");
  return dot > 0 ? file.slice(dot + 1).toLowerCase() : "";
}

function refuseKnownFormats(bytes: Uint8Array, name: string): void {
  const format = formatOfEnding(ending(name)) ?? formatOfBytes(bytes);
  if (format === null) return;
  const reason = `${format} is not a format that can be read; save it as plain text, Markdown or HTML`;
  throw new FormatError("unsupported", { name, format, reason });
}

function isHtml(bytes: Uint8Array): boolean {
  return HTML_START.test(decode(bytes.subarray(0, START_LENGTH)).text);
}

/** Text in which a NUL stands is none, once UTF-16 has been read as what it is. */
function refuseBinary(text: string, name: string): void {
  if (!text.includes("\0")) return;
  throw new FormatError("binary", { name, format: null, reason: "it has NUL bytes, so it is no text" });
}

/**
 * Reads a file's bytes. The format is told by the ending of `name` (`.txt`, `.md`, `.html` and the like); where the
 * ending is missing or unknown, a page that begins as HTML is read as HTML and all else as plain text.
 * Throws a {@link FormatError}: `unsupported` for a known format that is not text, `binary` for other bytes with NULs.
 */
export function readText(bytes: Uint8Array, name: string): FormattedText {
  refuseKnownFormats(bytes, name);
  const format = FORMATS.get(ending(name)) ?? (isHtml(bytes) ? "html" : "plain");
  const { text } = decode(bytes, format === "html" ? declaredCharset(bytes) : null);
  refuseBinary(text, name);
  if (format === "html") return readHtml(text);
  return format === "markdown" ? readMarkdown(text) : readPlain(text);
}
