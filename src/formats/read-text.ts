import { capturedText, pageIn } from "./captured-page.ts";
import { declaredCharset, decode } from "./encoding.ts";
import { FormatError } from "./format-error.ts";
import { formatOf } from "./format-of.ts";
import type { FormatName, FormattedText } from "./formatted-text.ts";
import { readHtml } from "./html.ts";
import { readJsonLine } from "./json-line.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlain } from "./plain.ts";
import { readSubtitles } from "./subtitles.ts";
import { readTei } from "./tei.ts";

/** Text in which a NUL stands is none, once UTF-16 has been read as what it is. */
function refuseBinary(text: string, name: string): void {
  if (!text.includes("\0")) return;
  throw new FormatError("binary", { name, format: null, reason: "it has NUL bytes, so it is no text" });
}

/**
 * Reads a file's bytes, of any format that is text: all but PDF and DOCX, which `readFile` reads. The format is told as
 * {@link formatOf} says. Throws a {@link FormatError}: `unsupported` for a known format that is not text, `binary` for
 * other bytes with NULs, `damaged` and `no-text` for what holds no text in its format, `too-complex`. Of a WARC file the
 * one page is read that it holds.
 */
export function readText(bytes: Uint8Array, name: string): FormattedText {
  const page = pageIn(bytes, name);
  if (page === null) return readWith(bytes, name, null);
  return capturedText(readWith(page.bytes, page.name, page.charset), page);
}

/** `charset`: what a server said of the bytes. */
function readWith(bytes: Uint8Array, name: string, charset: string | null): FormattedText {
  const format = formatOf(bytes, name);
  if (format === "pdf" || format === "docx" || format === "warc")
    throw new FormatError("unsupported", { name, format, reason: `${format} is read by readFile` });
  const declared = format === "html" || format === "tei" ? declaredCharset(bytes) : null;
  const { text } = decode(bytes, charset ?? declared);
  refuseBinary(text, name);
  return READERS[format](text, name);
}

const READERS: Record<
  Exclude<FormatName, "pdf" | "docx" | "warc">,
  (text: string, name: string) => FormattedText
> = {
  plain: readPlain,
  markdown: readMarkdown,
  html: readHtml,
  subtitles: readSubtitles,
  tei: readTei,
  "json-lines": readJsonLine,
};
