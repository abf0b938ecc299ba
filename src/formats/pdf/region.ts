/** What stands in a row without a gap: a word and its box. Rows are counted from the top of the page. */
export interface Boxed {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** The height of a row: where its base is, and its size. */
export interface RowPlace {
  readonly base: number;
  readonly size: number;
}

/** A strip free of words from one row to another: what parts two columns. Rows are indices into a region's rows. */
interface Gutter {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/**
 * The narrowest gutter, in parts of the text's size. Newspapers set columns little more than one size apart; the rivers of
 * justified text are narrower, or not so long.
 */
const NARROWEST = 0.75;
/** A gutter narrower than this must part more rows to be none of justified text's rivers. */
const NARROW = 1.5;
const ROWS_BESIDE_NARROW = 5;
const ROWS_BESIDE_WIDE = 3;
/** A column's rows have so many letters' widths, or it is a list's numbers or a table's cells, which are read row by row. */
const COLUMN_WIDTH = 7;
/** A column's rows mostly reach over this part of its width; a table's cells do not. */
const FILLED = 0.6;
/** Parts of a region are cut again at most so often. */
const DEEPEST = 12;
/** A row at the end of a band that stands alone beside a gutter, so many sizes off, is no part of the band. */
const APART = 2.8;

/** A row at a band's end without which the gutter is so many times as wide is one that happens to part its words there. */
const WIDENED = 1.5;

interface RegionRow<T> {
  readonly index: number;
  readonly base: number;
  readonly words: readonly T[];
}

function rowsOf<T extends Boxed>(words: readonly T[], places: readonly RowPlace[]): RegionRow<T>[] {
  const rows = new Map<number, T[]>();
  for (const word of words) {
    const row = rows.get(word.row);
    if (row === undefined) rows.set(word.row, [word]);
    else row.push(word);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, own]) => ({
      index,
      base: places[index]!.base,
      words: own.sort((a, b) => a.left - b.left),
    }));
}

/** The free strip around `x` in a row, or null where a word covers it. */
function freeAround(words: readonly Boxed[], x: number): readonly [number, number] | null {
  let left = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    if (word.left <= x && word.right >= x) return null;
    if (word.right < x) left = Math.max(left, word.right);
    else return [left, word.left];
  }
  return [left, Number.POSITIVE_INFINITY];
}

/** The free strip around `x` in a row, where it is wider than a row of its size parts words. */
function freeIn(
  row: RegionRow<Boxed>,
  x: number,
  places: readonly RowPlace[],
): readonly [number, number] | null {
  const free = freeAround(row.words, x);
  return free !== null && free[1] - free[0] >= NARROWEST * places[row.index]!.size ? free : null;
}

/** How wide the strip around `x` is that all of these rows leave free. */
function freeWidth(rows: readonly RegionRow<Boxed>[], x: number): number {
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { words } of rows) {
    const free = freeAround(words, x);
    if (free !== null) [left, right] = [Math.max(left, free[0]), Math.min(right, free[1])];
  }
  return right - left;
}

/** Where gutters may be: inside the wide gaps of rows, and before rows that begin far inside. */
function candidates(rows: readonly RegionRow<Boxed>[], size: number): number[] {
  const edge = Math.min(...rows.map(({ words }) => words[0]!.left));
  const seen = new Map<number, number>();
  const add = (x: number): void => void seen.set(Math.round(x / (0.5 * size)), x);
  for (const { words } of rows) {
    if (words[0]!.left - edge > COLUMN_WIDTH * size) add(words[0]!.left - 0.4 * size);
    for (let i = 1; i < words.length; i++) {
      const gap = words[i]!.left - words[i - 1]!.right;
      if (gap >= NARROWEST * size) add(words[i]!.left - Math.min(0.4 * size, gap / 2));
    }
  }
  return [...seen.values()];
}

interface Side {
  readonly rows: number;
  readonly first: number;
  readonly last: number;
}

interface Extent {
  readonly base: number;
  readonly left: number;
  readonly right: number;
}

/** What rows cover on one side of `x`. */
function extentsOf(rows: readonly RegionRow<Boxed>[], x: number, right: boolean): Extent[] {
  const found: Extent[] = [];
  for (const { words, base } of rows) {
    const own = words.filter((word) => word.left > x === right);
    if (own.length > 0) found.push({ base, left: own[0]!.left, right: own.at(-1)!.right });
  }
  return found;
}

/** The width of a row with those that stand less than a line above and below: columns beside each other need not share bases. */
function widthAround(extents: readonly Extent[], at: number, size: number): number {
  let { left, right } = extents[at]!;
  for (const step of [1, -1]) {
    for (let next = at + step; next >= 0 && next < extents.length; next += step) {
      if (Math.abs(extents[next]!.base - extents[at]!.base) > size) break;
      left = Math.min(left, extents[next]!.left);
      right = Math.max(right, extents[next]!.right);
    }
  }
  return right - left;
}

/** The rows on one side of `x`; null where that side is no column. */
function sideOf(rows: readonly RegionRow<Boxed>[], x: number, right: boolean, size: number): Side | null {
  const extents = extentsOf(rows, x, right);
  if (extents.length === 0) return null;
  const width = Math.max(...extents.map((row) => row.right)) - Math.min(...extents.map((row) => row.left));
  const widths = extents.map((_, at) => widthAround(extents, at, size)).sort((a, b) => b - a);
  const usual = widths[Math.floor(widths.length * 0.4)]!;
  if (usual < COLUMN_WIDTH * size || usual < FILLED * width) return null;
  return { rows: widths.length, first: extents[0]!.base, last: extents.at(-1)!.base };
}

