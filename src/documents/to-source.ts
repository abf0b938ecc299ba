import type { Segment, Source, Voice } from "../core/index.ts";
import type { Document, Mark, Passage } from "./document.ts";

/**
 * The document as the matcher reads it: every passage, the editor's too, without labels, outer quotation marks and note
 * markers; a third party's words in the `quoted` voice, stage marks as the editor's supplied words. What interrupts a
 * turn comes after the turn's last words, so that the turn reads on.
 */
export function toSource({ text, passages, marks }: Document): Source {
  const lastOf = lastOfTurns(passages);
  const segments: Segment[] = [];
  let waiting: Segment[] = [];
  let open: number | null = null;
  let next = 0;
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!;
    const interrupts = open !== null && passage.turn !== open;
    while (next < marks.length && marks[next]!.end <= passage.start) next++;
    const first = next;
    while (next < marks.length && marks[next]!.start < passage.end) next++;
    addSegments(interrupts ? waiting : segments, passage, marks, first, next);
    if (interrupts || passage.turn === null) continue;
    open = lastOf.get(passage.turn) === i ? null : passage.turn;
    if (open === null && waiting.length > 0) {
      for (const one of waiting) segments.push(one);
      waiting = [];
    }
  }
  return { text, segments };
}

/** The index of each turn's last passage. */
function lastOfTurns(passages: readonly Passage[]): Map<number, number> {
  const lastOf = new Map<number, number>();
  for (let i = 0; i < passages.length; i++) {
    const { turn } = passages[i]!;
    if (turn !== null && turn !== passages[i + 1]?.turn) lastOf.set(turn, i);
  }
  return lastOf;
}

/** Adds the passage's words: cut at those of `marks[first, last)` that are no words, each stretch in its own voice. */
function addSegments(
  segments: Segment[],
  passage: Passage,
  marks: readonly Mark[],
  first: number,
  last: number,
): void {
  const { voice, turn } = passage;
  if (first === last) {
    if (passage.end > passage.start) segments.push({ start: passage.start, end: passage.end, voice, turn });
    return;
  }
  let at = passage.start;
  let quoted: Mark | null = null;
  const add = (to: number, voice: Voice, supplied: boolean): void => {
    const segment: Segment = { start: at, end: to, voice, turn };
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
  for (let m = first; m < last; m++) {
    const mark = marks[m]!;
    if (mark.kind === "supplied" || mark.kind === "omission") continue;
    words(Math.min(mark.start, passage.end));
    if (mark.kind === "quoted") quoted = mark;
    else if (mark.kind === "stage") add(mark.end, { kind: "editor", name: null }, true);
    else at = Math.max(at, mark.end);
  }
  words(passage.end);
}
