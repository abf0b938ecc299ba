import type { Line, LinedPage } from "./line.ts";

/** Running heads, feet and page numbers stand among so many outermost rows of a page, and in this part of its height. */
const OUTERMOST = 3;
const ZONE = 0.16;
/** Rows whose bases differ by less, in points, are one row. */
const SAME_ROW = 3;
/** A head of a row or more that changes from page to page stands further than this, in sizes, from the text. */
const APART = 1.5;
/** A line of running text fills this part of its page's widest line. */
const FULL = 0.9;
/** A head stands at one height on its pages, to this many points. */
const SAME_HEIGHT = 4;
/** What repeats on this many pages is furniture; in a document of few pages, with heads left and right, on two. */
const REPEATS = 3;
const FEW_PAGES = 6;
/** Pages between two that show the same head: left and right pages have each their own, a chapter may open without. */
const NEAR = 3;

/** What ends like a sentence is no head: a note at a page's foot begins with a number that grows, too. */
const SENTENCE = /[.!?;:…؟][”"’»)\]]*$/u;

/** A row at the top or the bottom of a page. */
interface Edge {
  readonly page: LinedPage;
  readonly lines: readonly Line[];
  readonly height: number;
  readonly text: string;
  /** The text with a place for every number. */
  readonly pattern: string;
  /** The numbers in it, in order. */
  readonly numbers: readonly number[];
  /** It, or a row or two with it, stands further from the text than lines of a paragraph do from each other. */
  readonly apart: boolean;
  /** It fills the measure, and the text goes on at its usual pitch: words that happen to stand so on other pages. */
  readonly running: boolean;
}

const ROMAN = /^[ivxlcdm]{1,8}$/i;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(word: string): number {
  const values = [...word.toLowerCase()].map((letter) => ROMAN_VALUES[letter]!);
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0);
}

function digits(word: string): number {
  return Number(word.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)));
}

function edgeOf(page: LinedPage, lines: readonly Line[], apart: boolean, running: boolean): Edge {
  const text = lines.map((line) => line.text).join(" ");
  const numbers: number[] = [];
  const words = text.split(/\s+/).map((word, at, all) => {
    if (ROMAN.test(word) && (at === 0 || at === all.length - 1)) {
      numbers.push(romanValue(word));
      return "#";
    }
    return word.replace(/(?<![\p{L}\p{M}])[0-9\u0660-\u0669\u06f0-\u06f9]+(?![\p{L}\p{M}])/gu, (found) => {
      numbers.push(digits(found));
      return "#";
    });
  });
  return {
    page,
    lines,
    height: lines[0]!.base,
    text,
    pattern: words.join(" ").toLowerCase(),
    numbers,
    apart,
    running,
  };
}

/** A head of fewer words may be as wide as a narrow page's lines. */
const FEW_WORDS = 4;

function widthOf({ left, right }: Line): number {
  return right - left;
}

function isRunning(row: readonly Line[], next: readonly Line[] | undefined, widest: number): boolean {
  const [line, ...others] = row;
  if (line === undefined || next?.[0] === undefined || others.length > 0) return false;
  const follows = Math.abs(next[0].base - line.base) <= APART * line.size;
  return follows && widthOf(line) >= FULL * widest && line.text.split(/\s+/).length > FEW_WORDS;
}

/** The outermost rows at one end of a page, the outermost first. */
function edges(page: LinedPage, atTop: boolean): Edge[] {
  const upright = page.lines.filter((line) => line.upright);
  if (upright.length === 0) return [];
  const bases = upright.map(({ base }) => base);
  const limit = atTop ? page.height * ZONE : page.height * (1 - ZONE);
  const inZone = upright.filter(({ base }) => (atTop ? base <= limit : base >= limit));
  const sorted = inZone.sort((a, b) => (atTop ? a.base - b.base : b.base - a.base));
  if (bases.length === 0) return [];
  const rows: Line[][] = [];
  for (const line of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(row[0]!.base - line.base) <= SAME_ROW) row.push(line);
    else rows.push([line]);
  }
  const widest = upright.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  return rows.slice(0, OUTERMOST).map((lines, at) => {
    const apart = rows
      .slice(at, at + OUTERMOST)
      .some(
        ([line], i) => Math.abs((rows[at + i + 1]?.[0]?.base ?? Infinity) - line!.base) > APART * line!.size,
      );
    return edgeOf(
      page,
      lines.toSorted((one, other) => one.left - other.left),
      apart,
      isRunning(lines, rows[at + 1], widest),
    );
  });
}

