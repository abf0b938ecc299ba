import type { Span } from "../core/index.ts";
import type { FormattedText } from "../formats/index.ts";
import type { Document, Mark, Note, Passage, Piece } from "./document.ts";

/** Marks that are no words of a passage; brackets of supplied words and third parties' words are words of it. */
const WORDLESS: ReadonlySet<Mark["kind"]> = new Set(["open", "close", "note-marker", "omission", "stage"]);

/** What stands between passages and is more than white space and invisible marks: a label that nothing follows. */
const LABELLED = /[^\s\p{Cc}\p{Cf}](?:[\s\S]*[^\s\p{Cc}\p{Cf}])?/u;

/** The pieces of a text: contiguous, in order, from 0 to its length, none empty. */
export function piecesOf(
  text: string,
  passages: readonly Passage[],
  labels: readonly Span[],
  marks: readonly Mark[],
): Piece[] {
  const pieces: Piece[] = [];
  const wordless = marks.filter((mark) => WORDLESS.has(mark.kind));
  let next = 0;
  let end = 0;
  const add = (kind: Piece["kind"], to: number): void => {
    if (to > end) pieces.push({ kind, start: end, end: to });
    end = Math.max(end, to);
  };
  const between = (to: number): void => {
    const from = end;
    const label = LABELLED.exec(text.slice(from, to));
    if (label !== null) {
      add("separator", from + label.index);
      add("label", from + label.index + label[0].length);
    }
    add("separator", to);
  };
  const isLabel = new Set(labels);
  const spans = [...passages, ...labels].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const span of spans) {
    between(span.start);
    if (isLabel.has(span)) add("label", span.end);
    else {
      while (next < wordless.length && wordless[next]!.start < end) next++;
      for (; next < wordless.length && wordless[next]!.end <= span.end; next++) {
        add("passage", wordless[next]!.start);
        add("mark", wordless[next]!.end);
      }
      add("passage", span.end);
    }
  }
  between(text.length);
  return pieces;
}

/** A document's notes with where their markers stand; a marker without a note has one whose passage is null. */
export function notesOf(
  passages: ReadonlyMap<string, string>,
  marks: readonly Mark[],
  order: readonly string[],
): Note[] {
  const markers = new Map<string, Span[]>(order.map((number) => [number, []]));
  for (const mark of marks) {
    if (mark.kind !== "note-marker") continue;
    const spans = markers.get(mark.name!) ?? [];
    spans.push({ start: mark.start, end: mark.end });
    markers.set(mark.name!, spans);
  }
  return [...markers].map(([number, spans]) => ({
    number,
    passage: passages.get(number) ?? null,
    markers: spans,
  }));
}

/** Where a text was got from, and when, as its format says it. */
export function captureOf({ address, captured }: FormattedText): Document["capture"] {
  return address === null ? null : { address, date: captured };
}
