import { type FormattedText, kebab, type MarkedSpan, type Markup } from "../formats/index.ts";
import { captureOf, notesOf, piecesOf } from "./assembly.ts";
import { parseDate } from "./date.ts";
import { enclosedTurns } from "./dispatch-document.ts";
import type { Document, Passage, Reference } from "./document.ts";
import { Draft } from "./draft.ts";
import { fileId } from "./file-id.ts";
import { type MarkedCast, markedCast } from "./marked-voice.ts";
import { marksBeside, orderedMarks, orderedMarkup } from "./markup-order.ts";
import { marksOf } from "./passage-mark.ts";

/**
 * The document that a format's own markup says: its passages, turns and voices are taken as they are marked, and ids are
 * given as to any document. Markup that is out of order or claims words twice is put in order first.
 */
export function markedDocument(formatted: FormattedText, markup: Markup, name: string): Document {
  const { text, places } = formatted;
  const cast = markedCast(markup);
  const { draft, numbered, order } = drafted(text, markup, cast);
  const { passages, turns, labels } = draft;
  const marks = marksIn(text, markup, passages, new Set(order));
  const { series, number } = markup;
  return {
    id: markup.id ?? (series === null || number === null ? fileId(name) : kebab(`${series}-${number}`)),
    kind: markup.kind,
    text,
    title: formatted.title,
    series,
    number,
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
    notes: notesOf(numbered, marks, order),
    references: markup.references.filter((one) => isWithin(one, text)),
    pieces: piecesOf(text, passages, labels, marks),
    places,
    form: [],
  };
}

/** The markup's passages and turns as a draft, with the notes' passages by their numbers, and all numbers in order. */
function drafted(text: string, markup: Markup, cast: MarkedCast) {
  const { passages, turns } = orderedMarkup(text, markup);
  const isMonologue = turns.length === 1 && markup.kind !== "dispatch" && markup.kind !== "transcript";
  const draft = new Draft(text, isMonologue);
  const numbered = new Map<string, string>();
  const order: string[] = [];
  const beginTo = (turn: number): void => {
    while ((draft.turn ?? 0) < turn) {
      const next = turns[draft.turn ?? 0]!;
      draft.beginTurn(cast.voiceOf(next.turn.voice), next.label);
    }
  };
  for (const { kind, start, end, voice, turn, note } of passages) {
    if (turn === null) {
      const id = draft.add(kind, start, end, cast.voiceOf(voice));
      if (note !== null) order.push(note);
      if (note !== null && id !== null) numbered.set(note, id);
    } else {
      beginTo(turn);
      draft.addToTurn(start, end);
    }
  }
  beginTo(turns.length);
  return { draft, numbered, order };
}

/** The marks that the markup gives, those that stand in the words alone, or both. */
function marksIn(
  text: string,
  { marks: given, marksAreSome }: Markup,
  passages: readonly Passage[],
  notes: ReadonlySet<string>,
): MarkedSpan[] {
  const own = orderedMarks(given ?? [], passages);
  if (given !== null && marksAreSome !== true) return own;
  const read = marksOf(text, passages, notes, enclosedTurns(text, passages));
  return orderedMarks([...own, ...marksBeside(own, read)], passages);
}

function isWithin({ start, end }: Reference, text: string): boolean {
  return start >= 0 && start < end && end <= text.length;
}
