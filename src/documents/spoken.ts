import type { Voice } from "../core/index.ts";
import { isStage } from "./bracket.ts";
import { findDates } from "./date.ts";
import type { Speaker } from "./document.ts";
import { Draft, EDITOR } from "./draft.ts";
import { addHeader, type Header } from "./header-field.ts";
import { candidatesOf, LONGEST_PREAMBLE, labelsOf, officeLabelsOf, type PlacedLabel } from "./label-set.ts";
import { type Cast, type Parties, partiesOf } from "./party.ts";
import { isTitleCase } from "./title-case.ts";
import { splitUnit, type Unit } from "./unit.ts";

/** A speech or a conversation: its draft, who speaks, and which of the two it is. */
interface Spoken {
  readonly draft: Draft;
  readonly kind: "speech" | "transcript";
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
  /** ISO date of a line above the conversation, or null. */
  readonly date: string | null;
}

/** The labels of a text's units, or none; and whether they part it among several who speak. */
export interface Conversation {
  readonly labels: readonly PlacedLabel[];
  readonly kind: "speech" | "transcript";
}

/**
 * What the labels make of a text. One who speaks alone, or is only interrupted by his audience, gives a speech.
 */
export function conversationOf(text: string, units: readonly Unit[], main: Speaker | null): Conversation {
  const candidates = candidatesOf(text, units);
  const labels = labelsOf(text, units, candidates);
  const own = labels.length > 0 ? labels : main === null ? [] : officeLabelsOf(candidates);
  const isSpeech = isMonologue(text, labels, main) && !asksQuestions(text, units, labels);
  return { labels: own, kind: isSpeech ? "speech" : "transcript" };
}

/** Whether the labels that are not the audience's are all of one who speaks. */
function isMonologue(text: string, labels: readonly PlacedLabel[], main: Speaker | null): boolean {
  // Where there is a Q it is known, without a look for names.
  if (labels.some(({ label }) => label.style === "question")) return false;
  const { voices } = partiesOf(text, labels, { main, interviewer: null });
  const others = labels.filter(({ label }) => !label.audience).map(({ label }) => voices.get(label.key)!);
  return others.every((voice) => voice.kind === "speaker" && voice.name === others[0]!.name);
}

/** Whether an audience asks more than it calls out: most of its turns, and two at the least, are questions. */
function asksQuestions(text: string, units: readonly Unit[], labels: readonly PlacedLabel[]): boolean {
  const calls = labels.filter(({ label }) => label.audience);
  const questions = calls.filter(({ unit }) =>
    text.slice(units[unit]!.start, units[unit]!.end).includes("?"),
  );
  return questions.length > 1 && questions.length * 2 > calls.length;
}

/** Reads the units below the header as what is spoken. */
export function readSpoken(text: string, header: Header, conversation: Conversation, cast: Cast): Spoken {
  const { labels, kind } = conversation;
  const units = header.body;
  const parties = partiesOf(text, labels, cast);
  const draft = new Draft(text, kind === "speech" && parties.voices.size <= 1);
  addHeader(draft, header);
  const opening = preambleVoice(labels, parties, kind, cast);
  const above = kind === "transcript" && header.fields.length === 0 ? preambleLength(text, units, labels) : 0;
  const dates = units.slice(0, above).map((unit, index) => addPreamble(draft, text, unit, index));
  const below = labels.map((label) => ({ ...label, unit: label.unit - above }));
  const parts = partsOf(units.slice(above), below);
  parts.forEach((part, index) => {
    if (part.label !== null) addLabelled(draft, part, parties);
    else if (isEditors(text, part.unit, parts[index + 1]?.label ?? null, kind)) {
      draft.add(
        isStageUnit(text, part.unit) ? "stage" : index === 0 && draft.turn === null ? "title" : "heading",
        part.unit.start,
        part.unit.end,
        EDITOR,
      );
    } else {
      if (draft.turn === null) draft.beginTurn(opening, null);
      draft.addToTurn(part.unit.start, part.unit.end);
    }
  });
  return {
    draft,
    kind,
    speakers: speakersOf(parties, cast, opening),
    interviewer: parties.interviewer,
    date: dates.find((date) => date !== null) ?? null,
  };
}

/** How many units above the first label are the editor's: those that a title opens. */
export function preambleLength(text: string, units: readonly Unit[], labels: readonly PlacedLabel[]): number {
  const first = labels[0]?.unit ?? 0;
  return first > 0 && first <= LONGEST_PREAMBLE && isTitleLine(text, units[0]!) ? first : 0;
}

