import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";

export function readSubtitles(_text: string, name: string): FormattedText {
  throw new FormatError("unsupported", { name, format: "subtitles", reason: "subtitles is not read yet" });
}
