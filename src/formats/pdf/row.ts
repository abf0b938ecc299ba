import type { Glyph } from "./glyph.ts";
import { isBlank } from "./letter.ts";
import { markedLetters } from "./marked-letters.ts";

/** Glyphs on one base line, over the whole width of a page, from left to right. */
export interface Row {
  readonly base: number;
  /** Size of most of its letters. */
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/** Glyphs that follow each other in the file, on one base, in one size. */
interface Stretch {
  base: number;
  readonly size: number;
  left: number;
  right: number;
  readonly glyphs: Glyph[];
}

interface OpenRow {
  base: number;
  size: number;
  readonly stretches: Stretch[];
}

/** Bases that differ by less than this part of the size are one line: producers round, and columns are set apart. */
const SAME_BASE = 0.25;
/** A marker is at most this part of its host's size: browsers set one at five sixths unless they are told otherwise. */
const SMALL = 0.86;
/** How far above or below its host's base a smaller glyph may stand, in parts of the host's size. */
const HIGHEST = 0.7;
const LOWEST = 0.35;
/** How far to the side of its host's letters. */
const NEAREST = 0.4;
/** From this rise on, in parts of the row's size, a smaller glyph is raised. */
const RAISED = 0.08;
/** A drop cap is so many times its line's size, and of so few letters. */
const DROPPED = 1.7;
const DROPPED_LETTERS = 2;

function stretchesOf(glyphs: readonly Glyph[]): Stretch[] {
  const found: Stretch[] = [];
  let last: Stretch | undefined;
  for (const glyph of glyphs) {
    const follows =
      last !== undefined &&
      Math.abs(glyph.base - last.base) < 0.05 * last.size &&
      Math.abs(glyph.size - last.size) < 0.02 * last.size &&
      glyph.left - last.right < 3 * last.size &&
      last.left - glyph.right < 3 * last.size;
    if (follows && last !== undefined) {
      last.glyphs.push(glyph);
      last.left = Math.min(last.left, glyph.left);
      last.right = Math.max(last.right, glyph.right);
    } else if (!isBlank(glyph.text) || last !== undefined) {
      last = { base: glyph.base, size: glyph.size, left: glyph.left, right: glyph.right, glyphs: [glyph] };
      found.push(last);
    }
  }
  return found.filter(({ glyphs: own }) => own.some(({ text }) => !isBlank(text)));
}

function gather(stretches: Stretch[]): OpenRow[] {
  stretches.sort((a, b) => a.base - b.base);
  const rows: OpenRow[] = [];
  for (const stretch of stretches) {
    const row = rows.at(-1);
    if (row !== undefined && stretch.base - row.base <= SAME_BASE * Math.min(row.size, stretch.size)) {
      row.stretches.push(stretch);
      if (stretch.glyphs.length > row.stretches[0]!.glyphs.length) row.size = stretch.size;
    } else {
      rows.push({ base: stretch.base, size: stretch.size, stretches: [stretch] });
    }
  }
  return rows;
}

function distance(a: Stretch, b: Stretch): number {
  return Math.max(a.left - b.right, b.left - a.right, 0);
}

function isBeside(small: Stretch, row: OpenRow): boolean {
  return row.stretches.some(
    (host) => host.size * SMALL >= small.size && distance(small, host) <= NEAREST * row.size,
  );
}

/** The row that a smaller stretch stands raised or lowered in, or null. */
function hostOf(small: Stretch, rows: readonly OpenRow[], from: number): OpenRow | null {
  let best: OpenRow | null = null;
  for (const step of [1, -1]) {
    for (let at = from + step; at >= 0 && at < rows.length; at += step) {
      const row = rows[at]!;
      const rise = row.base - small.base;
      if (Math.abs(rise) > 3 * Math.max(small.size, 12)) break;
      if (row.size * SMALL < small.size || rise > HIGHEST * row.size || -rise > LOWEST * row.size) continue;
      if (!isBeside(small, row)) continue;
      if (best === null || Math.abs(rise) < Math.abs(best.base - small.base)) best = row;
    }
  }
  return best;
}

/** Moves raised and lowered stretches into the rows that they belong to. */
function settleRaised(rows: OpenRow[]): OpenRow[] {
  rows.forEach((row, at) => {
    for (const stretch of row.stretches.slice()) {
      if (stretch.glyphs.length > 40) continue;
      const host = hostOf(stretch, rows, at);
      if (host === null) continue;
      row.stretches.splice(row.stretches.indexOf(stretch), 1);
      host.stretches.push(stretch);
    }
  });
  return rows.filter(({ stretches }) => stretches.length > 0);
}

/** Moves the big first letter of a paragraph into the topmost of the lines that it stands beside. */
function settleDropped(rows: OpenRow[]): OpenRow[] {
  rows.forEach((row, at) => {
    for (const cap of row.stretches.slice()) {
      const letters = cap.glyphs.filter(({ text }) => !isBlank(text));
      if (
        letters.length > DROPPED_LETTERS ||
        !/^["'“‘«„]?\p{L}$/u.test(letters.map(({ text }) => text).join(""))
      )
        continue;
      const top = cap.base - 0.8 * cap.size;
      const host = rows
        .slice(Math.max(0, at - 8), at + 1)
        .find(
          ({ base, size, stretches }) =>
            base >= top &&
            base < cap.base - 0.5 * size &&
            cap.size >= DROPPED * size &&
            stretches.some(({ left }) => left >= cap.right - 0.3 * size && left - cap.right < 1.2 * size),
        );
      if (host === undefined) continue;
      row.stretches.splice(row.stretches.indexOf(cap), 1);
      const next = Math.min(
        ...host.stretches.filter(({ left }) => left >= cap.right - 0.3 * host.size).map(({ left }) => left),
      );
      host.stretches.push({
        ...cap,
        glyphs: letters.map((glyph) => ({ ...glyph, right: next, base: host.base, size: host.size })),
      });
    }
  });
  return rows.filter(({ stretches }) => stretches.length > 0);
}

function sizeOf(glyphs: readonly Glyph[]): number {
  const first = glyphs[0]!.size;
  if (glyphs.every(({ size }) => size === first)) return first;
  const counts = new Map<number, number>();
  let best = first;
  for (const { size, text } of glyphs) {
    if (isBlank(text)) continue;
    const rounded = Math.round(size * 10) / 10;
    const count = (counts.get(rounded) ?? 0) + 1;
    counts.set(rounded, count);
    if (count > (counts.get(best) ?? 0)) best = rounded;
  }
  return best;
}

/** True where the same letter is drawn over itself, as a bold face is feigned. */
function isDouble(a: Glyph, b: Glyph): boolean {
  return (
    a.text === b.text &&
    Math.abs(a.left - b.left) < 0.12 * a.size &&
    Math.abs(a.base - b.base) < 0.12 * a.size
  );
}

function finished(row: OpenRow): Row {
  const sorted = row.stretches
    .flatMap(({ glyphs }) => glyphs)
    .sort((a, b) => a.left - b.left || a.right - b.right);
  const size = sizeOf(sorted);
  const glyphs: Glyph[] = [];
  for (const glyph of sorted) {
    const last = glyphs.at(-1);
    if (last !== undefined && isDouble(last, glyph)) {
      glyphs[glyphs.length - 1] = { ...last, right: Math.max(last.right, glyph.right) };
      continue;
    }
    const raised = glyph.size <= SMALL * size && row.base - glyph.base >= RAISED * size;
    glyphs.push(raised ? { ...glyph, raised } : glyph);
  }
  return { base: row.base, size, glyphs };
}

/** True for a row of marks without letters: what browsers leave at a page's end of a line that they set on the next. */
function isResidue({ glyphs }: Row): boolean {
  return glyphs.every(({ text }) => isBlank(text) || /^\p{M}+$/u.test(text));
}

/** The rows of a page from top to bottom. Raised and lowered glyphs stand in the row of the words beside them. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows = settleDropped(settleRaised(gather(stretchesOf(markedLetters(glyphs)))));
  return rows
    .sort((a, b) => a.base - b.base)
    .map(finished)
    .filter((row) => !isResidue(row));
}
