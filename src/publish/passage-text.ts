import type { Document, Passage } from "../documents/index.ts";

/** Marks that stand around a passage's words and are none: the answer's own quotation marks, and markers of notes. */
const AROUND = new Set(["open", "close", "note-marker"]);

/** A passage's words without the marks around them; brackets and … stay. */
export function passageText({ text, marks }: Document, { start, end }: Passage): string {
  let words = "";
  let at = start;
  for (const mark of marks) {
    if (!AROUND.has(mark.kind) || mark.start < at || mark.end > end) continue;
    words += text.slice(at, mark.start);
    at = mark.end;
  }
  return (words + text.slice(at, end)).trim();
}
