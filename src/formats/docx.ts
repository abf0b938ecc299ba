import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";

/** The text of a DOCX file. */
export async function readDocx(_bytes: Uint8Array, name: string): Promise<FormattedText> {
  throw new FormatError("unsupported", { name, format: "docx", reason: "docx is not read yet" });
}
