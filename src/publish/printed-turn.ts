import type { Voice } from "../core/index.ts";
import { type Document, type Passage, readDocument, toSource } from "../documents/index.ts";
import type { FormattedText } from "../formats/index.ts";

/** A passage as it is printed: what stands before it, and whether that is a label. */
export interface PrintedPassage {
  readonly passage: Passage;
  /** The label printed before it, or the one that its turn is given; null where none stands. */
  readonly label: string | null;
  /** Whether the document prints that label; else it is one that its turn is given. */
  readonly isPrinted: boolean;
  /** Whether the printed label stands on a line of its own. */
  readonly isApart: boolean;
  /** The number of the note that it is; null where it is none. */
  readonly note: string | null;
}

/**
 * A document's passages with their labels. A label of the document stays as it is printed; with `named`, turns that have
 * none are given their voice's name, Q or A.
 */
export function printedPassages(document: Document, named: boolean): PrintedPassage[] {
  const { text, passages, turns, notes } = document;
  const numbers = new Map(
    notes.flatMap(({ passage, number }) => (passage === null ? [] : [[passage, number]])),
  );
  const labels = document.pieces.filter(({ kind }) => kind === "label");
  let next = 0;
  return passages.map((passage) => {
    const own: string[] = [];
    for (; next < labels.length && labels[next]!.end <= passage.start; next++)
      own.push(text.slice(labels[next]!.start, labels[next]!.end).trim());
    const note = numbers.get(passage.id) ?? null;
    const printed = own.join(" ");
    if (printed !== "") {
      const isApart = text.slice(labels[next - 1]!.end, passage.start).includes("\n");
      return { passage, note, label: printed, isPrinted: true, isApart };
    }
    const turn = passage.turn === null ? undefined : turns[passage.turn - 1];
    const isFirst = turn?.passages[0] === passage.id;
    const label = named && note === null && isFirst ? givenLabel(turn!.voice) : null;
    return { passage, note, label, isPrinted: false, isApart: false };
  });
}

function givenLabel({ kind, name }: Voice): string | null {
  if (kind === "interviewer") return name === null ? "Q:" : `${name} (interviewer):`;
  if (kind !== "speaker") return null;
  return name === null ? "A:" : `${name}:`;
}

/** Who alone speaks in a document without any label: then his name stands at the head, and not in front of his words. */
export function loneSpeaker({ turns, pieces }: Document): string | null {
  const [first] = turns;
  const isAlone = turns.length === 1 && first!.voice.kind === "speaker" && first!.label === null;
  return isAlone && !pieces.some(({ kind }) => kind === "label") ? first!.voice.name : null;
}

/**
 * The first of several ways to print a document that is read back with the same voices; the last where none is.
 * `read` reads the format.
 */
export function readBack(
  document: Document,
  read: (printed: string) => FormattedText,
  ways: readonly (() => string)[],
): string {
  const wanted = voicedWords(document);
  let printed = "";
  for (const way of ways) {
    printed = way();
    if (voicedWords(readDocument(read(printed), document.id)) === wanted) break;
  }
  return printed;
}

/** All words of a document, each stretch with its voice: equal where two documents say the same in the same voices. */
export function voicedWords(document: Document): string {
  const { text, segments } = toSource(document);
  const stretches: { voice: string; words: string }[] = [];
  for (const { start, end, voice } of segments) {
    const words = (text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
    if (words === "") continue;
    const own = `${voice.kind} ${voice.name ?? ""}`;
    const last = stretches.at(-1);
    if (last?.voice === own) last.words += ` ${words}`;
    else stretches.push({ voice: own, words });
  }
  return stretches.map(({ voice, words }) => `${voice}: ${words}`).join("\n");
}
