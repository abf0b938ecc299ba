import { expect } from "vitest";
import { type Document, rebuild, toSource } from "../../src/documents/index.ts";

/** Anything but white space, control characters and invisible marks. */
const WORD = /[^\s\p{Cc}\p{Cf}]/u;

/** What holds of every document, whatever was read. */
export function expectWhole(document: Document): void {
  const { text, pieces, passages, marks, turns } = document;
  expect(rebuild(document)).toBe(text);
  let end = 0;
  for (const piece of pieces) {
    expect(piece.start).toBe(end);
    expect(piece.end).toBeGreaterThan(piece.start);
    if (piece.kind === "separator") expect(text.slice(piece.start, piece.end)).not.toMatch(WORD);
    end = piece.end;
  }
  expect(end).toBe(text.length);
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  for (const [index, passage] of passages.entries()) {
    expect(passage.start).toBeGreaterThanOrEqual(passages[index - 1]?.end ?? 0);
    expect(passage.end).toBeLessThanOrEqual(text.length);
  }
  expect(turns.flatMap((turn) => turn.passages)).toEqual(
    passages.filter(({ turn }) => turn !== null).map(({ id }) => id),
  );
  for (const mark of marks)
    expect(passages.some(({ start, end: to }) => start <= mark.start && mark.end <= to)).toBe(true);
  const segments = toSource(document).segments.toSorted((a, b) => a.start - b.start);
  for (const [index, segment] of segments.entries()) {
    expect(segment.end).toBeGreaterThan(segment.start);
    expect(segment.start).toBeGreaterThanOrEqual(segments[index - 1]?.end ?? 0);
  }
}
