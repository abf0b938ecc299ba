import type { Segment, Source, Voice } from "../core/index.ts";
import type { Document, Mark, Passage } from "./document.ts";

/**
 * The document as the matcher reads it: every passage, the editor's too, without labels, outer quotation marks and note
 * markers; a third party's words in the `quoted` voice, stage marks as the editor's supplied words. What interrupts a
 * turn comes after the turn's last words, so that the turn reads on.
 */
export function toSource(document: Document): Source {
  let next = 0;
  const marks = document.marks;
  const byPassage = new Map<Passage, readonly Segment[]>();
  for (const passage of document.passages) {
    while (next < marks.length && marks[next]!.end <= passage.start) next++;
    let last = next;
    while (last < marks.length && marks[last]!.start < passage.end) last++;
    byPassage.set(passage, segmentsOf(passage, marks.slice(next, last)));
    next = last;
  }
  const segments = inReadingOrder(document.passages).flatMap((passage) => byPassage.get(passage)!);
  return { text: document.text, segments };
}

function inReadingOrder(passages: readonly Passage[]): Passage[] {
  const lastOf = new Map<number, Passage>();
  for (const passage of passages) if (passage.turn !== null) lastOf.set(passage.turn, passage);
  const ordered: Passage[] = [];
  let waiting: Passage[] = [];
  let open: number | null = null;
  for (const passage of passages) {
    if (open !== null && passage.turn !== open) {
      waiting.push(passage);
      continue;
    }
    ordered.push(passage);
    if (passage.turn === null) continue;
    open = lastOf.get(passage.turn) === passage ? null : passage.turn;
    if (open === null) {
      for (const one of waiting) ordered.push(one);
      waiting = [];
    }
  }
  return ordered;
}

/** The passage's words: cut at marks that are no words, each stretch in its own voice. */
function segmentsOf(passage: Passage, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  let at = passage.start;
  let quoted: Mark | null = null;
  const add = (to: number, voice: Voice, supplied: boolean): void => {
    const segment: Segment = { start: at, end: to, voice, turn: passage.turn };
    if (to > at) segments.push(supplied ? { ...segment, supplied } : segment);
    at = Math.max(at, to);
  };
  const words = (to: number): void => {
    if (quoted !== null && at < quoted.end) {
      add(Math.min(to, quoted.end), { kind: "quoted", name: quoted.name }, false);
    }
    if (quoted !== null && at >= quoted.end) quoted = null;
    add(to, passage.voice, false);
  };
  for (const mark of marks) {
    if (mark.kind === "supplied" || mark.kind === "omission") continue;
    words(Math.min(mark.start, passage.end));
    if (mark.kind === "quoted") quoted = mark;
    else if (mark.kind === "stage") add(mark.end, { kind: "editor", name: null }, true);
    else at = Math.max(at, mark.end);
  }
  words(passage.end);
  return segments;
}
