import { html } from "hono/html";
import type { Voice } from "../../core/index.ts";
import type { Document, Note, Passage } from "../../documents/index.ts";
import { voiceLabel } from "../voice-label.ts";
import { byPlace, type Inlay, inlaid, markerId } from "./document-words.ts";
import { encoded, type Html, isolated, shown } from "./shown-text.ts";

/** Code units of a title that may be the page's heading. */
export const LONGEST_HEADING = 400;

/** What stands on the page with a document's words. */
export interface TextExtras {
  /** Of the whole text, by place. */
  readonly inlays: readonly Inlay[];
  /** The address that cites a passage. */
  readonly place: (passage: Passage) => string;
  /** What stands beside a passage, after its notes. */
  readonly beside: (passage: Passage) => Html | null;
  /** What stands below a passage. */
  readonly below: (passage: Passage) => Html | null;
  /** Id of the passage that is the page's heading; null where none is. */
  readonly heading: string | null;
  /** BCP 47 tag of what the text is written in; null where it cannot be told. */
  readonly language: string | null;
  readonly rightToLeft: boolean;
}

/**
 * A document's text: every passage once, in order, in its voice's form; each note beside the passage with its first
 * marker, others below the text.
 */
export function documentText(document: Document, extras: TextExtras): Html {
  const notes = new Map<string, Placed>();
  for (const [index, note] of document.notes.entries())
    if (note.passage !== null && !notes.has(note.passage)) notes.set(note.passage, { note, index });
  const bodies = document.passages.filter(({ id }) => !notes.has(id));
  const beside = notesBeside(bodies, document, notes);
  const placed = new Set([...beside.values()].flat().map(({ passage }) => passage.id));
  const left = document.passages.filter(({ id }) => notes.has(id) && !placed.has(id));
  const inlays = inlaysByPassage(document.passages, extras.inlays);
  const words = (passage: Passage): Html =>
    inlaid(document.text, passage.start, passage.end, inlays.get(passage) ?? []);
  const noteHtml = ({ passage, note, index }: PlacedNote): Html =>
    html`<aside class="note" role="note" id="${passage.id}" aria-label="Note ${shown(note.number)}">
<p dir="auto"><b class="number">${shown(note.number)}</b> <span class="words">${words(passage)}</span>${note.markers
      .slice(0, MOST_BACK)
      .map(
        (_, k) => html` <a class="back" href="#${markerId(index, k)}" aria-label="Back to the text">↩</a>`,
      )}</p></aside>${extras.beside(passage) ?? ""}`;
  const passageHtml = (passage: Passage): Html => {
    const own = beside.get(passage) ?? [];
    const other = extras.beside(passage);
    const margin =
      own.length === 0 && other === null
        ? ""
        : html`\n<div class="margin">${own.map(noteHtml)}${other ?? ""}</div>`;
    return html`<div class="passage" id="${passage.id}" data-kind="${passage.kind}" data-voice="${passage.voice.kind}">
${wordsHtml(passage, words(passage), extras)}
<a class="place" href="${extras.place(passage)}" title="Cite this passage, or link to it">${shown(passage.id)}</a>${margin}${extras.below(passage) ?? ""}
</div>
`;
  };
  const language = extras.language === null ? "" : html` lang="${extras.language}"`;
  return html`<div class="reading"${language} dir="${extras.rightToLeft ? "rtl" : "ltr"}">
${groupsOf(bodies).map(
  (group) => html`<div class="stretch" data-voice="${group[0]!.voice.kind}">
${whose(group[0]!, document, group[0]!.turn !== null)}${group.map(passageHtml)}</div>
`,
)}${
  left.length === 0
    ? ""
    : html`<div class="stretch notes" data-voice="editor"><h2>Notes</h2>${left.map((passage) =>
        noteHtml({ passage, ...notes.get(passage.id)! }),
      )}</div>`
}</div>`;
}

/** Ways back from a note with many markers: the first ones lead to the others. */
const MOST_BACK = 20;

interface Placed {
  readonly note: Note;
  readonly index: number;
}

interface PlacedNote extends Placed {
  readonly passage: Passage;
}

