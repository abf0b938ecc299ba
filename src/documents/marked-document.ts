import type { FormattedText, Markup } from "../formats/index.ts";
import { captureOf, notesOf, piecesOf } from "./assembly.ts";
import { parseDate } from "./date.ts";
import { enclosedTurns } from "./dispatch-document.ts";
import type { Document, Mark } from "./document.ts";
import { Draft } from "./draft.ts";
import { fileId } from "./file-id.ts";
import { markedCast } from "./marked-voice.ts";
import { marksOf } from "./passage-mark.ts";

/**
 * The document that a format's own markup says: its passages, turns and voices are taken as they are marked, and ids are
 * given as to any document. `markup` must be the text's own.
 */
export function markedDocument(formatted: FormattedText, markup: Markup, name: string): Document {
  const { text, places } = formatted;
  const cast = markedCast(markup);
  const draft = new Draft(text, markup.kind !== "dispatch" && markup.turns.length === 1);
  const numbered = new Map<string, string>();
  for (const { kind, start, end, voice, turn, note } of markup.passages) {
    if (turn === null) {
      const id = draft.add(kind, start, end, cast.voiceOf(voice));
      if (id !== null && note !== null) numbered.set(note, id);
      continue;
    }
    while ((draft.turn ?? 0) < turn) {
      const { voice, label } = markup.turns[draft.turn ?? 0]!;
      draft.beginTurn(cast.voiceOf(voice), label);
    }
    draft.addToTurn(start, end);
  }
  const { passages, turns, labels } = draft;
  const notes = new Set(numbered.keys());
  const read = (): Mark[] => marksOf(text, passages, notes, enclosedTurns(text, passages));
  const { marks: given, marksAreSome } = markup;
  const marks = given === null ? read() : marksAreSome === true ? besideThem(given, read()) : given;
  return {
    id: markup.id ?? fileId(name),
    kind: markup.kind,
    text,
    title: formatted.title,
    series: markup.series,
    number: markup.number,
    date: markup.date ?? (formatted.published === null ? null : parseDate(formatted.published)),
    subject: markup.subject,
    outlet: formatted.outlet,
    sourceDate: markup.sourceDate,
    language: formatted.language,
    capture: captureOf(formatted),
    speakers: cast.speakers,
    interviewer: cast.interviewer,
    passages,
    turns,
    marks,
    notes: notesOf(numbered, marks, [...notes]),
    references: markup.references,
    pieces: piecesOf(text, passages, labels, marks),
    places,
    form: [],
  };
}

/** Marks that a format gives, and those read from the words that do not stand in their place. Both are in text order. */
function besideThem(given: readonly Mark[], read: readonly Mark[]): Mark[] {
  let next = 0;
  const beside = read.filter((mark) => {
    while (next < given.length && given[next]!.end <= mark.start) next++;
    const other = given[next];
    return other === undefined || other.kind !== mark.kind || other.start >= mark.end;
  });
  return [...given, ...beside].sort((a, b) => a.start - b.start || b.end - a.end);
}
