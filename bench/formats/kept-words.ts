import { diffArrays } from "diff";
import type { Sheet } from "./sheet.ts";

/** Words as they are compared: letters and digits of any script, folded as a reader would not see a difference. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\u00ad/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** The words of a sheet in the order they are read in: markers where they stand, notes after the text. */
export function sheetWords({ blocks }: Sheet): string[] {
  const notes: string[] = [];
  const body = blocks.map(({ text, note }) => (note === null ? text : `${text} ${notes.push(note)}`));
  return wordsOf([...body, ...notes.map((note, i) => `${i + 1} ${note}`)].join("\n"));
}

/** How many of the words that were printed come back, in their order (a longest common subsequence). */
export function keptWords(printed: readonly string[], read: readonly string[]): number {
  return diffArrays([...printed], [...read])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
}
