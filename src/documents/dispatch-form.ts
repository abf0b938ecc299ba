import type { Span } from "../core/index.ts";
import { pairMarks } from "../quotations/index.ts";
import { unpairedBrackets } from "./bracket.ts";
import { readCredit } from "./caption.ts";
import type { Dispatch } from "./dispatch.ts";
import type { FormProblem, Note, Passage } from "./document.ts";
import { closesQuotation, opensAt, opensQuotation } from "./enclosure.ts";

/** The problems of a dispatch's own form, in text order; empty where it keeps to it. */
export function formProblemsOf(
  text: string,
  dispatch: Dispatch,
  passages: readonly Passage[],
  notes: readonly Note[],
): FormProblem[] {
  return [
    ...headerProblems(text, dispatch),
    ...outletProblems(text, dispatch),
    ...bracketProblems(text, passages),
    ...quotationProblems(text, passages),
    ...noteProblems(text, dispatch, notes),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

function problem(rule: string, message: string, span: Span): FormProblem {
  return { rule: `form/${rule}`, message, start: span.start, end: span.end };
}

/** The header's lines must agree in date and number. */
function headerProblems(text: string, { lines }: Dispatch): FormProblem[] {
  const found: FormProblem[] = [];
  for (const fact of ["date", "number"] as const) {
    const first = lines.find((line) => line[fact] !== null);
    const other = lines.find((line) => line[fact] !== null && line[fact] !== first![fact]);
    if (first === undefined || other === undefined) continue;
    const message = `The header's ${fact}s disagree: "${words(text, first)}" and "${words(text, other)}".`;
    found.push(problem("date-mismatch", message, other));
  }
  return found;
}

/** A caption's credit and a source note must name the outlet. */
function outletProblems(text: string, dispatch: Dispatch): FormProblem[] {
  const found: FormProblem[] = [];
  for (const { credit } of dispatch.captions) {
    if (credit === null || credit.outlet !== null) continue;
    found.push(
      problem("outlet-missing", `The caption's credit "${words(text, credit)}" names no outlet.`, credit),
    );
  }
  for (const note of dispatch.notes) {
    const credit = readCredit(text.slice(note.label.end, note.unit.end));
    if (credit.outlet !== null || credit.date === null) continue;
    found.push(
      problem("outlet-missing", `The source note "${words(text, note.unit)}" names no outlet.`, note.unit),
    );
  }
  return found;
}

/** A bracket pairs inside its paragraph, or with one in the next paragraph of the same turn. */
function bracketProblems(text: string, passages: readonly Passage[]): FormProblem[] {
  const lonely: { readonly offset: number; readonly turn: number | null; readonly passage: number }[] = [];
  passages.forEach((passage, index) => {
    for (const offset of unpairedBrackets(text, passage.start, passage.end)) {
      const before = lonely.at(-1);
      const pairs =
        before !== undefined &&
        text[before.offset] === "[" &&
        text[offset] === "]" &&
        passage.turn !== null &&
        before.turn === passage.turn &&
        before.passage === index - 1;
      if (pairs) lonely.pop();
      else lonely.push({ offset, turn: passage.turn, passage: index });
    }
  });
  return lonely.map(({ offset }) => {
    const near = nearWords(text, offset);
    const missing = text[offset] === "[" ? "is never closed" : "was never opened";
    return problem("bracket-unbalanced", `The bracket in "${near}" ${missing}.`, {
      start: offset,
      end: offset + 1,
    });
  });
}

/** What opens a turn's words must be closed by its last paragraph. */
function quotationProblems(text: string, passages: readonly Passage[]): FormProblem[] {
  const found: FormProblem[] = [];
  const turns = Map.groupBy(
    passages.filter((passage) => passage.turn !== null),
    (passage) => passage.turn!,
  );
  for (const paragraphs of turns.values()) {
    const open = openAtEnd(text, paragraphs);
    if (open === null) continue;
    const last = paragraphs.at(-1)!;
    const start = words(text, { start: open.end, end: paragraphs.find((one) => one.end > open.start)!.end });
    const end = text.slice(Math.max(last.start, last.end - SHOWN / 2), last.end).replace(/\s+/gu, " ");
    const message = `The quotation "${start}" is not closed at the end of its turn, "${end}".`;
    found.push(problem("quotation-unclosed", message, { start: open.start, end: open.end }));
  }
  return found;
}

/** The mark that opens the turn's last open paragraph, or null where its words are closed or stand without marks. */
function openAtEnd(text: string, paragraphs: readonly Passage[]): Span | null {
  let open: Span | null = null;
  for (const { start, end } of paragraphs) {
    if (closesQuotation(text, start, end)) open = null;
    else if (opensQuotation(text, start)) {
      const first = pairMarks(text, start, end)[0];
      open = first !== undefined && first.close === null && opensAt(text, start, first) ? first.open : null;
    }
  }
  return open;
}

function noteProblems(text: string, dispatch: Dispatch, notes: readonly Note[]): FormProblem[] {
  const found: FormProblem[] = [];
  const written = new Map(dispatch.notes.map((note) => [note.number, note]));
  for (const { number, markers } of notes) {
    const note = written.get(number);
    if (note === undefined) {
      const near = nearWords(text, markers[0]!.start);
      found.push(problem("note-missing", `The marker [${number}] in "${near}" has no note.`, markers[0]!));
    } else if (markers.length === 0) {
      // A star stands before remarks on the text as a whole, which no marker needs to lead to.
      if (!/^\d/u.test(number)) continue;
      found.push(
        problem("note-unused", `No marker leads to the note "${words(text, note.unit)}".`, note.unit),
      );
    }
  }
  return found;
}

/** Words shown in a message: enough to find the place. */
const SHOWN = 60;

function words(text: string, span: Span): string {
  const all = text.slice(span.start, Math.min(span.end, span.start + SHOWN + 1)).replace(/\s+/gu, " ");
  return span.end - span.start > SHOWN ? `${all.slice(0, SHOWN)}…` : all;
}

/** The words around an offset, cut at the lines' ends. */
function nearWords(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - SHOWN / 2), offset).replace(/^[\s\S]*\n/u, "");
  const after = text.slice(offset, offset + SHOWN / 2).replace(/\n[\s\S]*$/u, "");
  return `${before}${after}`.replace(/\s+/gu, " ").trim();
}
