import type { Span } from "../core/index.ts";
import type { MarkedPassage, MarkedSpan, MarkedTurn, Markup } from "../formats/index.ts";
import type { Passage } from "./document.ts";
import { trimmed } from "./unit.ts";

/** A turn with the passages that were marked as its own, which stand together among those of no turn. */
export interface OrderedTurn {
  readonly turn: MarkedTurn;
  readonly label: Span | null;
}

/** A markup in order: passages do not overlap, and a turn that was left is not come back to. */
export interface OrderedMarkup {
  readonly passages: readonly MarkedPassage[];
  readonly turns: readonly OrderedTurn[];
}

/**
 * Puts a markup in order that may come from anywhere: passages in text order, what two claim is the first one's, turns
 * numbered as they come, a turn come back to as a new one. Labels stand outside passages and before their turn's words.
 */
export function orderedMarkup(text: string, { passages, turns }: Markup): OrderedMarkup {
  const inside = passages
    .filter(({ start, end, note }) => start >= 0 && end <= text.length && isFilled(start, end, note))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const ordered: MarkedPassage[] = [];
  const taken = new TurnList(ordered);
  let end = 0;
  let last = 0;
  let reached = 0;
  for (const passage of inside) {
    const span = trimmed(text, Math.max(passage.start, end), Math.max(passage.end, end));
    if (span.start >= span.end && passage.note === null) continue;
    const turn = passage.turn === null || turns[passage.turn - 1] === undefined ? null : passage.turn;
    if (turn !== null && turn !== last) {
      // Turns without words stand before the next one that has some.
      for (let next = reached + 1; next < turn; next++) taken.add(turns[next - 1]!, span.start);
      taken.add(turns[turn - 1]!, span.start);
      last = turn;
      reached = Math.max(reached, turn);
    }
    ordered.push({ ...passage, ...span, turn: turn === null ? null : taken.turns.length });
    end = span.end;
  }
  for (const turn of turns.slice(reached)) taken.add(turn, text.length);
  return { passages: ordered, turns: taken.turns };
}

/** Only a note may be empty: its number is known all the same. */
function isFilled(start: number, end: number, note: string | null): boolean {
  return start < end || (start === end && note !== null);
}

/** The turns taken so far; a label is one where it stands in no passage and after the labels before it. */
class TurnList {
  readonly turns: OrderedTurn[] = [];
  readonly #passages: readonly MarkedPassage[];
  #labelled = 0;

  /** `passages` are those in order so far, and grow. */
  constructor(passages: readonly MarkedPassage[]) {
    this.#passages = passages;
  }

  /** Adds a turn whose words start at `before` or later. */
  add(turn: MarkedTurn, before: number): void {
    const { label } = turn;
    const isOrdered = label !== null && label.start >= this.#labelled && label.start < label.end;
    const fits = isOrdered && label.end <= before && !overlaps(this.#passages, label);
    if (fits) this.#labelled = label.end;
    this.turns.push({ turn, label: fits ? { start: label.start, end: label.end } : null });
  }
}

/** Brackets and what is said in them. */
const BRACKETS: ReadonlySet<MarkedSpan["kind"]> = new Set(["supplied", "omission", "note-marker", "stage"]);

/**
 * The marks in order: each within one passage, brackets apart from each other but for an omission in supplied words,
 * quoted words apart. Of two that cross the first stays.
 */
export function orderedMarks(marks: readonly MarkedSpan[], passages: readonly Passage[]): MarkedSpan[] {
  const kept: MarkedSpan[] = [];
  let supplied = 0;
  let bracketed = 0;
  let quoted = 0;
  let at = 0;
  for (const mark of marks.toSorted(byPlace)) {
    while (at < passages.length && passages[at]!.end <= mark.start) at++;
    const passage = passages[at];
    if (passage === undefined || mark.start < passage.start || mark.end > passage.end) continue;
    if (mark.start >= mark.end) continue;
    if (BRACKETS.has(mark.kind)) {
      const isWithin = mark.kind === "omission" && mark.end <= supplied;
      if (mark.start < (isWithin ? bracketed : Math.max(bracketed, supplied))) continue;
      if (mark.kind === "supplied") supplied = mark.end;
      else bracketed = mark.end;
    } else {
      if (mark.start < quoted) continue;
      quoted = mark.end;
    }
    kept.push(mark);
  }
  return kept;
}

/** In text order; of those at one place quoted words first, then a direction, supplied words, and what is no word. */
function byPlace(a: MarkedSpan, b: MarkedSpan): number {
  return a.start - b.start || b.end - a.end || rank(a) - rank(b);
}

function rank({ kind }: MarkedSpan): number {
  const order = ["quoted", "stage", "supplied"].indexOf(kind);
  return order < 0 ? 3 : order;
}

/** The marks that were read from words and say nothing of words that `given` speaks of already. */
export function marksBeside(given: readonly MarkedSpan[], read: readonly MarkedSpan[]): MarkedSpan[] {
  const brackets = given.filter(({ kind }) => BRACKETS.has(kind));
  const quotes = given.filter(({ kind }) => !BRACKETS.has(kind));
  return read.filter((mark) => !overlaps(BRACKETS.has(mark.kind) ? brackets : quotes, mark));
}

/** Whether a span overlaps one of `others`, which are in text order and apart, or nested in the one before. */
function overlaps(others: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]!.start < end) low = middle + 1;
    else high = middle;
  }
  return [others[low - 1], others[low - 2]].some((one) => one !== undefined && one.end > start);
}
