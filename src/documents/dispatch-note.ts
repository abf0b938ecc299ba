import type { Span } from "../core/index.ts";
import { splitUnit, type Unit } from "./unit.ts";

/** A note: its number, where that stands, its paragraph, and further paragraphs of it. */
export interface NoteUnit {
  readonly number: string;
  /** The number with its brackets and the space after it. */
  readonly label: Span;
  readonly unit: Unit;
  readonly more: readonly Unit[];
  /** Id of its first passage in the draft; null until it is added, and where the note is empty. */
  readonly passage: string | null;
}

/** Units that may stand after the last note: a site's own lines. */
const LONGEST_TAIL = 6;

const NUMBERED = /^\s*\[\^?(\d{1,3}|[*†‡]{1,3})\]:?/u;
const STARRED = /^([*†‡]{1,3})\s+(?=[\p{Lu}"“])/u;

/** Whether `text` at `offset` starts a note: `[1] …`. */
function isNoteStart(text: string, offset: number): boolean {
  return NUMBERED.test(text.slice(offset, offset + 12));
}

/**
 * Parts the notes from the units before them. They stand at the end: from the first note that only notes and their
 * further paragraphs follow, with numbers that rise.
 */
export function readNotes(
  text: string,
  units: readonly Unit[],
): { readonly rest: readonly Unit[]; readonly notes: readonly NoteUnit[] } {
  const parted = units.flatMap((unit) =>
    unit.lines.length > 1 ? splitUnit(unit, (line) => isNoteStart(text, line.start)) : [unit],
  );
  const first = firstNote(text, parted);
  const notes: NoteUnit[] = [];
  let more: Unit[] = [];
  for (const unit of parted.slice(first)) {
    const label = noteLabel(text, unit);
    if (label === null) more.push(unit);
    else {
      more = [];
      notes.push({ ...label, unit, more, passage: null });
    }
  }
  return { rest: first === parted.length ? units : parted.slice(0, first), notes };
}

/** Index of the unit with which the notes start; the units' number where there are none. */
function firstNote(text: string, units: readonly Unit[]): number {
  let first = units.length;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = units.length - 1; at > 0; at--) {
    const label = noteLabel(text, units[at]!);
    if (label === null) {
      if (first === units.length && units.length - at > LONGEST_TAIL) break;
      if (first < units.length && units[at]!.kind !== "note" && !startsRun(text, units, at)) break;
      continue;
    }
    const number = Number(label.number);
    if (number >= lowest) break;
    if (!Number.isNaN(number)) lowest = number;
    first = at;
    if (number === 1) break;
  }
  return first;
}

/** A paragraph among the notes belongs to the note before it, where there is one with a lower number. */
function startsRun(text: string, units: readonly Unit[], at: number): boolean {
  // Three paragraphs are as long as notes get; further up a bracket with a number is the body's.
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    if (noteLabel(text, units[before]!) !== null) return true;
  }
  return false;
}

function noteLabel(text: string, unit: Unit): { readonly number: string; readonly label: Span } | null {
  const head = text.slice(unit.start, Math.min(unit.end, unit.start + 12));
  const match = NUMBERED.exec(head) ?? STARRED.exec(head);
  if (match === null) return null;
  return { number: match[1]!, label: { start: unit.start, end: unit.start + match[0].length } };
}
