import { printableJson } from "../printable-json.ts";

/** A value as JSON that every reader takes: half of a letter, which JSON could only escape, stands as the sign for what is none. */
export function exportedJson(value: unknown): string {
  return printableJson(value, (_, one) => (typeof one === "string" ? one.toWellFormed() : one));
}
