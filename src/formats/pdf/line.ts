import { logicalOrder, type Part, strongLetters } from "./direction.ts";
import type { ScannedPage } from "./glyph.ts";
import { FILLER } from "./letter.ts";
import { turned } from "./matrix.ts";
import { namesShapes } from "./mirroring.ts";
import { regionsOf } from "./region.ts";
import { type Row, rowsOf } from "./row.ts";
import { type Word, wordsOf } from "./word.ts";

/** A line of a column, as it is read. Lengths are points in the frame of its text. */
export interface Line {
  readonly page: number;
  /** Number of its column or band in the document, in reading order. */
  readonly region: number;
  /** Words in logical order, parted by single blanks; raised parts apart. */
  readonly parts: readonly Part[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Size of most of its letters. */
  readonly size: number;
  readonly bold: boolean;
  readonly leftwards: boolean;
  /** Width of its first word, as it is read, with the marks that no line's end parts from it. */
  readonly firstWidth: number;
  /** On the page as it is shown: left, top, right, bottom, in tenths of points. */
  readonly box: readonly [number, number, number, number];
  /** False for text that runs at another angle than most of its page's. */
  readonly upright: boolean;
}

/** The lines of a page in reading order, and what else is asked of it later. */
export interface LinedPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Level lines in the frame of the page's main text. */
  readonly rules: ScannedPage["rules"];
  /** How its brackets are named, or those of the page before; see `namesShapes`. */
  readonly shapes: boolean | null;
}

const tenths = (points: number): number => Math.round(points * 10) / 10 || 0;

function boxOf(words: readonly Word[], angle: number): Line["box"] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { glyphs } of words) {
    for (const glyph of glyphs) {
      left = Math.min(left, glyph.left);
      right = Math.max(right, glyph.right);
      top = Math.min(top, glyph.base - glyph.ascent * glyph.size);
      bottom = Math.max(bottom, glyph.base + glyph.descent * glyph.size);
    }
  }
  if (angle === 0) return [tenths(left), tenths(top), tenths(right), tenths(bottom)];
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x, y]) => turned(x!, y!, -angle));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [tenths(Math.min(...xs)), tenths(Math.min(...ys)), tenths(Math.max(...xs)), tenths(Math.max(...ys))];
}

/** Arabic letters that join the letter after them. */
const JOINING =
  /[\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u0678-\u0687\u069a-\u06bf\u06cc]\p{M}*$/u;

/**
 * True for what only draws a word longer: the colon as which LibreOffice names the tatweel that it draws between two joined
 * letters. A colon that was written between two words without a blank is lost after such a letter.
 */
function isStretch(glyphs: readonly { readonly text: string }[], at: number): boolean {
  const { text } = glyphs[at]!;
  if (text !== ":") return false;
  let [left, right] = [at - 1, at + 1];
  while (glyphs[left]?.text === ":") left--;
  while (glyphs[right]?.text === ":") right++;
  const [after, before] = [glyphs[left]?.text ?? "", glyphs[right]?.text ?? ""];
  return JOINING.test(before) && /^[\u0620-\u06d3]/.test(after);
}

function partsOf(words: readonly Word[]): Part[] {
  const parts: Part[] = [];
  words.forEach((word, i) => {
    if (i > 0) parts.push({ text: " ", raised: false });
    word.glyphs.forEach(({ text, raised }, at) => {
      if (text !== FILLER && !isStretch(word.glyphs, at)) parts.push({ text, raised });
    });
  });
  return parts;
}

/** Runs of raised and of other letters, each as one part. */
function joined(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  let start = 0;
  for (let at = 1; at <= parts.length; at++) {
    const raised = parts[start]!.raised;
    if (at < parts.length && parts[at]!.raised === raised) continue;
    const letters = parts.slice(start, at).map(({ text }) => text);
    runs.push({ text: letters.join(""), raised });
    start = at;
  }
  return runs;
}

/** Text that mostly runs to the left; where neither side has more letters, as its page does. */
function runsLeft(text: string, usual: boolean): boolean {
  const { left, right } = strongLetters(text);
  if (usual) return right > 0 || left === 0;
  return right > left;
}