function gutterOf(
  rows: readonly RegionRow<Boxed>[],
  from: number,
  to: number,
  [left, right]: readonly [number, number],
  size: number,
): Gutter | null {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return null;
  const x = (left + right) / 2;
  const within = rows.slice(from, to + 1);
  const least = right - left < NARROW * size ? ROWS_BESIDE_NARROW : ROWS_BESIDE_WIDE;
  if (within.length < least) return null;
  const before = sideOf(within, x, false, size);
  const after = sideOf(within, x, true, size);
  if (before === null || after === null || Math.min(before.rows, after.rows) < least) return null;
  const shared = Math.min(before.last, after.last) - Math.max(before.first, after.first);
  if (shared < (least - 1) * size) return null;
  return { from, to, left, right, score: Math.min(before.rows, after.rows) + (right - left) / size / 10 };
}

/** The gutter that parts the most rows, or null. */
function bestGutter(
  rows: readonly RegionRow<Boxed>[],
  size: number,
  places: readonly RowPlace[],
): Gutter | null {
  let best: Gutter | null = null;
  const keep = (from: number, to: number, strip: readonly [number, number]): void => {
    const gutter = gutterOf(rows, from, to, strip, size);
    if (gutter !== null && (best === null || gutter.score > best.score)) best = gutter;
  };
  for (const x of candidates(rows, size)) {
    let from = 0;
    let strip: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let at = 0; at <= rows.length; at++) {
      const free = at < rows.length ? freeIn(rows[at]!, x, places) : null;
      const both: readonly [number, number] | null =
        free === null ? null : [Math.max(strip[0], free[0]), Math.min(strip[1], free[1])];
      if (both !== null && both[1] - both[0] >= NARROWEST * size) {
        strip = both;
        continue;
      }
      if (at > from) keep(from, at - 1, strip);
      from = free === null ? at + 1 : at;
      strip = free ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    }
  }
  return best;
}

/** Rows at a band's ends that stand on one side alone, apart from the rest of that side: a heading over or under columns. */
function trimmed(rows: readonly RegionRow<Boxed>[], gutter: Gutter, places: readonly RowPlace[]): Gutter {
  const x = (gutter.left + gutter.right) / 2;
  let { from, to } = gutter;
  const oneSided = (at: number): boolean => {
    const { words } = rows[at]!;
    return words[0]!.left > x || words.at(-1)!.right < x;
  };
  const onRight = (at: number): boolean => rows[at]!.words[0]!.left > x;
  const standsApart = (at: number, step: 1 | -1): boolean => {
    let next = at + step;
    while (next >= from && next <= to && oneSided(next) && onRight(next) !== onRight(at)) next += step;
    if (next < from || next > to) return true;
    const size = places[rows[at]!.index]!.size;
    const other = places[rows[next]!.index]!.size;
    const away = Math.abs(rows[at]!.base - rows[next]!.base);
    return away > APART * Math.max(size, other) || Math.abs(size - other) > 0.12 * other;
  };
  const without = (first: number, last: number): number => freeWidth(rows.slice(first, last + 1), x);
  while (to - from >= ROWS_BESIDE_WIDE && without(from + 1, to) > WIDENED * without(from, to)) from++;
  while (to - from >= ROWS_BESIDE_WIDE && without(from, to - 1) > WIDENED * without(from, to)) to--;
  while (from < to && oneSided(from) && standsApart(from, 1)) from++;
  if (to === rows.length - 1) return { ...gutter, from, to };
  let last = to;
  for (let at = to; at > from && oneSided(at) && onRight(at) === onRight(to); at--) {
    if (standsApart(at, -1)) last = at - 1;
  }
  return { ...gutter, from, to: last };
}

function usualSize(rows: readonly RegionRow<Boxed>[], places: readonly RowPlace[]): number {
  const sizes = rows.map(({ index }) => places[index]!.size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1]!;
}

/**
 * Parts the words of a page into the columns and bands that are read one after the other: above a stretch of columns, its
 * columns one by one (from the right where `leftwards`), below it. Words of a region keep their rows.
 */
export function regionsOf<T extends Boxed>(
  words: readonly T[],
  places: readonly RowPlace[],
  leftwards: boolean,
): (readonly T[])[] {
  const found: (readonly T[])[] = [];
  const cut = (own: readonly T[], depth: number): void => {
    if (own.length === 0) return;
    const rows = rowsOf(own, places);
    const size = usualSize(rows, places);
    const best = depth < DEEPEST ? bestGutter(rows, size, places) : null;
    if (best === null) {
      found.push(own);
      return;
    }
    const { from, to, left, right } = trimmed(rows, best, places);
    const x = (left + right) / 2;
    const band = rows.slice(from, to + 1).flatMap((row) => row.words);
    const sides = [band.filter((word) => word.left < x), band.filter((word) => word.left >= x)];
    cut(
      rows.slice(0, from).flatMap((row) => row.words),
      depth + 1,
    );
    for (const side of leftwards ? sides.reverse() : sides) cut(side, depth + 1);
    cut(
      rows.slice(to + 1).flatMap((row) => row.words),
      depth + 1,
    );
  };
  cut(words, 0);
  return found;
}
