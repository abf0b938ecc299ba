import { type FormattedText, LineIndex } from "../formats/index.ts";

/** Words that stand in the place of `[start, end)`, in UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What it belongs to, such as a pair of marks: edits that belong to the same are made all or not at all. */
  readonly of?: object;
}

/**
 * Edits of a text as edits of its original, decoded; those whose characters do not stand there as such are left out, with
 * all that belong to the same.
 */
export function inOriginal(edits: readonly TextEdit[], text: FormattedText, original: string): TextEdit[] {
  const index = new LineIndex(original);
  const torn = new Set<object>();
  const placed = edits.flatMap((edit) => {
    const { start, end, of } = edit;
    const from = index.offset(text.position(start));
    const to = from + end - start;
    // What stands for these characters may be a reference (&quot;), or lie apart.
    if (original.slice(from, to) === text.text.slice(start, end)) return [{ ...edit, start: from, end: to }];
    if (of !== undefined) torn.add(of);
    return [];
  });
  return placed.filter(({ of }) => of === undefined || !torn.has(of));
}

/** The text with the edits made; of two that overlap the first given counts. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let made = "";
  let at = 0;
  for (const { start, end, words } of apart(edits)) {
    made += text.slice(at, start) + words;
    at = end;
  }
  return made + text.slice(at);
}

/** The edits in the text's order, without those that overlap one given before. */
export function apart(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  const ordered = edits
    .map((edit, rank) => ({ edit, rank }))
    .sort((a, b) => a.edit.start - b.edit.start || a.rank - b.rank);
  for (const { edit } of ordered) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}