function isTitleLine(text: string, unit: Unit): boolean {
  if (unit.kind === "heading") return true;
  return (
    unit.lines.length <= 2 &&
    unit.end - unit.start <= 250 &&
    !/[.?!:,;]$/u.test(text.slice(unit.start, unit.end))
  );
}

/** Adds a title, a line with a date or an introduction; returns the line's ISO date. */
function addPreamble(draft: Draft, text: string, unit: Unit, index: number): string | null {
  const date = unit.end - unit.start > 160 ? undefined : findDates(text.slice(unit.start, unit.end))[0];
  const kind =
    index === 0 ? "title" : unit.kind === "caption" ? "caption" : date !== undefined ? "header" : "summary";
  draft.add(kind, unit.start, unit.end);
  return kind === "header" ? date!.iso : null;
}

interface Part {
  readonly unit: Unit;
  readonly label: PlacedLabel["label"] | null;
}

/** The units, parted before each line that a label starts. */
export function partsOf(units: readonly Unit[], labels: readonly PlacedLabel[]): Part[] {
  const byUnit = Map.groupBy(labels, (label) => label.unit);
  return units.flatMap((unit, index) => {
    const own = byUnit.get(index);
    if (own === undefined) return [{ unit, label: null }];
    const starts = new Map(own.map(({ label, line }) => [unit.lines[line]!.start, label]));
    return splitUnit(unit, (line) => starts.has(line.start)).map((part) => ({
      unit: part,
      label: starts.get(part.start) ?? null,
    }));
  });
}

function addLabelled(draft: Draft, part: Part, parties: Parties): void {
  const label = part.label!;
  const voice = parties.voices.get(label.key)!;
  // The same named party labelled again goes on; two questions in a row are two who ask.
  const goesOn =
    draft.voice !== null &&
    voice.kind === "speaker" &&
    voice.name !== null &&
    draft.voice.kind === voice.kind &&
    draft.voice.name === voice.name;
  if (label.start > part.unit.start) draft.add("heading", part.unit.start, label.start);
  if (goesOn) draft.addLabel(label);
  else draft.beginTurn(voice, label);
  draft.addToTurn(label.end, part.unit.end);
}

/** Whose words stand before the first label: the one's who gives the speech, where the first label is another's. */
function preambleVoice(
  labels: readonly PlacedLabel[],
  parties: Parties,
  kind: Spoken["kind"],
  cast: Cast,
): Voice {
  const first = labels[0];
  const own: Voice = { kind: "speaker", name: cast.main?.name ?? null };
  if (first === undefined || kind === "speech") return own;
  const voices = [...parties.voices.values()];
  const speaksHere =
    cast.main !== null && voices.some((voice) => voice.kind === "speaker" && voice.name === cast.main!.name);
  const asked = first.label.style === "question" || first.label.audience;
  return speaksHere && asked ? own : { kind: "unknown", name: null };
}

/** Headings that the format marks; between turns also a short line in title case or capitals; and stage marks. */
function isEditors(text: string, unit: Unit, next: unknown, kind: Spoken["kind"]): boolean {
  if (unit.kind === "heading" || unit.kind === "caption" || unit.kind === "note" || isStageUnit(text, unit))
    return true;
  return (
    kind === "transcript" &&
    next !== null &&
    unit.lines.length === 1 &&
    unit.end - unit.start <= 100 &&
    isTitleCase(text.slice(unit.start, unit.end))
  );
}

/** A paragraph that is one stage mark, or a note in brackets: `[At this point the lamps failed.]`. */
function isStageUnit(text: string, unit: Unit): boolean {
  if (unit.end - unit.start > 600) return false;
  const words = text.slice(unit.start, unit.end);
  if (/^\[[^[\]]+\]$/u.test(words)) return !/^\[[\s.…]*\]$/u.test(words);
  const round = /^\(([^()]+)\)$/u.exec(words);
  return round !== null && isStage(round[1]!);
}

function speakersOf(parties: Parties, cast: Cast, opening: Voice): Speaker[] {
  const speakers = [...parties.speakers];
  const has = speakers.some((speaker) => speaker.name === cast.main?.name);
  if (cast.main !== null && !has && opening.name === cast.main.name) speakers.unshift(cast.main);
  return speakers;
}
