import type { Span } from "../core/index.ts";
import { bracketsOf } from "./bracket.ts";
import type { Mark, Passage } from "./document.ts";
import { Seeker, seek } from "./seeker.ts";
import { quotationMarksOf } from "./turn-quotation.ts";

/**
 * Every mark of a document, in text order: brackets, omissions and note markers of all passages, quotation marks of the
 * passages inside turns. `notes` are the numbers of its notes; `enclosed` says that turns stand between quotation marks;
 * `credited` names whom the text credits with the words that start at an offset.
 */
export function marksOf(
  text: string,
  passages: readonly Passage[],
  notes: ReadonlySet<string>,
  enclosed: (turn: number) => boolean,
  credited: ReadonlyMap<number, string> = new Map(),
): Mark[] {
  const marks: Mark[] = [];
  const supplied: Span[] = [];
  const brackets = [seek(text, "["), seek(text, "(")];
  const dots = [seek(text, "…"), seek(text, "⋯"), new Seeker((from) => dotsAfter(text, from))];
  for (const passage of passages) {
    if (passage.kind === "stage") {
      marks.push({ kind: "stage", start: passage.start, end: passage.end, name: null });
      continue;
    }
    const holds = (seeker: Seeker): boolean => seeker.next(passage.start) < passage.end;
    if (brackets.some(holds)) {
      for (const { number, ...bracket } of bracketsOf(text, passage.start, passage.end, notes)) {
        marks.push({ kind: bracket.kind, start: bracket.start, end: bracket.end, name: number });
        if (bracket.kind === "supplied") supplied.push(bracket);
      }
    }
    if (dots.some(holds)) for (const mark of dotsOf(text, passage)) marks.push(mark);
  }
  const quotation = quotationMarksOf(text, passages, enclosed, credited).filter(
    (mark) => !isInside(supplied, mark),
  );
  return [...marks, ...quotation].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where the next two full stops stand with no more than a space between them; -1 where there are none. */
function dotsAfter(text: string, from: number): number {
  for (let at = text.indexOf(".", from); at >= 0; at = text.indexOf(".", at + 1)) {
    if (text[at + 1] === "." || (text[at + 2] === "." && /\s/u.test(text[at + 1]!))) return at;
  }
  return -1;
}

/** `…` and three or more full stops, spaces allowed between them. */
function dotsOf(text: string, passage: Passage): Mark[] {
  const found: Mark[] = [];
  const within = text.slice(passage.start, passage.end);
  for (const { 0: dots, index } of within.matchAll(/(?<!\[\s?)(?:…|⋯|\.(?:\s?\.){2,})(?!\s?\])/gu)) {
    const start = passage.start + index;
    found.push({ kind: "omission", start, end: start + dots.length, name: null });
  }
  return found;
}

/** Whether `span` stands in one of `others`, which are in text order and do not overlap. */
function isInside(others: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  return low < others.length && others[low]!.start <= span.start && span.end <= others[low]!.end;
}