interface PageText {
  readonly page: number;
  readonly angle: number;
  readonly upright: boolean;
  readonly leftwards: boolean;
  readonly shapes: boolean | null;
}

function lineOf(
  words: readonly Word[],
  row: Row,
  region: number,
  { page, angle, upright, leftwards: usual, shapes }: PageText,
): Line {
  const glyphs = words.flatMap((word) => word.glyphs);
  const raw = partsOf(words);
  const leftwards = runsLeft(raw.map(({ text }) => text).join(""), usual);
  const parts = joined(logicalOrder(raw, leftwards, shapes));
  const own = sizesOf(glyphs);
  return {
    page,
    region,
    parts,
    text: parts.map(({ text }) => text).join(""),
    left: words[0]!.left,
    right: Math.max(...words.map(({ right }) => right)),
    base: row.base,
    size: own,
    bold: glyphs.filter(({ bold }) => bold).length > glyphs.length * 0.6,
    leftwards,
    firstWidth: firstWidth(leftwards ? words.toReversed() : words),
    box: boxOf(words, angle),
    upright,
  };
}

/** Marks that stand after a no-break blank, as French sets them. */
const CLOSING = /^[:;!?»›%\u061b\u061f]+$/;

/** The width of the first word, of words in the order in which they are read, with the marks before and after it. */
function firstWidth(words: readonly Word[]): number {
  const textAt = (at: number): string => (words[at]?.glyphs ?? []).map(({ text }) => text).join("");
  let last = 0;
  while (last + 1 < words.length && !/[\p{L}\p{N}]/u.test(textAt(last))) last++;
  while (CLOSING.test(textAt(last + 1))) last++;
  const own = words.slice(0, last + 1);
  return Math.max(...own.map(({ right }) => right)) - Math.min(...own.map(({ left }) => left));
}

function sizesOf(glyphs: readonly { readonly size: number }[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1]!;
}

/**
 * The lines of a page in reading order. `firstRegion` is the number of its first column or band, `usual` how the page before
 * names its brackets.
 */
export function linesOf(page: ScannedPage, firstRegion: number, usual: boolean | null = null): LinedPage {
  const lines: Line[] = [];
  let shapes = usual;
  let region = firstRegion;
  page.groups.forEach(({ angle, glyphs }, at) => {
    const rows = rowsOf(glyphs);
    const words = rows.flatMap((row, index) => wordsOf(row, index));
    const { left, right } = strongLetters(glyphs.map(({ text }) => text).join(""));
    shapes = namesShapes(words) ?? shapes;
    const text = { page: page.number, angle, upright: at === 0, leftwards: right > left, shapes };
    for (const own of regionsOf(words, rows, text.leftwards)) {
      const byRow = new Map<number, Word[]>();
      for (const word of own) byRow.set(word.row, [...(byRow.get(word.row) ?? []), word]);
      for (const [index, inRow] of [...byRow].sort(([a], [b]) => a - b)) {
        inRow.sort((a, b) => a.left - b.left);
        lines.push(lineOf(inRow, rows[index]!, region, text));
      }
      region++;
    }
  });
  const level = page.groups[0]?.angle === 0;
  const { number, width, height, rules, dots } = page;
  return {
    number,
    width,
    height,
    lines: level && dots.length > 0 ? lines.map((line) => withDot(line, dots)) : lines,
    rules: level ? rules : [],
    shapes,
  };
}

/** A dot stands so many sizes before the line that it opens. */
const BEFORE = 2.5;

/** A line with the drawn dot that stands before it written as a bullet. */
function withDot(line: Line, dots: ScannedPage["dots"]): Line {
  const dot = dots.find(({ left, right, y }) => {
    const gap = line.leftwards ? left - line.right : line.left - right;
    return (
      line.upright && gap > 0 && gap < BEFORE * line.size && y < line.base && y > line.base - 0.8 * line.size
    );
  });
  if (dot === undefined) return line;
  return {
    ...line,
    parts: [{ text: "• ", raised: false }, ...line.parts],
    text: `• ${line.text}`,
    left: Math.min(line.left, dot.left),
    right: Math.max(line.right, dot.right),
  };
}
