/** One side of an alignment: a word and what its marks allow. */
export interface AlignWord {
  readonly word: number;
  /** Source: supplied by an editor. Quotation: in brackets of the one who quotes. */
  readonly supplied: boolean;
  /** Quotation: perhaps cut inside a bracket. It may stand for a supplied word of the source, and is else a plain word. */
  readonly half: boolean;
}

/** `omit` passes source words over at an omission mark; `skip` passes a supplied source word over; the rest is as it says. */
export type AlignOp = "keep" | "change" | "add" | "drop" | "omit" | "skip" | "replace";

/** One step of an alignment; `q` and `s` are indices, -1 where the step has no word on that side. */
export interface AlignStep {
  readonly op: AlignOp;
  readonly q: number;
  readonly s: number;
}

export interface AlignTask {
  readonly quotation: readonly AlignWord[];
  readonly source: readonly AlignWord[];
  /** `omissions[i]`: an omission mark stands before quotation word i (i = length: after the last one). */
  readonly omissions: readonly boolean[];
  /** A bracketed word stands right before the first, or right after the last word: source words beside it may be what it replaces. */
  readonly afterBracket?: boolean;
  readonly beforeBracket?: boolean;
  /** The source words before the first and after the last one used cost nothing. */
  readonly freeStart?: boolean;
  readonly freeEnd?: boolean;
  /**
   * What it costs to pair two different words: {@link Cost.change}, {@link Cost.slip} where one looks like a slip of
   * the other, {@link Cost.marked} where brackets inside the quotation's word own up to the difference.
   */
  change(q: number, s: number): number;
}

/**
 * What a step costs. The order matters, not the scale: an unmarked difference costs more than any marked one;
 * beginning a run of differences costs extra, so that of two readings with as many changed words
 * the one with fewer breaches wins; a likely slip is cheaper than another word.
 */
export const Cost = {
  /**
   * A word of the quotation that the source lacks, over another or over none. As dear as three dropped words and the
   * beginning of a second run: where all its words can be found in order, they are ("the fund belongs" is
   * "the fund for the families belongs", not a changed "families").
   */
  change: 13,
  add: 13,
  /** The same, where one word looks like a slip or a form of the other. */
  slip: 8,
  /** A word of the source that is missing: quotations are cut more often than they are invented. */
  drop: 4,
  begin: 3,
  /** A supplied word of the source that stands as spoken. */
  unbracketed: 4,
  /** A word put in or replaced in brackets. */
  marked: 1,
} as const;

/** States: after a kept word, inside a run of differences, after a bracketed word (whose replaced words may follow). */
const KEPT = 0;
const EDIT = 1;
const BRACKET = 2;
const STATES = 3;
const OPS: readonly AlignOp[] = ["keep", "change", "add", "drop", "omit", "skip", "replace"];
const [KEEP, CHANGE, ADD, DROP, OMIT, SKIP, REPLACE] = [0, 1, 2, 3, 4, 5, 6] as const;
const INFINITE = 1 << 29;
/** Where a trace ends. */
const START = 255;

let costs = new Int32Array(1 << 12);
let backs = new Uint8Array(1 << 12);

/**
 * The cheapest alignment of two runs of words, with its steps in order.
 * Dynamic programming over the whole matrix with three states (Gotoh 1982, affine gaps); time and memory are
 * proportional to the product of the lengths.
 */
export function align(task: AlignTask): { cost: number; steps: AlignStep[] } {
  const n = task.quotation.length;
  const m = task.source.length;
  clear((n + 1) * (m + 1) * STATES);
  for (let i = 0; i <= n; i++) for (let j = 0; j <= m; j++) fillCell(task, i, j, m);
  const [column, state] = bestEnd(n, m, task.freeEnd === true);
  return { cost: costs[(n * (m + 1) + column) * STATES + state]!, steps: trace(n, column, state, m) };
}

/** Makes room for so many cells, none of them reached yet. */
function clear(cells: number): void {
  if (costs.length < cells) {
    costs = new Int32Array(cells);
    backs = new Uint8Array(cells);
  }
  costs.fill(INFINITE, 0, cells);
}

/** Keeps the cheaper of what a cell has and what is offered; earlier offers win ties. */
function offer(cell: number, cost: number, op: number, from: number): void {
  if (cost >= costs[cell]!) return;
  costs[cell] = cost;
  backs[cell] = op * STATES + from;
}

