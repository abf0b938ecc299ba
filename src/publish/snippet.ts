import type { Span } from "../core/index.ts";

/** Code units of a passage shown around what was found: two lines of a terminal. */
const LENGTH = 200;
/** The share of them before the first word found. */
const LEAD = 0.3;

/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

/** The part of a passage that is shown of it. */
export interface Snippet {
  readonly stretches: readonly Stretch[];
  /** Whether words stand before it, and after it, that are not shown. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/**
 * The part of a passage where most of the words looked for stand, about 200 code units of it; all of a shorter one.
 * `text` is the passage's, `start` its offset in the whole text; `found` are offsets into the whole text, ascending.
 */
export function snippetOf(text: string, start: number, found: readonly Span[]): Snippet {
  const { from, to } = text.length <= LENGTH ? { from: 0, to: text.length } : cut(text, start, found);
  return {
    stretches: stretchesOf(text.slice(from, to), start + from, found),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}

/** A text in stretches that alternate between what spans cover and what they do not; spans may touch, overlap and reach past it. */
export function stretchesOf(text: string, start: number, spans: readonly Span[]): Stretch[] {
  const inside = spans
    .map((span) => ({ from: Math.max(0, span.start - start), to: Math.min(text.length, span.end - start) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to } of inside) {
    if (to <= at) continue;
    const first = Math.max(at, from);
    if (first > at) stretches.push({ text: text.slice(at, first), found: false });
    stretches.push({ text: text.slice(first, to), found: true });
    at = to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), found: false });
  return stretches;
}

function cut(text: string, start: number, found: readonly Span[]): { from: number; to: number } {
  const first = densest(found);
  const wanted = first === undefined ? 0 : first.start - start - Math.floor(LENGTH * LEAD);
  const from = wordAfter(text, Math.max(0, Math.min(wanted, text.length - LENGTH)));
  return { from, to: wordBefore(text, from + LENGTH) };
}

/** The span with which the most others stand within one snippet; the first of several. */
function densest(found: readonly Span[]): Span | undefined {
  const reach = LENGTH * (1 - LEAD);
  let best = found[0];
  let most = 0;
  let last = 0;
  for (const [first, one] of found.entries()) {
    last = Math.max(last, first);
    while (last < found.length && found[last]!.end <= one.start + reach) last++;
    if (last - first > most) [best, most] = [one, last - first];
  }
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
