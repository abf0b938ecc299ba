import type { Edition } from "../archive/index.ts";
import type { Document, Passage } from "../documents/index.ts";

/** An original in a line of JSON: as it is where it is UTF-8 text, else in base64. */
export type ExportedOriginal = { readonly text: string } | { readonly base64: string };

/**
 * A version as a line of an export: what brings it into another archive as it is, and what other programs read of it. It
 * is a record of `schema/document.v1.json`. `unnumbered`: another document is known by its series and number.
 */
export function exportedRecord(edition: Edition, original: ExportedOriginal, unnumbered: boolean) {
  const { id, version, origin, sha256, added, document } = edition;
  const { kind, title, series, number, date, subject, outlet, sourceDate, language } = document;
  const { speakers, interviewer, capture } = document;
  const notes = new Map(document.notes.map((note) => [note.passage, note.number]));
  return {
    id,
    version,
    origin,
    sha256,
    added,
    ...(unnumbered ? { unnumbered } : {}),
    kind,
    title,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate,
    language,
    speakers,
    interviewer,
    ...(capture === null ? {} : { address: capture.address, captured: capture.date }),
    passages: document.passages.map((passage) => passageRecord(passage, document, notes)),
    original,
  };
}

function passageRecord(
  { id, kind, start, end, voice, turn }: Passage,
  { text, marks }: Document,
  notes: ReadonlyMap<string | null, string>,
) {
  const note = notes.get(id);
  const quoted = quotedWithin(marks, start, end);
  return {
    id,
    kind,
    role: voice.kind,
    speaker: voice.name,
    turn,
    ...(note === undefined ? {} : { note }),
    text: text.slice(start, end),
    ...(quoted.length === 0
      ? {}
      : {
          quoted: quoted.map((mark) => ({ text: text.slice(mark.start, mark.end), name: mark.name })),
        }),
  };
}

/** Third parties' words inside of a passage; of some that stand in others', the outer ones. `marks` are in text order. */
function quotedWithin(marks: Document["marks"], start: number, end: number): Document["marks"] {
  const found: Document["marks"][number][] = [];
  for (let index = firstFrom(marks, start); index < marks.length && marks[index]!.start < end; index++) {
    const mark = marks[index]!;
    const isInner = found.length > 0 && mark.start < found.at(-1)!.end;
    if (mark.kind === "quoted" && mark.end <= end && !isInner && mark.end > mark.start) found.push(mark);
  }
  return found;
}

/** Index of the first mark that starts at `start` or behind it. */
function firstFrom(marks: Document["marks"], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (marks[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