function fillCell(task: AlignTask, i: number, j: number, m: number): void {
  const here = (i * (m + 1) + j) * STATES;
  if (i === 0 && (j === 0 || task.freeStart === true)) {
    const state = task.afterBracket === true ? BRACKET : KEPT;
    costs[here + state] = 0;
    backs[here + state] = START;
  }
  const q = i > 0 ? task.quotation[i - 1]! : null;
  const s = j > 0 ? task.source[j - 1]! : null;
  const up = here - (m + 1) * STATES;
  const left = here - STATES;
  const diagonal = up - STATES;
  const same = q !== null && s !== null && q.word === s.word && q.word >= 0;
  // Asked once a cell: comparing letters is what an alignment spends its time on.
  const change = q !== null && s !== null && !same && !q.supplied ? task.change(i - 1, j - 1) : INFINITE;
  for (let from = KEPT; from < STATES; from++) {
    const begin = from === EDIT ? 0 : Cost.begin;
    if (same) offerSame(q, s, here, costs[diagonal + from]!, from, begin);
    else if (change < INFINITE) offerChange(change, here, costs[diagonal + from]!, from, begin);
    if (s === null) continue;
    const cost = costs[left + from]!;
    if (task.omissions[i]) offer(here + KEPT, cost, OMIT, from);
    if (s.supplied) offer(here + from, cost, SKIP, from);
    if (from === BRACKET || bracketFollows(task, i)) offer(here + BRACKET, cost + Cost.marked, REPLACE, from);
    offer(here + EDIT, cost + begin + Cost.drop, DROP, from);
  }
  // Offered last, so that words of the quotation's bracket come before the supplied ones of the source they stand over.
  for (let from = KEPT; q !== null && from < STATES; from++) {
    const cost = costs[up + from]!;
    if (q.supplied) offer(here + BRACKET, cost + Cost.marked, ADD, from);
    else offer(here + EDIT, cost + (from === EDIT ? 0 : Cost.begin) + Cost.add, ADD, from);
  }
}

function bracketFollows(task: AlignTask, i: number): boolean {
  return i < task.quotation.length ? task.quotation[i]!.supplied : task.beforeBracket === true;
}

function offerSame(
  q: AlignWord,
  s: AlignWord,
  here: number,
  cost: number,
  from: number,
  begin: number,
): void {
  if (q.supplied) offer(here + BRACKET, cost + (s.supplied ? 0 : Cost.marked), KEEP, from);
  else if (s.supplied && !q.half) offer(here + EDIT, cost + begin + Cost.unbracketed, KEEP, from);
  else offer(here + KEPT, cost, KEEP, from);
}

function offerChange(change: number, here: number, cost: number, from: number, begin: number): void {
  if (change === Cost.marked) offer(here + KEPT, cost + change, CHANGE, from);
  else offer(here + EDIT, cost + begin + change, CHANGE, from);
}

/** Of ends that cost the same the farthest: a last word that differs was changed, rather than put in. */
function bestEnd(n: number, m: number, freeEnd: boolean): [number, number] {
  let best: [number, number] = [m, KEPT];
  let least = INFINITE;
  for (let j = freeEnd ? 0 : m; j <= m; j++) {
    for (let state = KEPT; state < STATES; state++) {
      const cost = costs[(n * (m + 1) + j) * STATES + state]!;
      if (cost < INFINITE && cost <= least) [least, best] = [cost, [j, state]];
    }
  }
  return best;
}

function trace(n: number, column: number, last: number, m: number): AlignStep[] {
  const steps: AlignStep[] = [];
  let [i, j, state] = [n, column, last];
  for (;;) {
    const back = backs[(i * (m + 1) + j) * STATES + state]!;
    if (back === START || (i === 0 && j === 0)) return steps.reverse();
    const op = Math.floor(back / STATES);
    const pair = op === KEEP || op === CHANGE;
    const usesQ = pair || op === ADD;
    const usesS = pair || op === DROP || op === OMIT || op === SKIP || op === REPLACE;
    steps.push({ op: OPS[op]!, q: usesQ ? i - 1 : -1, s: usesS ? j - 1 : -1 });
    if (usesQ) i--;
    if (usesS) j--;
    state = back % STATES;
  }
}