/** For each passage the notes whose first marker stands in it. */
function notesBeside(
  bodies: readonly Passage[],
  { passages }: Document,
  notes: ReadonlyMap<string, Placed>,
): Map<Passage, PlacedNote[]> {
  const beside = new Map<Passage, PlacedNote[]>();
  for (const passage of passages) {
    const placed = notes.get(passage.id);
    const first = placed?.note.markers[0];
    const body = first === undefined ? undefined : bodies[indexAfter(bodies, first.start)];
    if (placed === undefined || body === undefined || body.start > first!.start) continue;
    const held = beside.get(body) ?? [];
    held.push({ passage, ...placed });
    beside.set(body, held);
  }
  return beside;
}

/** The index of the first passage that ends after an offset; passages are in the order of the text. */
function indexAfter(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inlaysByPassage(passages: readonly Passage[], inlays: readonly Inlay[]): Map<Passage, Inlay[]> {
  const of = new Map<Passage, Inlay[]>();
  for (const inlay of inlays) {
    const first = indexAfter(passages, inlay.start);
    for (let i = first; i < passages.length; i++) {
      const passage = passages[i]!;
      if (passage.start >= inlay.end || (i > first && !inlay.long)) break;
      const held = of.get(passage) ?? [];
      held.push(inlay);
      of.set(passage, held);
    }
  }
  for (const held of of.values()) held.sort(byPlace);
  return of;
}

/** Passages that follow each other in one voice, turn and form stand under one label. */
function groupsOf(passages: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  for (const passage of passages) {
    const group = groups.at(-1);
    if (group !== undefined && sameStretch(group[0]!, passage)) group.push(passage);
    else groups.push([passage]);
  }
  return groups;
}

function sameStretch(a: Passage, b: Passage): boolean {
  return (
    a.turn === b.turn &&
    a.voice.kind === b.voice.kind &&
    a.voice.name === b.voice.name &&
    formOf(a) === formOf(b)
  );
}

/** What of an editor's words needs a label of its own. */
function formOf({ kind, voice }: Passage): string {
  return voice.kind === "editor" ? (EDITORS[kind] ?? kind) : "";
}

const EDITORS: Partial<Record<Passage["kind"], string>> = {
  summary: "The editor’s summary",
  caption: "Caption",
  opening: "The editor",
  paragraph: "The editor",
  stage: "Stage direction",
};

/** The label of a stretch: whose words they are. Header lines, titles and headings tell themselves. */
function whose(passage: Passage, document: Document, inTurn: boolean): Html | string {
  const { kind, voice } = passage;
  if (kind === "header" || kind === "title" || kind === "heading" || voice.kind === "unknown") return "";
  if (voice.kind === "editor") return html`<p class="whose">${EDITORS[kind] ?? "The editor"}</p>\n`;
  const printed = inTurn ? printedLabel(passage, document) : null;
  const title = printed === null ? "" : html` title="Printed here: ${printed}"`;
  return html`<p class="whose"${title}>${nameOf(voice)}</p>\n`;
}

function nameOf(voice: Voice): Html {
  const label = isolated(voiceLabel(voice));
  return voice.name === null ? label : html`${label} <span class="kind">${voice.kind}</span>`;
}

function printedLabel({ id, turn }: Passage, { turns, text }: Document): string | null {
  const own = turns[turn! - 1];
  const isFirst = own?.passages[0] === id;
  return own === undefined || own.label === null || !isFirst
    ? null
    : shown(text.slice(own.label.start, Math.min(own.label.end, own.label.start + 100)));
}

function wordsHtml({ kind, id, start, end }: Passage, words: Html, { heading }: TextExtras): Html {
  if (id === heading) return html`<h1 class="words" dir="auto">${words}</h1>`;
  if (kind === "heading" && end - start <= LONGEST_HEADING)
    return html`<h2 class="words" dir="auto">${words}</h2>`;
  return html`<p class="words" dir="auto">${words}</p>`;
}

/** The page's address of a passage of the version shown. */
export function placeIn(version: number): (passage: Passage) => string {
  return ({ id }) => `?version=${version}&cite=${encoded(id)}#${encoded(id)}`;
}
