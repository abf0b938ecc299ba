import type { Span, Voice } from "../core/index.ts";
import { type Caption, readCaption } from "./caption.ts";
import { type HeaderLine, type Masthead, readMasthead } from "./dispatch-header.ts";
import { type NoteUnit, readNotes } from "./dispatch-note.ts";
import { interviewerOf, speakerOf } from "./dispatch-speaker.ts";
import type { Speaker } from "./document.ts";
import { Draft, EDITOR } from "./draft.ts";
import { labelsOf, opensQuotation, type PlacedLabel } from "./label-set.ts";
import { isOpening, openingSentence } from "./opening.ts";
import { type Parties, partiesOf } from "./party.ts";
import { partsOf } from "./spoken.ts";
import { isTitleCase } from "./title-case.ts";
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

/** The parts of a dispatch's units, before anything is added to a draft. */
interface Layout {
  readonly masthead: Masthead;
  readonly above: readonly Unit[];
  readonly body: readonly Unit[];
  readonly notes: readonly NoteUnit[];
  readonly labels: readonly PlacedLabel[];
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

function layoutOf(text: string, units: readonly Unit[]): Layout | null {
  const masthead = readMasthead(text, units);
  if (masthead === null) return null;
  const { rest, notes } = readNotes(text, masthead.rest);
  const opening = rest.findIndex((unit) => isOpening(text, unit) || openingSentence(text, unit) !== null);
  const from = Math.max(opening, 0);
  const labels = labelsOf(text, rest.slice(from), true).map((label) => ({
    ...label,
    unit: label.unit + from,
  }));
  const start = opening >= 0 ? opening : (labels[0]?.unit ?? rest.length);
  const hasDate = masthead.lines.some((line) => line.date !== null);
  if (opening < 0 && labels.length === 0 && notes.length === 0 && !hasDate) return null;
  const inBody = labels
    .map((label) => ({ ...label, unit: label.unit - start }))
    .filter((label) => label.unit >= 0);
  return { masthead, above: rest.slice(0, start), body: rest.slice(start), notes, labels: inBody };
}

function addNote(draft: Draft, note: NoteUnit): string | null {
  draft.addLabel(note.label);
  const first = draft.add("note", note.label.end, note.unit.end);
  for (const unit of note.more) draft.add("note", unit.start, unit.end);
  return first;
}

/** Reads what stands between the masthead and the notes. */
class BodyReader {
  readonly captions: Caption[] = [];
  readonly openings: Span[] = [];
  readonly parties: Parties;
  summary = "";
  readonly #text: string;
  readonly #draft: Draft;
  readonly #layout: Layout;
  readonly #main: Speaker | null;
  /** The turn that is added to now; null where the editor speaks. */
  #inTurn = false;
  /** Whether the turn's quotation marks are open at the end of what was read of it. */
  #open = false;

