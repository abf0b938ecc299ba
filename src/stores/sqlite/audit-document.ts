import { type Edition, summaryOf } from "../../archive/index.ts";
import type { Span } from "../../core/index.ts";
import { type Document, languageOf } from "../../documents/index.ts";
import { type DocumentRow, summaryOfRow } from "./document-row.ts";

/** What is wrong with a document's offsets and with the names that its parts have for each other; null where nothing is. */
export function misplaced(document: Document): string | null {
  const { text, passages, turns, marks, notes, references, pieces, form } = document;
  const ids = new Set(passages.map(({ id }) => id));
  const labels = turns.flatMap(({ label }) => (label === null ? [] : [label]));
  const markers = notes.flatMap((note) => note.markers);
  const isInside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
  for (const [name, spans] of Object.entries({ passages, marks, labels, markers, references, pieces, form }))
    if (!spans.every(isInside)) return `${name} are outside of its text`;
  if (!isAscending(passages)) return "passages are out of order";
  if (!turns.every((turn) => turn.passages.every((id) => ids.has(id))))
    return "a turn has a passage that is none";
  if (!notes.every(({ passage }) => passage === null || ids.has(passage))) return "a note has no passage";
  return coversAll(pieces, text.length) ? null : "pieces leave some of its text out";
}

function isAscending(spans: readonly Span[]): boolean {
  return spans.every(({ start }, i) => i === 0 || spans[i - 1]!.end <= start);
}

function coversAll(pieces: readonly Span[], length: number): boolean {
  let end = 0;
  for (const piece of pieces) {
    if (piece.start !== end) return false;
    end = piece.end;
  }
  return end === length;
}

/** Whether a document's row says what its latest version's header does. */
export function isSummarised({ document, version }: Edition, row: DocumentRow): boolean {
  const known = { id: row.name, version, words: row.words, written: languageOf(document.text) };
  return JSON.stringify(summaryOf(document, known)) === JSON.stringify(summaryOfRow(row));
}
