import type { FormattedText, Markup } from "../formats/index.ts";
import { captureOf, notesOf, piecesOf } from "./assembly.ts";
import { parseDate } from "./date.ts";
import { enclosedTurns } from "./dispatch-document.ts";
import type { Document, Mark } from "./document.ts";
import { Draft } from "./draft.ts";
import { fileId, kebab } from "./file-id.ts";
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
  const marks =
    markup.marks ??
    withThirdParties(
      marksOf(text, passages, notes, enclosedTurns(text, passages)),
      markup.thirdParties ?? [],
    );
  return {
    id: statedId(markup) ?? fileId(name),
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

/**
 * The document that a text is by its form, with what its format's markup says of the header: what that says wins, for it
 * was written to say it.
 */
export function withStatedHeader(read: Document, formatted: FormattedText, markup: Markup): Document {
  const { speakers, kind } = markup;
  return {
    ...read,
    id: statedId(markup) ?? read.id,
    kind: read.kind === "plain" ? kind : read.kind,
    title: formatted.title ?? read.title,
    series: markup.series ?? read.series,
    number: markup.number ?? read.number,
    date: markup.date ?? read.date,
    subject: markup.subject ?? read.subject,
    outlet: formatted.outlet ?? read.outlet,
    sourceDate: markup.sourceDate ?? read.sourceDate,
    language: formatted.language ?? read.language,
    speakers: speakers.length > 0 ? speakers : read.speakers,
    interviewer: markup.interviewer ?? read.interviewer,
  };
}

/** The id that the format gives, as the archive writes ids; null where it gives none. */
function statedId({ id }: Markup): string | null {
  return id === null ? null : kebab(id) || null;
}

/** Marks with third parties' words that the format names; what was read of the same words as a third party's gives way. */
function withThirdParties(marks: readonly Mark[], named: readonly Mark[]): readonly Mark[] {
  if (named.length === 0) return marks;
  const overlaps = (mark: Mark): boolean => named.some((one) => one.start < mark.end && mark.start < one.end);
  return [...marks.filter((mark) => mark.kind !== "quoted" || !overlaps(mark)), ...named].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}
