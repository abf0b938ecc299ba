import { type Masthead, readMasthead } from "./dispatch-header.ts";
import { type NoteUnit, readNotes } from "./dispatch-note.ts";
import { candidatesOf, labelsOf, type PlacedLabel } from "./label-set.ts";
import { isOpening, openingSentence } from "./opening.ts";
import type { Unit } from "./unit.ts";

/** The parts of a dispatch's units, before anything is added to a draft. */
export interface Layout {
  readonly masthead: Masthead;
  /** Summary and captions. */
  readonly above: readonly Unit[];
  readonly body: readonly Unit[];
  readonly notes: readonly NoteUnit[];
  /** Their units are counted in `body`. */
  readonly labels: readonly PlacedLabel[];
}

/** The layout of a dispatch, or null where the text has not its form: a series with a number, and what it prints. */
export function layoutOf(text: string, units: readonly Unit[]): Layout | null {
  const masthead = readMasthead(text, units);
  if (masthead === null) return null;
  const { rest, notes } = readNotes(text, masthead.rest);
  const opening = rest.findIndex((unit) => isOpening(text, unit) || openingSentence(text, unit) !== null);
  const from = Math.max(opening, 0);
  const below = rest.slice(from);
  const labels = labelsOf(text, below, candidatesOf(text, below), true).map((label) => ({
    ...label,
    unit: label.unit + from,
  }));
  const start = opening >= 0 ? opening : (labels[0]?.unit ?? rest.length);
  const prints = opening >= 0 || labels.length > 0 || notes.length > 0;
  if (!prints && !isDoubled(masthead)) return null;
  const inBody = labels
    .map((label) => ({ ...label, unit: label.unit - start }))
    .filter((label) => label.unit >= 0);
  return { masthead, above: rest.slice(0, start), body: rest.slice(start), notes, labels: inBody };
}

/** Whether the masthead alone is a dispatch's: a date and a number on one line, or two lines of it. */
function isDoubled({ lines }: Masthead): boolean {
  return lines.length > 1 || lines.some((line) => line.date !== null && line.number !== null);
}
