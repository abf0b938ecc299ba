import type { Span } from "../core/index.ts";
import { highlighted, type Marked } from "./highlight.ts";

/** Code units of a passage shown around what was found: two lines of a terminal. */
const LENGTH = 200;
/** The share of them before the first word found. */
const LEAD = 0.3;

/**
 * The part of a passage where most of the words looked for stand, about 200 code units of it on one line, the words
 * passed through `mark`, … where it is cut. `found` are offsets into the whole text, ascending.
 */
export function snippet(passage: Marked, found: readonly Span[], mark: (words: string) => string): string {
  const { text, start } = passage;
  if (text.length <= LENGTH) return highlighted(passage, found, mark).trim();
  const first = densest(found);
  const wanted = first === undefined ? 0 : first.start - start - Math.floor(LENGTH * LEAD);
  const from = wordAfter(text, Math.max(0, Math.min(wanted, text.length - LENGTH)));
  const to = wordBefore(text, from + LENGTH);
  const shown = highlighted({ text: text.slice(from, to), start: start + from }, found, mark).trim();
  return `${from > 0 ? "… " : ""}${shown}${to < text.length ? " …" : ""}`;
}

/** The span with which the most others stand within one snippet; the first of several. */
function densest(found: readonly Span[]): Span | undefined {
  const reach = LENGTH * (1 - LEAD);
  const beside = (one: Span): number =>
    found.filter(({ start, end }) => start >= one.start && end <= one.start + reach).length;
  let best = found[0];
  for (const one of found) if (beside(one) > beside(best!)) best = one;
  return best;
}

/** How far a cut is moved so that no word is cut: more than most words have; scripts without spaces are cut between letters. */
const LONGEST_WORD = 30;

function wordAfter(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = text.slice(offset, offset + LONGEST_WORD).search(/\s/u);
  return space >= 0 ? offset + space + 1 : wholeLetter(text, offset);
}

function wordBefore(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  for (let at = offset; at > offset - LONGEST_WORD; at--) if (/\s/u.test(text[at]!)) return at;
  return wholeLetter(text, offset);
}

/** The offset, or one less where it would part the two halves of a letter. */
function wholeLetter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
