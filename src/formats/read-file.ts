import { capturedText, pageIn } from "./captured-page.ts";
import { formatOf } from "./format-of.ts";
import type { FormattedText } from "./formatted-text.ts";
import { readText } from "./read-text.ts";

/**
 * Reads a file's bytes, of any format that is read; PDF and DOCX bring their readers with them when they are first met.
 * Throws a `FormatError` as `readText` does, and `locked` and `too-complex`.
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<FormattedText> {
  const format = formatOf(bytes, name);
  if (format === "pdf") return (await import("./pdf.ts")).readPdf(bytes, name);
  if (format === "docx") return (await import("./docx.ts")).readDocx(bytes, name);
  const page = pageIn(bytes, name);
  const isPacked = page !== null && ["pdf", "docx"].includes(formatOf(page.bytes, page.name));
  return isPacked ? capturedText(await readFile(page.bytes, page.name), page) : readText(bytes, name);
}
