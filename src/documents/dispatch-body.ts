import type { Span, Voice } from "../core/index.ts";
import { withAskers } from "./asker.ts";
import { type Caption, readCaption } from "./caption.ts";
import type { Layout } from "./dispatch-layout.ts";
import { interviewerOf, speakerOf } from "./dispatch-speaker.ts";
import type { Speaker } from "./document.ts";
import { type Draft, EDITOR } from "./draft.ts";
import { closesQuotation, opensQuotation } from "./enclosure.ts";
import type { PlacedLabel } from "./label-set.ts";
import { excerptedIn, isOpening, openingSentence } from "./opening.ts";
import { fullNamesIn, type Parties, partiesOf } from "./party.ts";
import { familyName, splitTitle } from "./person-name.ts";
import { partsOf } from "./spoken.ts";
import { isTitleCase } from "./title-case.ts";
import type { Unit } from "./unit.ts";

/** Reads what stands between the masthead and the notes. */
export class BodyReader {
  readonly captions: Caption[] = [];
  readonly openings: Span[] = [];
  readonly parties: Parties;
  summary = "";
  readonly #text: string;
  readonly #draft: Draft;
  readonly #layout: Layout;
  readonly #main: Speaker | null;
  /** Whose words each opening of the body says to be excerpted; null where it does not say. */
  readonly #excerpted: readonly (string | null)[];
  /** The turn that is added to now; null where the editor speaks. */
  #inTurn = false;
  /** Whether the turn stands between quotation marks, and these are closed at the end of what was read of it. */
  #enclosed = false;
  #closed = false;

  constructor(text: string, draft: Draft, layout: Layout) {
    this.#text = text;
    this.#draft = draft;
    this.#layout = layout;
    const summary = layout.above.map((unit) => this.#words(unit)).join("\n");
    const captions = [...layout.above, ...layout.body].flatMap(
      (unit) => readCaption(text, unit)?.shows ?? [],
    );
    const title = layout.masthead.titles.map((unit) => this.#words(unit)).join("\n");
    this.#excerpted = this.#namesInOpenings();
    const named = this.#excerpted.filter((name) => name !== null);
    const main = speakerOf(title, summary || this.#firstWords(), captions, named);
    // Of several texts no one is the author of all, unless their turns say so.
    this.#main = this.#excerpted.length > 1 && layout.labels.length === 0 ? null : main;
    const interviewer = interviewerOf(summary);
    const labels = withAskers(text, layout.labels, layout.body, this.#main, interviewer);
    this.parties = partiesOf(text, labels, { main: this.#main, interviewer });
  }

  speakers(): Speaker[] {
    if (this.#layout.labels.length === 0 && this.#excerpted.length > 1) {
      const names = new Set(this.#excerpted.filter((name) => name !== null));
      return [...names].map((name) => ({ name, office: null }));
    }
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
    this.#enclosed = opensQuotation(this.#text, label.end);
    this.#addToTurn(label.end, unit.end);
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
    const kind = this.#editorsKind(unit, "paragraph");
    if (kind !== "paragraph") this.#draft.add(kind, unit.start, unit.end);
    else if (this.#continues(opensQuotation(this.#text, unit.start), quoted)) {
      if (!this.#inTurn) this.#draft.beginTurn({ kind: "speaker", name: this.#author() }, null);
      this.#addToTurn(unit.start, unit.end);
    } else
      this.#draft.add(isSentence(this.#words(unit)) ? "paragraph" : "heading", unit.start, unit.end, EDITOR);
  }

  #addToTurn(start: number, end: number): void {
    this.#inTurn = true;
    this.#closed = closesQuotation(this.#text, start, end);
    this.#draft.addToTurn(start, end);
  }

  /** Whether a paragraph without a label is the speaker's: it re-opens his words, or these are open or unmarked. */
  #continues(opens: boolean, quoted: boolean): boolean {
    if (this.#layout.labels.length === 0) return opens || !quoted;
    if (!this.#inTurn) return opens && this.openings.length > 0;
    return opens || !this.#enclosed || !this.#closed;
  }

  /** A body with several openings excerpts several texts: whose each is, only its own opening can say. */
  #author(): string | null {
    if (this.#excerpted.length <= 1) return this.#main?.name ?? null;
    return this.#excerpted[this.openings.length - 1] ?? null;
  }

  /** The fullest names that the text has for those whom the openings name. */
  #namesInOpenings(): (string | null)[] {
    const text = this.#text;
    const spans = this.#layout.body.flatMap((unit) =>
      isOpening(text, unit) ? [unit] : (openingSentence(text, unit) ?? []),
    );
    const names = spans.map((span) => {
      const name = excerptedIn(text.slice(span.start, span.end));
      return name === null ? null : splitTitle(name).name || null;
    });
    const single = names.filter((name) => name !== null && !name.includes(" "));
    const full = fullNamesIn(text, new Set(single.map((name) => familyName(name!))));
    return names.map((name) => (name === null ? null : (full.get(familyName(name)) ?? name)));
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

  /** A heading that starts with a quoted phrase, or is one: set as a title, which no one's speech is. */
  #isTitledQuotation(unit: Unit): boolean {
    const words = this.#words(unit);
    if (words.length > 400 || !isTitleCase(words.replace(/^["“'‘«]\s*|["”'’»]$/gu, ""))) return false;
    return /^["“'‘«][^"”»]{1,300}["”'’»](?:\s+\p{Lu}|$)/u.test(words) && words.includes(" ");
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

/** Whether words end as a sentence or a clause does; a heading does not. */
function isSentence(words: string): boolean {
  return words.length > 200 || /[.?!:;,…]["'”’)\]]*$/u.test(words);
}

function isSame(voice: Voice, other: Voice | null): boolean {
  return other !== null && voice.kind === other.kind && voice.name !== null && voice.name === other.name;
}