  constructor(text: string, draft: Draft, layout: Layout) {
    this.#text = text;
    this.#draft = draft;
    this.#layout = layout;
    const summary = layout.above.map((unit) => this.#words(unit)).join("\n");
    const captions = [...layout.above, ...layout.body].flatMap(
      (unit) => readCaption(text, unit)?.shows ?? [],
    );
    const title = layout.masthead.titles.map((unit) => this.#words(unit)).join("\n");
    this.#main = speakerOf(title, summary || this.#firstWords(), captions);
    this.parties = partiesOf(text, layout.labels, { main: this.#main, interviewer: interviewerOf(summary) });
  }

  speakers(): Speaker[] {
    const labelled = [...this.parties.speakers];
    if (this.#main === null || labelled.some((speaker) => speaker.name === this.#main!.name)) return labelled;
    return labelled.length > 0 && this.#layout.labels.length > 0 ? labelled : [this.#main];
  }

  addAbove(unit: Unit): void {
    const kind = this.#editorsKind(unit, "summary");
    if (kind === "summary") this.summary += `${this.#words(unit)}\n`;
    this.#draft.add(kind, unit.start, unit.end);
  }

  addBody(): void {
    const { body, labels } = this.#layout;
    const quoted = labels.length === 0 && body.some((unit) => opensQuotation(this.#text, unit.start));
    for (const { unit, label } of partsOf(body, labels)) {
      if (label !== null) this.#addLabelled(unit, label);
      else if (isOpening(this.#text, unit)) this.#addOpening(unit);
      else this.#addUnlabelled(unit, quoted);
    }
  }

  #addLabelled(unit: Unit, label: PlacedLabel["label"]): void {
    const voice = this.parties.voices.get(label.key)!;
    const draft = this.#draft;
    if (this.#inTurn && voice.kind === "speaker" && isSame(voice, draft.voice)) draft.addLabel(label);
    else draft.beginTurn(voice, label);
    this.#inTurn = true;
    draft.addToTurn(label.end, unit.end);
    this.#open = opensQuotation(this.#text, label.end);
  }

  #addOpening(unit: Unit): void {
    this.openings.push(unit);
    this.#draft.add("opening", unit.start, unit.end);
    this.#inTurn = false;
  }

  #addUnlabelled(unit: Unit, quoted: boolean): void {
    const sentence = this.#inTurn ? null : openingSentence(this.#text, unit);
    if (sentence !== null) {
      this.#draft.add("summary", unit.start, sentence.start);
      this.summary += this.#text.slice(unit.start, sentence.start);
      this.#addOpening({ ...unit, start: sentence.start });
      return;
    }
    const opens = opensQuotation(this.#text, unit.start);
    const kind = this.#editorsKind(unit, "paragraph");
    if (kind !== "paragraph") this.#draft.add(kind, unit.start, unit.end);
    else if (this.#continues(opens, quoted)) {
      if (!this.#inTurn) this.#draft.beginTurn({ kind: "speaker", name: this.#excerpted() }, null);
      this.#inTurn = true;
      this.#draft.addToTurn(unit.start, unit.end);
      this.#open = this.#open || opens;
    } else this.#draft.add("paragraph", unit.start, unit.end, EDITOR);
  }

  /** Whether a paragraph without a label is the speaker's: it re-opens his words, or nothing in the body is marked. */
  #continues(opens: boolean, quoted: boolean): boolean {
    if (this.#layout.labels.length > 0 && !this.#inTurn) return opens && this.openings.length > 0;
    return this.#inTurn && this.#layout.labels.length > 0 ? true : opens || !quoted;
  }

  /** A body with several openings excerpts several texts: whose the second is, only its own opening could say. */
  #excerpted(): string | null {
    return this.openings.length > 1 ? null : (this.#main?.name ?? null);
  }

  #editorsKind<Kind extends "summary" | "paragraph">(
    unit: Unit,
    otherwise: Kind,
  ): "caption" | "heading" | Kind {
    const caption = readCaption(this.#text, unit);
    if (caption !== null || unit.kind === "caption") {
      this.captions.push(caption ?? { shows: this.#words(unit), credit: null });
      return "caption";
    }
    if (unit.kind === "heading") return "heading";
    if (opensQuotation(this.#text, unit.start) && !this.#isTitledQuotation(unit)) return otherwise;
    return unit.lines.length <= 3 && isTitleCase(this.#words(unit)) ? "heading" : otherwise;
  }

  /** A heading that starts with a quoted phrase: its marks close before its end. */
  #isTitledQuotation(unit: Unit): boolean {
    const words = this.#words(unit);
    return words.length < 400 && /^["“'‘«][^"”»]{1,200}["”'’»]\s+\p{Lu}/u.test(words) && isTitleCase(words);
  }

  #firstWords(): string {
    return this.#layout.body
      .slice(0, 3)
      .map((unit) => this.#words(unit))
      .join("\n");
  }

  #words(unit: Span): string {
    return this.#text.slice(unit.start, unit.end);
  }
}

function isSame(voice: Voice, other: Voice | null): boolean {
  return other !== null && voice.kind === other.kind && voice.name !== null && voice.name === other.name;
}
