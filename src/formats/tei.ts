import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";

export function readTei(_text: string, name: string): FormattedText {
  throw new FormatError("unsupported", { name, format: "tei", reason: "tei is not read yet" });
}
