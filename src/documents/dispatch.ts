import type { Span } from "../core/index.ts";
import type { Caption } from "./caption.ts";
import { BodyReader } from "./dispatch-body.ts";
import type { HeaderLine } from "./dispatch-header.ts";
import { layoutOf } from "./dispatch-layout.ts";
import type { NoteUnit } from "./dispatch-note.ts";
import type { Speaker } from "./document.ts";
import { Draft } from "./draft.ts";
import type { Unit } from "./unit.ts";

/** A dispatch as it was read, before its marks are found. */
export interface Dispatch {
  readonly draft: Draft;
  readonly lines: readonly HeaderLine[];
  readonly title: string | null;
  readonly captions: readonly Caption[];
  readonly openings: readonly Span[];
  readonly notes: readonly NoteUnit[];
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
  /** The editor's text above the excerpts. */
  readonly summary: string;
}

/** Reads a dispatch, or null where the text has not its form: a series with a number, a date, and excerpts or notes. */
export function readDispatch(text: string, units: readonly Unit[]): Dispatch | null {
  const layout = layoutOf(text, units);
  if (layout === null) return null;
  const { masthead } = layout;
  const draft = new Draft(text);
  const titles = new Set(masthead.titles);
  for (const unit of masthead.units) draft.add(titles.has(unit) ? "title" : "header", unit.start, unit.end);
  const reading = new BodyReader(text, draft, layout);
  for (const unit of layout.above) reading.addAbove(unit);
  reading.addBody();
  const notes = layout.notes.map((note) => ({ ...note, passage: addNote(draft, note) }));
  const title = masthead.titles[0];
  return {
    draft,
    lines: masthead.lines,
    title: title === undefined ? null : text.slice(title.start, title.end).replace(/\s+/gu, " "),
    captions: reading.captions,
    openings: reading.openings,
    notes,
    speakers: reading.speakers(),
    interviewer: reading.parties.interviewer,
    summary: reading.summary,
  };
}

function addNote(draft: Draft, note: NoteUnit): string | null {
  draft.addLabel(note.label);
  const first = draft.add("note", note.label.end, note.unit.end);
  for (const unit of note.more) draft.add("note", unit.start, unit.end);
  return first;
}
