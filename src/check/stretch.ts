import { type Edition, segmentsWithin, type Window } from "../archive/index.ts";
import type { Source } from "../core/index.ts";

/** Segments `[from, to)` of a version, read as a source of its own. */
export interface Stretch {
  readonly edition: Edition;
  readonly from: number;
  readonly to: number;
}

/**
 * Units of text up to which a document is read whole, about 1,500 words: reading them takes a tenth of a millisecond,
 * and what the parts of one document are to each other shows only where it is read whole.
 */
const SMALL = 9000;
/** Units between two segments of one paragraph: a mark and spaces. */
const GAP = 4;

/**
 * Windows as stretches, in the archive's order, none overlapping another: whole paragraphs, since a sentence's unquoted
 * words may govern the quoted ones. Stretches of one document stay apart, so that nothing reads on from one to the other.
 */
export function stretchesOf(windows: readonly Window[], editionOf: (key: number) => Edition): Stretch[] {
  const stretches: Stretch[] = [];
  const whole = new Set<number>();
  for (const { edition: key, from, to } of windows) {
    if (whole.has(key)) continue;
    const edition = editionOf(key);
    const isSmall = edition.source.text.length <= SMALL;
    if (isSmall) whole.add(key);
    stretches.push(isSmall ? wholeOf(edition) : paragraphs(edition, segmentsWithin(edition, from, to)));
  }
  return united(stretches);
}

/** All of a version. */
export function wholeOf(edition: Edition): Stretch {
  return { edition, from: 0, to: edition.source.segments.length };
}

export function isWhole({ edition, from, to }: Stretch): boolean {
  return from === 0 && to === edition.source.segments.length;
}

export function sourceOf(stretch: Stretch): Source {
  const { edition, from, to } = stretch;
  if (isWhole(stretch)) return edition.source;
  return { text: edition.source.text, segments: edition.source.segments.slice(from, to) };
}

/** Stretches in the archive's order; those that overlap or touch are one. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const ordered = [...stretches].sort((a, b) => a.edition.key - b.edition.key || a.from - b.from);
  const found: Stretch[] = [];
  for (const stretch of ordered) {
    const last = found[found.length - 1];
    if (last !== undefined && last.edition.key === stretch.edition.key && stretch.from <= last.to)
      found[found.length - 1] = { ...last, to: Math.max(last.to, stretch.to) };
    else found.push(stretch);
  }
  return found;
}

/** Widened to whole paragraphs: a mark or another voice may part one into several segments. */
function paragraphs(edition: Edition, [from, to]: [number, number]): Stretch {
  let [first, last] = [from, to];
  while (first > 0 && goesOn(edition.source, first)) first--;
  while (last < edition.source.segments.length && goesOn(edition.source, last)) last++;
  return { edition, from: first, to: last };
}

/** Whether a segment goes on in the paragraph of the one before. */
function goesOn({ text, segments }: Source, index: number): boolean {
  const [before, segment] = [segments[index - 1]!, segments[index]!];
  const gap = segment.start - before.end;
  return gap >= 0 && gap <= GAP && !text.slice(before.end, segment.start).includes("\n");
}
