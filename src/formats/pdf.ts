import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";

/** The text of a PDF file. */
export async function readPdf(_bytes: Uint8Array, name: string): Promise<FormattedText> {
  throw new FormatError("unsupported", { name, format: "pdf", reason: "pdf is not read yet" });
}
