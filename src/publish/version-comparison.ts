import { diffArrays, diffWords } from "diff";
import type { Document, Passage } from "../documents/index.ts";

/** Passages of two versions that differ, at most, before they are compared by their places alone: each more costs more. */
const MOST_PASSAGES = 1000;
/** Words of a passage that differ, at most, before it is shown as another one. */
const MOST_WORDS = 1000;
/** Passages whose words are compared, at most: no reader compares more. */
const MOST_COMPARED = 500;

/** A stretch of a passage that only one of the versions has, or both. */
export interface ComparedWords {
  readonly text: string;
  readonly changed: boolean;
}

/** A passage of one version beside its like of the other; null where the other has none. */
export interface ComparedPassage {
  readonly kind: "same" | "changed" | "removed" | "added";
  readonly older: Passage | null;
  readonly newer: Passage | null;
  /** The words of each side; of what has no like all are changed. */
  readonly olderWords: readonly ComparedWords[];
  readonly newerWords: readonly ComparedWords[];
}

/** Two versions of a document, passage beside passage, in the order of their texts. */
export function compareVersions(older: Document, newer: Document): ComparedPassage[] {
  const [before, after] = [textsOf(older), textsOf(newer)];
  const rows: ComparedPassage[] = [];
  let [i, j, compared] = [0, 0, 0];
  const same = (count: number): void => {
    for (let k = 0; k < count; k++, i++, j++)
      rows.push({
        kind: "same",
        older: older.passages[i]!,
        newer: newer.passages[j]!,
        olderWords: [{ text: before[i]!, changed: false }],
        newerWords: [{ text: after[j]!, changed: false }],
      });
  };
  const differing = (removed: number, added: number): void => {
    for (let k = 0; k < Math.max(removed, added); k++) {
      const [a, b] = [k < removed ? i + k : null, k < added ? j + k : null];
      const words =
        a === null || b === null || compared++ >= MOST_COMPARED ? null : compareWords(before[a]!, after[b]!);
      rows.push({
        kind: a === null ? "added" : b === null ? "removed" : "changed",
        older: a === null ? null : older.passages[a]!,
        newer: b === null ? null : newer.passages[b]!,
        olderWords: words?.older ?? (a === null ? [] : [{ text: before[a]!, changed: true }]),
        newerWords: words?.newer ?? (b === null ? [] : [{ text: after[b]!, changed: true }]),
      });
    }
    i += removed;
    j += added;
  };
  let [removed, added] = [0, 0];
  for (const change of changesOf(before, after)) {
    if (change.removed) removed += change.count;
    else if (change.added) added += change.count;
    else {
      differing(removed, added);
      [removed, added] = [0, 0];
      same(change.count);
    }
  }
  differing(removed, added);
  return rows;
}

interface Change {
  readonly removed: boolean;
  readonly added: boolean;
  readonly count: number;
}

/** What changed between two rows of texts. Rows that have little in common are laid beside each other as they stand. */
function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  const found = diffArrays([...before], [...after], { maxEditLength: MOST_PASSAGES });
  if (found !== undefined) return found;
  const fewer = Math.min(before.length, after.length);
  const changes: Change[] = [];
  for (let k = 0; k < fewer; k++)
    if (before[k] === after[k]) changes.push({ removed: false, added: false, count: 1 });
    else changes.push({ removed: true, added: false, count: 1 }, { removed: false, added: true, count: 1 });
  if (before.length > fewer) changes.push({ removed: true, added: false, count: before.length - fewer });
  if (after.length > fewer) changes.push({ removed: false, added: true, count: after.length - fewer });
  return changes;
}

/** Cuts words in any script: not all put spaces between them. */
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "word" });

/** Two texts word by word; null where they have too little in common. */
export function compareWords(
  older: string,
  newer: string,
): { readonly older: ComparedWords[]; readonly newer: ComparedWords[] } | null {
  const changes = diffWords(older, newer, { intlSegmenter: SEGMENTER, maxEditLength: MOST_WORDS });
  if (changes === undefined) return null;
  const side = (text: string, other: "added" | "removed"): ComparedWords[] => {
    const words: ComparedWords[] = [];
    let at = 0;
    for (const change of changes) {
      if (change[other]) continue;
      // What both have is told as the newer text spaces it: lengths are of letters, spaces are the text's own.
      const end = endOf(text, at, change.value);
      const changed = change.added || change.removed;
      const space = changed ? Math.min(end, at + text.slice(at, end).search(/\S|$/u)) : at;
      if (space > at) words.push({ text: text.slice(at, space), changed: false });
      if (end > space) words.push({ text: text.slice(space, end), changed });
      at = end;
    }
    if (at < text.length) words.push({ text: text.slice(at), changed: false });
    return words;
  };
  return { older: side(older, "added"), newer: side(newer, "removed") };
}

/** Where the letters of `value` end in `text`, from `at` on, whatever spaces stand between them. */
function endOf(text: string, at: number, value: string): number {
  let end = at;
  for (const letter of value.replace(/\s+/gu, "")) {
    while (/\s/u.test(text[end] ?? "")) end++;
    end += letter.length;
  }
  return end;
}

function textsOf({ text, passages }: Document): string[] {
  return passages.map(({ start, end }) => text.slice(start, end));
}
