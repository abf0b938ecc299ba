import type { Line } from "./line.ts";

/** The edges of a column or band, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Most of its lines reach the far edge. */
  readonly justified: boolean;
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
  /** How far inside its column a line begins, and ends, in the direction in which it is read. */
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

function edgesOf(lines: readonly Line[]): Column {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const flush = lines.filter(
    (line) => (line.leftwards ? line.left - left : right - line.right) < 0.6 * line.size,
  );
  return { left, right, justified: lines.length >= FEW_LINES && flush.length > lines.length * 0.6 };
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

function pitchesOf(lines: readonly Line[]): (size: number) => number {
  const pairs = new Map<number, Map<number, number>>();
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    const gap = Math.round((b.base - a.base) * 4) / 4;
    if (a.region !== b.region || half(a.size) !== half(b.size) || gap < 0.8 * a.size || gap > 3 * a.size)
      continue;
    const counts = pairs.get(half(a.size)) ?? new Map<number, number>();
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
    pairs.set(half(a.size), counts);
  }
  const usual = new Map<number, number>();
  for (const [size, counts] of pairs) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (all >= FEW_PAIRS) usual.set(size, mostOf(counts)!);
    else usual.set(size, Math.min(Math.min(...counts.keys()), WIDEST_PITCH * size));
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
    columns.get(line.region) ?? { left: line.left, right: line.right, justified: false };
  const indent = (line: Line): number =>
    line.leftwards ? column(line).right - line.right : line.left - column(line).left;
  const slack = (line: Line): number =>
    line.leftwards ? line.left - column(line).left : column(line).right - line.right;
  const pitch = pitchesOf(lines);
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
