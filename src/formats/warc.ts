import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";

export function readWarc(_bytes: Uint8Array, name: string): FormattedText {
  throw new FormatError("unsupported", { name, format: "warc", reason: "warc is not read yet" });
}

export function warcPages(bytes: Uint8Array, name: string): readonly { name: string; bytes: Uint8Array }[] {
  return [{ name, bytes }];
}
