import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";

export function readJsonLine(_text: string, name: string): FormattedText {
  throw new FormatError("unsupported", { name, format: "json-line", reason: "json-line is not read yet" });
}

export function jsonLines(bytes: Uint8Array, name: string): readonly { name: string; bytes: Uint8Array }[] {
  return [{ name, bytes }];
}
