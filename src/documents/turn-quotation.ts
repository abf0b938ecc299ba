import type { Span } from "../core/index.ts";
import { type MarkPair, pairMarks } from "../quotations/index.ts";
import type { Mark, Passage } from "./document.ts";
import { opensAt } from "./enclosure.ts";
import { thirdPartyOf } from "./third-party.ts";

/** Paragraphs of one turn with nothing between them: what is quoted may run through them. */
interface Run extends Span {
  readonly turn: number;
  readonly passages: readonly Passage[];
}

/**
 * The quotation marks of the turns: `open` and `close` where they enclose the turn itself, `quoted` over the words of a
 * third party, marks included, one for each paragraph they run through.
 */
export function quotationMarksOf(
  text: string,
  passages: readonly Passage[],
  enclosed: (turn: number) => boolean,
  credited: ReadonlyMap<number, string>,
): Mark[] {
  const marks: Mark[] = [];
  for (const run of runsOf(passages)) {
    const pairs = pairMarks(text, run.start, run.end);
    const isOuter = enclosed(run.turn) ? outerOf(text, run, pairs) : () => false;
    let quotedTo = run.start;
    for (const pair of pairs) {
      if (isOuter(pair)) for (const mark of outerMarks(pair)) marks.push(mark);
      else if (pair.open.start >= quotedTo && (pair.close !== null || pair.reopenings.length > 0)) {
        for (const mark of quotedMarks(text, pair, run, credited)) marks.push(mark);
        quotedTo = pair.close?.end ?? pair.end;
      }
    }
  }
  return marks;
}

function runsOf(passages: readonly Passage[]): Run[] {
  const runs: Run[] = [];
  let run: Passage[] = [];
  const flush = (): void => {
    if (run.length > 0)
      runs.push({ turn: run[0]!.turn!, start: run[0]!.start, end: run[run.length - 1]!.end, passages: run });
    run = [];
  };
  for (const passage of passages) {
    if (run.length > 0 && run[0]!.turn !== passage.turn) flush();
    if (passage.turn === null) flush();
    else run.push(passage);
  }
  flush();
  return runs;
}

/** What encloses a turn are the outermost marks of the shape that opens it first. */
function outerOf(text: string, run: Run, pairs: readonly MarkPair[]): (pair: MarkPair) => boolean {
  const first = pairs[0];
  if (first === undefined || !opensAt(text, run.start, first)) return () => false;
  const single = isSingle(text, first);
  return (pair) => pair.level === 0 && isSingle(text, pair) === single;
}

function isSingle(text: string, pair: MarkPair): boolean {
  return (
    /^['‘’‚‹]/u.test(text.slice(pair.open.start, pair.open.end)) && pair.open.end - pair.open.start === 1
  );
}

function outerMarks(pair: MarkPair): Mark[] {
  const marks: Mark[] = [{ kind: "open", start: pair.open.start, end: pair.open.end, name: null }];
  for (const again of pair.reopenings)
    marks.push({ kind: "open", start: again.start, end: again.end, name: null });
  if (pair.close !== null)
    marks.push({ kind: "close", start: pair.close.start, end: pair.close.end, name: null });
  return marks;
}

function quotedMarks(text: string, pair: MarkPair, run: Run, credited: ReadonlyMap<number, string>): Mark[] {
  const party = thirdPartyOf(text, pair, run.start, credited);
  if (party === null) return [];
  const end = pair.close?.end ?? pair.end;
  const marks: Mark[] = [];
  for (let at = firstEndingAfter(run.passages, pair.open.start); at < run.passages.length; at++) {
    const passage = run.passages[at]!;
    if (passage.start >= end) break;
    const start = Math.max(passage.start, pair.open.start);
    marks.push({ kind: "quoted", start, end: Math.min(passage.end, end), name: party.name });
  }
  return marks;
}

function firstEndingAfter(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
