import type { FormattedText } from "../formats/index.ts";
import { captureOf, notesOf, piecesOf } from "./assembly.ts";
import { readCredit } from "./caption.ts";
import { findDates } from "./date.ts";
import type { Dispatch } from "./dispatch.ts";
import { formProblemsOf } from "./dispatch-form.ts";
import type { Document, Mark, Reference } from "./document.ts";
import { opensQuotation } from "./enclosure.ts";
import { kebab } from "./file-id.ts";
import { statedLanguage } from "./language.ts";
import { marksOf } from "./passage-mark.ts";
import { referencesIn } from "./reference.ts";

/** The document that a dispatch is. */
export function dispatchDocument(formatted: FormattedText, dispatch: Dispatch): Document {
  const { text, places } = formatted;
  const { draft, lines } = dispatch;
  const { passages, turns, labels } = draft;
  const numbers = dispatch.notes.map((note) => note.number);
  const marks = marksOf(text, passages, new Set(numbers), enclosedTurns(text, draft.passages));
  const byNumber = new Map(
    dispatch.notes.flatMap((note) => (note.passage === null ? [] : [[note.number, note.passage]])),
  );
  const notes = notesOf(byNumber, marks, numbers);
  const series = lines.find((line) => line.series !== null)?.series ?? null;
  const number = lines.find((line) => line.number !== null)?.number ?? null;
  const source = sourceOf(text, dispatch, marks);
  return {
    id: `${kebab(series ?? "dispatch")}-${number}`,
    kind: "dispatch",
    text,
    title: dispatch.title,
    series,
    number,
    date: lines.find((line) => line.date !== null)?.date ?? null,
    subject: lines.find((line) => line.subject !== null)?.subject ?? null,
    outlet: source.outlet,
    sourceDate: source.date,
    language: statedLanguage(
      dispatch.summary + dispatch.openings.map((span) => text.slice(span.start, span.end)).join(" "),
    ),
    capture: captureOf(formatted),
    speakers: dispatch.speakers,
    interviewer: dispatch.interviewer,
    passages,
    turns,
    marks,
    notes,
    references: referencesOf(text, dispatch, series),
    pieces: piecesOf(text, passages, labels, marks),
    places,
    form: formProblemsOf(text, dispatch, passages, notes),
  };
}

/** A turn stands between quotation marks where its first paragraph opens with one. */
export function enclosedTurns(text: string, passages: Document["passages"]): (turn: number) => boolean {
  const enclosed = new Set<number>();
  const seen = new Set<number>();
  for (const { turn, start } of passages) {
    if (turn === null || seen.has(turn)) continue;
    seen.add(turn);
    if (opensQuotation(text, start)) enclosed.add(turn);
  }
  return (turn) => enclosed.has(turn);
}

/**
 * Where the excerpts come from: the note that the opening line's marker leads to, else the one note that is an outlet
 * and a date alone, else a caption's credit. The date may also stand in the summary, or in
 * the opening line.
 */
function sourceOf(text: string, dispatch: Dispatch, marks: readonly Mark[]) {
  const credits = [
    ...sourceNotes(text, dispatch, marks),
    ...dispatch.captions.flatMap(({ credit }) => credit ?? []),
  ];
  const outlet = credits.find((credit) => credit.outlet !== null)?.outlet ?? null;
  const openings = dispatch.openings.map((span) => text.slice(span.start, span.end)).join(" ");
  const date =
    credits.find((credit) => credit.date !== null)?.date ??
    findDates(dispatch.summary.slice(0, 2000))[0]?.iso ??
    findDates(openings.slice(0, 2000))[0]?.iso ??
    null;
  return { outlet, date };
}

/** Longest source note: an outlet, its country, a date. A longer note is a comment. */
const LONGEST_SOURCE = 120;

function sourceNotes(text: string, dispatch: Dispatch, marks: readonly Mark[]) {
  const leads = new Set(
    marks
      .filter(
        (mark) =>
          mark.kind === "note-marker" &&
          dispatch.openings.some((span) => span.start <= mark.start && mark.end <= span.end),
      )
      .map((mark) => mark.name),
  );
  const short = dispatch.notes.filter((note) => note.unit.end - note.label.end <= LONGEST_SOURCE);
  const led = short.filter((note) => leads.has(note.number));
  const credits = (led.length > 0 ? led : short)
    .map((note) => readCredit(text.slice(note.label.end, note.unit.end)))
    .filter(
      (credit) => credit.date !== null && !/[.?!]\s|\b(?:See|see|is|was|are|No)\b/u.test(credit.outlet ?? ""),
    );
  // Of several sources that no opening leads to, none is the source.
  return led.length > 0 || credits.length === 1 ? credits : [];
}

function referencesOf(text: string, dispatch: Dispatch, series: string | null): Reference[] {
  const known = series === null ? [] : [series];
  return dispatch.draft.passages
    .filter((passage) => passage.kind === "note" || passage.kind === "summary" || passage.kind === "opening")
    .flatMap((passage) => referencesIn(text, passage.start, passage.end, known));
}