/** True where a number in both grows with the pages, as page numbers do. */
function counts(a: Edge, b: Edge): boolean {
  const step = b.page.number - a.page.number;
  return a.numbers.some((value) => b.numbers.includes(value + step));
}

function isNumberAlone(edge: Edge): boolean {
  return /^[^\p{L}\p{N}#]*(?:#|page #|#?\s*(?:\/|of|von|de|sur)\s*#|page # of #)[^\p{L}\p{N}#]*$/u.test(
    edge.pattern,
  );
}

/** True where the row on another page is the same head: the same words, or the page's number at the same place. */
function repeats(a: Edge, b: Edge): boolean {
  if (Math.abs(a.height - b.height) > SAME_HEIGHT) return false;
  if (a.numbers.length === 0) return a.pattern === b.pattern;
  if (a.text === b.text) return true;
  if (!counts(a, b)) return false;
  if (isNumberAlone(a) && isNumberAlone(b)) return true;
  if (!a.apart || !b.apart) return false;
  return a.pattern === b.pattern || isPageHead(a, b);
}

/** Heads that name each page's own matter beside its number, at its beginning or end. */
function isPageHead(a: Edge, b: Edge): boolean {
  if ([a, b].some(({ text, lines }) => SENTENCE.test(text) || lines[0]!.parts[0]!.raised)) return false;
  const starts = a.pattern.startsWith("# ") || b.pattern.startsWith("# ");
  const ends = a.pattern.endsWith(" #") || b.pattern.endsWith(" #");
  return (starts || ends) && a.text.length < 90 && b.text.length < 90;
}

/** The row's repetitions, itself counted, on pages near each other. */
function repetitions(edge: Edge, byPage: ReadonlyMap<number, readonly Edge[]>): number {
  let found = 1;
  for (const direction of [1, -1]) {
    let last = edge.page.number;
    for (let next = last + direction; Math.abs(next - last) <= NEAR && found < REPEATS; next += direction) {
      if (!byPage.get(next)?.some((other) => repeats(edge, other) || repeats(other, edge))) continue;
      found++;
      last = next;
    }
  }
  return found;
}

function dropEdges(pages: readonly LinedPage[], atTop: boolean, dropped: Set<Line>): void {
  const byPage = new Map(pages.map((page) => [page.number, edges(page, atTop)]));
  for (const own of byPage.values()) {
    for (const edge of own) {
      if (edge.running) break;
      const enough = pages.length < FEW_PAGES ? 2 : REPEATS;
      if (repetitions(edge, byPage) < enough && !(isNumberAlone(edge) && repetitions(edge, byPage) >= 2))
        break;
      for (const line of edge.lines) dropped.add(line);
    }
  }
}

/** Text at an angle that stands on most pages at one place: a stamp. */
function dropStamps(pages: readonly LinedPage[], dropped: Set<Line>): void {
  const seen = new Map<string, Line[]>();
  for (const line of pages.flatMap(({ lines }) => lines.filter(({ upright }) => !upright))) {
    const key = `${line.text} ${Math.round(line.box[0] / 4)} ${Math.round(line.box[1] / 4)}`;
    seen.set(key, [...(seen.get(key) ?? []), line]);
  }
  for (const lines of seen.values()) {
    if (lines.length >= Math.min(REPEATS, Math.max(2, pages.length)))
      for (const line of lines) dropped.add(line);
  }
}

/**
 * The lines that are a document's running heads and feet and its page numbers: outermost rows that stand at one height and
 * repeat on pages near each other, word for word or but for a number that counts the pages. A single page has none.
 */
export function furnitureOf(pages: readonly LinedPage[]): ReadonlySet<Line> {
  const dropped = new Set<Line>();
  if (pages.length < 2) return dropped;
  dropEdges(pages, true, dropped);
  dropEdges(pages, false, dropped);
  dropStamps(pages, dropped);
  return dropped;
}
