import type { FormattedText } from "../../src/formats/index.ts";

/** A text's blocks, each as its kind, its level where it has one, and its words. */
export function shown({ text, blocks }: FormattedText): string[] {
  return blocks.map(({ kind, level, start, end }) => `${kind}${level || ""}: ${text.slice(start, end)}`);
}
