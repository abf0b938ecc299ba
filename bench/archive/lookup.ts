import { archiveHoldings } from "../../src/check/index.ts";
import { foldWord } from "../../src/core/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { answer } from "./child.ts";
import type { PlacedQuotation } from "./quotations.ts";

/** Quotations asked of an archive in a process of its own. */
export interface LookupInput {
  readonly archive: string;
  readonly changed: readonly PlacedQuotation[];
  readonly absent: readonly string[];
}

export interface LookupResult {
  /** Milliseconds from opening the archive to the first verdict. */
  readonly first: number;
  readonly lengths: readonly LengthResult[];
  /** Milliseconds of each absent quotation, nearest passages and all. */
  readonly absent: readonly number[];
  readonly absentFound: number;
  /** Bytes, at their most. */
  readonly memory: number;
}

export interface LengthResult {
  readonly words: number;
  readonly quotations: number;
  readonly found: number;
  readonly times: readonly number[];
}

answer(({ archive: file, changed, absent }: LookupInput): LookupResult => {
  const nobody = { name: null, credited: false };
  const opened = performance.now();
  const archive = openArchive(file, { readOnly: true });
  const holdings = archiveHoldings(archive);
  holdings.verdict(changed[0]!.text, nobody);
  const first = performance.now() - opened;
  const ask = (quotation: PlacedQuotation): { time: number; found: boolean } => {
    const began = performance.now();
    const { verdict, documents } = holdings.verdict(quotation.text, nobody);
    const time = performance.now() - began;
    const { status, match, alternatives } = verdict;
    const places = status === "absent" ? [] : [...(match === null ? [] : [match]), ...alternatives];
    const found = places.some(
      (place) =>
        isTrue(place, documents[place.source]!.document.id, quotation) || isAsGood(place.text, quotation),
    );
    return { time, found };
  };
  // Once for the caches, of the machine and of the compiler; then for the clock.
  for (const quotation of changed) ask(quotation);
  const asked = changed.map((quotation) => ({ words: quotation.words, ...ask(quotation) }));
  const lengths = [...new Set(changed.map(({ words }) => words))].map((words) => {
    const own = asked.filter((one) => one.words === words);
    return {
      words,
      quotations: own.length,
      found: own.filter(({ found }) => found).length,
      times: own.map(({ time }) => time),
    };
  });
  const missing = absent.map((words) => {
    const began = performance.now();
    const { verdict } = holdings.verdict(words, { name: null, credited: true });
    return { time: performance.now() - began, found: verdict.status === "verbatim" };
  });
  const memory = process.resourceUsage().maxRSS * 1024;
  archive.close();
  return {
    first,
    lengths,
    absent: missing.map(({ time }) => time),
    absentFound: missing.filter(({ found }) => found).length,
    memory,
  };
});

/** Whether a place is where the quotation was taken from. */
function isTrue(
  { start, end }: { readonly start: number; readonly end: number },
  document: string,
  quotation: PlacedQuotation,
): boolean {
  return document === quotation.document && start < quotation.end && quotation.start < end;
}

/** Whether a place has, in order, as many of the quotation's words as the one it was taken from: nobody can tell them apart. */
function isAsGood(text: string, { text: quoted, words, changed }: PlacedQuotation): boolean {
  return inCommon(wordsOf(quoted), wordsOf(text)) >= words - changed.length;
}

/** The most words that two texts have in one order. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(word === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    });
    row = next;
  }
  return row[b.length]!;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(foldWord);
}
