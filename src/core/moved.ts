import type { Differences, Edit, Passage } from "./edits.ts";
import type { Prepared } from "./prepared.ts";
import type { QuotedTokens } from "./quoted.ts";
import { Flag } from "./tokens.ts";

/** Words that stand in another order: the same words on both sides. */
export interface MovedGroup {
  readonly q: readonly number[];
  readonly s: readonly number[];
}

/** Which edits and leaps are explained by words that only changed places. */
export interface Moves {
  readonly groups: readonly MovedGroup[];
  readonly edits: ReadonlySet<Edit>;
  readonly passages: ReadonlySet<Passage>;
}

/** Edits compared pairwise for a move; beyond this many, a quotation is reworded, not reordered. */
const MOST_EDITS = 12;

/**
 * Finds moves: one edit whose two sides hold the same words ("surely must" for "must surely"), two edits that
 * together do (a word dropped here and added there), and clauses of one sentence that changed places whole.
 */
export function movedEdits(quotation: QuotedTokens, prepared: Prepared, found: Differences): Moves {
  const clauses = movedClauses(prepared, found);
  if (clauses !== null) return { groups: [clauses], edits: new Set(), passages: new Set(found.passages) };
  const edits = found.edits.filter(({ kind }) => kind === "differs");
  const groups: MovedGroup[] = [];
  const explained = new Set<Edit>();
  if (edits.length > MOST_EDITS) return { groups, edits: explained, passages: new Set() };
  edits.forEach((edit, i) => {
    for (const other of edits.slice(i)) {
      if (explained.has(edit) || explained.has(other)) continue;
      const q = other === edit ? edit.q : [...edit.q, ...other.q];
      const s = other === edit ? edit.s : [...edit.s, ...other.s];
      if (!sameWords(quotation, prepared, q, s)) continue;
      groups.push({ q, s });
      explained.add(edit).add(other);
    }
  });
  for (const edit of edits) {
    const from =
      explained.has(edit) || edit.s.length > 0 ? null : beyondEdge(quotation, prepared, found, edit);
    if (from === null) continue;
    groups.push({ q: edit.q, s: from });
    explained.add(edit);
  }
  return { groups, edits: explained, passages: new Set() };
}

/** Words looked at beyond the quotation's ends for ones that moved inside. */
const BEYOND = 12;

/** Where added words stand, in any order, in the source just before the quotation's first or after its last word, in the same sentence; null where they do not. */
function beyondEdge(
  quotation: QuotedTokens,
  prepared: Prepared,
  found: Differences,
  edit: Edit,
): number[] | null {
  const first = found.kept[0]?.[1];
  const last = found.kept[found.kept.length - 1]?.[1];
  if (first === undefined || last === undefined || found.passages.length > 0) return null;
  const { tokens } = prepared;
  const { q } = edit;
  if (q.length > BEYOND) return null;
  const standsAt = (s: number): boolean => s >= 0 && sameWords(quotation, prepared, q, range(s, q.length));
  const isOneSentence = (from: number, to: number): boolean => {
    for (let s = from + 1; s <= to; s++) if ((tokens.flags[s]! & Flag.sentenceBefore) !== 0) return false;
    return true;
  };
  for (let s = last + 1; s + q.length <= Math.min(tokens.count, last + 1 + BEYOND); s++)
    if (standsAt(s) && isOneSentence(last, s + q.length - 1)) return range(s, q.length);
  for (let s = first - q.length; s >= Math.max(0, first - BEYOND); s--)
    if (standsAt(s) && isOneSentence(s, first)) return range(s, q.length);
  return null;
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, k) => from + k);
}

function sameWords(
  quotation: QuotedTokens,
  prepared: Prepared,
  q: readonly number[],
  s: readonly number[],
): boolean {
  if (q.length !== s.length || q.length === 0) return false;
  const left = q.map((i) => quotation.word[i]!).sort((a, b) => a - b);
  const right = s.map((place) => prepared.tokens.word[place]!).sort((a, b) => a - b);
  return left.every((word, i) => word >= 0 && word === right[i]);
}

/** Leaps back and forth inside one sentence that in the end leave no word out: the sentence's clauses in another order. */
function movedClauses(prepared: Prepared, found: Differences): MovedGroup | null {
  const unmarked = found.passages.every(({ marked }) => !marked);
  if (
    found.passages.length === 0 ||
    !unmarked ||
    found.edits.length > 0 ||
    !found.passages.some(({ from, to }) => to <= from)
  )
    return null;
  const places = found.kept.map(([, s]) => s).sort((a, b) => a - b);
  const [first, last] = [places[0]!, places[places.length - 1]!];
  const { flags } = prepared.tokens;
  for (let i = first + 1; i <= last; i++) if ((flags[i]! & Flag.sentenceBefore) !== 0) return null;
  const spoken = new Set(places);
  for (let i = first; i <= last; i++) if ((flags[i]! & Flag.supplied) === 0 && !spoken.has(i)) return null;
  return { q: found.kept.map(([q]) => q), s: places };
}
