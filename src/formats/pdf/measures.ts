import type { Line } from "./line.ts";

/** The edges of a column or band, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Most of its lines reach the far edge. */
  readonly justified: boolean;
  /** The edge at which its lines are set flush, where it is not the one at which they begin to be read; null otherwise. */
  readonly flush: "left" | "right" | null;
}

/** What is usual in a document: what lines are measured against. */
export interface Measures {
  /** Size of most of the text. */
  readonly bodySize: number;
  /** True where most of the text is bold. */
  readonly bold: boolean;
  /** True where paragraphs begin with an indent. */
  readonly indented: boolean;
  column(line: Line): Column;
  /** Usual distance of two lines of a size. */
  pitch(size: number): number;
  /** How far inside its column a line stands at the edge where lines begin, or are set flush, and at the other edge. */
  indent(line: Line): number;
  slack(line: Line): number;
}

/** A column of fewer lines says little of its edges; a neighbour that holds it says more. */
const FEW_LINES = 6;
/** A neighbour's column this many times as wide is another one. */
const MUCH_WIDER = 2.6;
/** So many regions before and after are neighbours. */
const NEIGHBOURS = 4;
/** Lines are no further apart than this many sizes, where few of their size are seen. */
const WIDEST_PITCH = 1.5;
/** Fewer pairs of lines than this tell nothing of the usual pitch. */
const FEW_PAIRS = 3;
/** Distances within this part of each other are one pitch: browsers round each base to a dot of the screen. */
const SAME_PITCH = 0.04;
/** What a word needs beside its own width to have found room at a line's end, in sizes. */
export const ROOM = 1;
/** Of a column that is set flush at the edge where its lines end, so many lines are, and fewer than so many at the other. */
const TURNED_ENDS = 0.8;
const TURNED_STARTS = 0.5;
const half = (size: number): number => Math.round(size * 2) / 2;

function mostOf(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}

function bodySizeOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 10) / 10;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return mostOf(counts) ?? 10;
}

/** The share of lines that reach an edge: `away` says how far from it each is. */
function shareAt(lines: readonly Line[], away: (line: Line) => number): number {
  return lines.filter((line) => away(line) < 0.6 * line.size).length / lines.length;
}

function edgesOf(lines: readonly Line[]): Column {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const ends = shareAt(lines, (line) => (line.leftwards ? line.left - left : right - line.right));
  const starts = shareAt(lines, (line) => (line.leftwards ? right - line.right : line.left - left));
  const leftwards = lines.filter((line) => line.leftwards).length > lines.length / 2;
  const known = lines.length >= FEW_LINES;
  if (known && ends >= TURNED_ENDS && starts < TURNED_STARTS)
    return { left, right, justified: false, flush: leftwards ? "left" : "right" };
  return { left, right, justified: known && ends > 0.6, flush: null };
}

function columnsOf(lines: readonly Line[]): Map<number, Column> {
  const regions = new Map<number, Line[]>();
  for (const line of lines) {
    const own = regions.get(line.region);
    if (own === undefined) regions.set(line.region, [line]);
    else own.push(line);
  }
  const all = [...regions].map(([region, own]) => ({ region, count: own.length, edges: edgesOf(own) }));
  return new Map(
    all.map((own, at) => {
      const near = all.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
      const { left, right } = own.edges;
      const holds = near.filter(
        ({ count, edges }) =>
          count >= Math.max(FEW_LINES, own.count) &&
          edges.left <= left + 2 &&
          edges.right >= right - 2 &&
          edges.right - edges.left < MUCH_WIDER * Math.max(right - left, 60),
      );
      const narrowest = holds.sort(
        (a, b) => a.edges.right - a.edges.left - (b.edges.right - b.edges.left),
      )[0];
      return [own.region, own.count >= 2 * FEW_LINES ? own.edges : (narrowest?.edges ?? own.edges)];
    }),
  );
}

/** The distance that most of these lie near; the smallest of several. */
function usualOf(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  let best: readonly number[] = [];
  for (let from = 0, to = 0; from < sorted.length; from++) {
    while (to < sorted.length && sorted[to]! <= sorted[from]! * (1 + 2 * SAME_PITCH)) to++;
    if (to - from > best.length) best = sorted.slice(from, to);
  }
  return best.reduce((sum, gap) => sum + gap, 0) / best.length;
}

/**
 * The usual pitch of a size is that of lines of which the first had no room for the next one's first word: they follow each
 * other inside a paragraph. Where few do, as in a list, it is the smallest distance.
 */
function pitchesOf(lines: readonly Line[], slack: (line: Line) => number): (size: number) => number {
  const full = new Map<number, number[]>();
  const least = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    const gap = b.base - a.base;
    const size = half(a.size);
    if (a.region !== b.region || size !== half(b.size) || gap < 0.8 * a.size || gap > 3 * a.size) continue;
    least.set(size, Math.min(least.get(size) ?? WIDEST_PITCH * size, gap));
    if (slack(a) > b.firstWidth + ROOM * a.size) continue;
    const own = full.get(size);
    if (own === undefined) full.set(size, [gap]);
    else own.push(gap);
  }
  const usual = new Map<number, number>();
  for (const [size, gap] of least) {
    const gaps = full.get(size) ?? [];
    usual.set(size, gaps.length < FEW_PAIRS ? gap : usualOf(gaps));
  }
  return (size) => usual.get(half(size)) ?? WIDEST_PITCH * size;
}

/** Measures the lines of a document, in reading order, without its running heads and feet. */
export function measure(lines: readonly Line[]): Measures {
  const columns = columnsOf(lines);
  const bodySize = bodySizeOf(lines);
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const boldLetters = lines.reduce((sum, { text, bold }) => sum + (bold ? text.length : 0), 0);
  const column = (line: Line): Column =>
    columns.get(line.region) ?? { left: line.left, right: line.right, justified: false, flush: null };
  const away = (line: Line, fromRight: boolean): number =>
    fromRight ? column(line).right - line.right : line.left - column(line).left;
  const startsRight = (line: Line): boolean =>
    (column(line).flush ?? (line.leftwards ? "right" : "left")) === "right";
  const indent = (line: Line): number => away(line, startsRight(line));
  const slack = (line: Line): number => away(line, !startsRight(line));
  const pitch = pitchesOf(lines, slack);
  return {
    bodySize,
    bold: boldLetters > letters / 2,
    indented: isIndented(lines, bodySize, indent, pitch),
    column,
    pitch,
    indent,
    slack,
  };
}

/** Lines that begin inside between lines that do not, without a gap: indented paragraphs. */
function isIndented(
  lines: readonly Line[],
  bodySize: number,
  indent: (line: Line) => number,
  pitch: (size: number) => number,
): boolean {
  let indented = 0;
  let spaced = 0;
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    if (a.region !== b.region || Math.abs(b.size - bodySize) > 0.5 || Math.abs(a.size - bodySize) > 0.5)
      continue;
    const gap = b.base - a.base;
    if (gap > 1.22 * pitch(b.size)) spaced++;
    else if (indent(b) > 0.7 * b.size && indent(b) < 4 * b.size && indent(a) < 0.4 * a.size) indented++;
  }
  return indented > spaced;
}
