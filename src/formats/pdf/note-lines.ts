import type { Line, LinedPage } from "./line.ts";
import type { Measures } from "./measures.ts";

/** A note as it stands at pages' feet: its label and its lines, of which the first begins with the label. */
export interface FootNote {
  readonly label: string;
  /** Letters of the first line that are its label, and the blank after it. */
  readonly labelLength: number;
  readonly lines: Line[];
}

/** Notes are set at most at this part of the text's size. */
const SMALLER = 0.93;
/** A rule above notes reaches over at most this part of the page. */
const SHORT_RULE = 0.7;
/** A line stands under a rule when no more than this many sizes part them. */
const UNDER_RULE = 4;

const SIGN = /^\s*([*†‡§]{1,3})\s*(?=\S)/u;
const NUMBER = /^\s*(?:\[(\d{1,3})\]|\(?(\d{1,3})[.):]?)\s+(?=\S)/u;

/** The label that a line begins with: a raised number or sign, or a bare one. */
function labelOf({
  parts,
  text,
}: Line): { readonly label: string; readonly length: number; readonly raised: boolean } | null {
  const first = parts[0]!;
  if (first.raised) {
    const label = /^\s*[[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?\s*$/u.exec(first.text)?.[1];
    if (label === undefined) return null;
    return { label, length: first.text.length + leadingBlanks(text.slice(first.text.length)), raised: true };
  }
  const sign = SIGN.exec(text);
  if (sign !== null) return { label: sign[1]!, length: sign[0].length, raised: false };
  const number = NUMBER.exec(text);
  return number === null
    ? null
    : { label: (number[1] ?? number[2])!, length: number[0].length, raised: false };
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}

/** The numbers and signs that stand raised, or as signs behind words, in lines. */
function markersOf(lines: readonly Line[]): Set<string> {
  const found = new Set<string>();
  for (const { parts, text } of lines) {
    for (const { text: own, raised } of parts) {
      if (raised) for (const match of own.matchAll(/\d{1,3}|[*†‡§]{1,3}/gu)) found.add(match[0]);
    }
    for (const match of text.matchAll(/(?<=[\p{L}\p{N}.,;:!?…"'”’»)])[*†‡]{1,3}|\[\d{1,3}\]/gu)) {
      found.add(match[0].replace(/[[\]]/g, ""));
    }
  }
  return found;
}

function isUnderRule(line: Line, page: LinedPage): boolean {
  return page.rules.some(
    ({ left, right, y }) =>
      y < line.base &&
      line.base - y < UNDER_RULE * line.size &&
      right - left < SHORT_RULE * page.width &&
      left < line.right &&
      right > line.left,
  );
}

/** The lines at the foot of a page under which stands none of the text's size, column by column. */
function footOf(page: LinedPage, lines: readonly Line[], small: (line: Line) => boolean): Line[] {
  const foot: Line[] = [];
  const above: Line[] = [];
  for (const line of [...lines].sort((a, b) => b.base - a.base)) {
    const covered = above.some(({ left, right }) => left < line.right && right > line.left);
    if (!covered && line.upright && small(line)) foot.push(line);
    else above.push(line);
  }
  const kept = new Set(foot);
  return page.lines.filter((line) => kept.has(line));
}

/** True where a page's feet may hold notes at the text's own size: a short rule stands above them. */
function ruled(page: LinedPage): number | null {
  const ys = page.rules
    .filter(({ left, right, y }) => right - left < SHORT_RULE * page.width && y > page.height * 0.35)
    .map(({ y }) => y);
  return ys.length === 0 ? null : Math.max(...ys);
}

/**
 * The notes at the feet of pages, in order, and the lines that are theirs. A note begins with a number or sign that stands
 * raised, or that a marker in the text has; what follows it in smaller type, or under a rule, is its text, on the next
 * page's foot too.
 */
export function footNotesOf(
  pages: readonly LinedPage[],
  isFurniture: (line: Line) => boolean,
  { bodySize }: Measures,
): { readonly notes: readonly FootNote[]; readonly lines: ReadonlySet<Line> } {
  const notes: FootNote[] = [];
  const taken = new Set<Line>();
  const markers = new Set<string>();
  for (const page of pages) {
    const lines = page.lines.filter((line) => !isFurniture(line));
    const rule = ruled(page);
    const small = (line: Line): boolean =>
      line.size <= SMALLER * bodySize || (rule !== null && line.base > rule && line.size <= bodySize * 1.02);
    const foot = footOf(page, lines, small);
    const inFoot = new Set(foot);
    for (const marker of markersOf(lines.filter((line) => !inFoot.has(line)))) markers.add(marker);
    readFoot(foot, page, markers, notes, taken);
  }
  return { notes, lines: taken };
}

function readFoot(
  foot: readonly Line[],
  page: LinedPage,
  markers: ReadonlySet<string>,
  notes: FootNote[],
  taken: Set<Line>,
): void {
  let open: FootNote | null = null;
  let region = -1;
  for (const line of foot) {
    const label = labelOf(line);
    const starts =
      label !== null &&
      (label.raised ? markers.size > 0 || isUnderRule(line, page) : markers.has(label.label));
    if (starts) {
      open = { label: label.label, labelLength: label.length, lines: [line] };
      notes.push(open);
      taken.add(line);
    } else if (open !== null && region === line.region) {
      open.lines.push(line);
      taken.add(line);
    } else {
      open = continued(line, page, notes);
      open?.lines.push(line);
      if (open !== null) taken.add(line);
    }
    region = line.region;
  }
}

/** The last note, where a line at a foot's beginning goes on with it: under a rule, on the page after. */
function continued(line: Line, page: LinedPage, notes: readonly FootNote[]): FootNote | null {
  const last = notes.at(-1);
  const end = last?.lines.at(-1);
  if (last === undefined || end === undefined || line.page - end.page > 1) return null;
  if (Math.abs(end.size - line.size) > 0.5 || !isUnderRule(line, page)) return null;
  return last;
}
