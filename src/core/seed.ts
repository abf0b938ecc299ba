import { type Prepared, sourceOf } from "./prepared.ts";
import { omissionsIn } from "./quoted.ts";
import { RUN } from "./shingles.ts";
import { Flag, type Tokens } from "./tokens.ts";

/** A stretch of the quotation's words that stands word for word at a stretch of the source; ends are exclusive. */
export interface Anchor {
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
}

/**
 * Places looked up for one quotation, all its runs together. Rarest runs go first, so what the cap cuts off
 * are the runs that stand in hundreds of places and say least. More finds short changed quotations of common
 * words a little more often and costs long ones milliseconds.
 */
const MOST_PLACES = 1500;
/** Anchors kept for chaining, which looks at all pairs of them. */
const MOST_ANCHORS = 240;
/**
 * A run with more places than this is not looked up inside a long anchor: any place that is as good has the rarer
 * runs of that stretch too, and they are looked up.
 */
const RARE_RUN = 8;
/** The same in passages that were proposed for the runs they share with the quotation: there a run is frequent because they were chosen so. */
const RARE_PROPOSED_RUN = 64;
/** A run this frequent is looked up only where no rarer one hits. */
const COMMON_RUN = 400;
/** Places looked up for a single rare word, where the quotation is too short or too changed to keep a run of three. */
const MOST_WORD_PLACES = 120;
/** Quotations up to this length may lose every run of three to one or two changes; their rare words seed too. */
const SHORT = 8;
/** Places at which a whole quotation is looked for: enough that a stock phrase finds the one credited with it. */
const MOST_WHOLE = 20_000;
/** Words compared in that search: more are needed only where a text repeats itself, and there one place is like another. */
const MOST_COMPARED = 2_000_000;

/** The word after `i` in the quotation and `j` in the source that continue an exact run, or null; see {@link rightOf}. */
type Step = readonly [number, number] | null;

/**
 * The places where all the quotation's words stand as one exact run, found from its rarest run of three,
 * or its rarest word where it is shorter.
 */
export function wholePlaces(quotation: Tokens, prepared: Prepared): Anchor[] {
  const seed = rarestSeed(quotation, prepared);
  if (seed === null) return [];
  const found: Anchor[] = [];
  let compared = 0;
  for (const place of seed.places) {
    if (compared > MOST_COMPARED) break;
    const anchor = extend(quotation, prepared, seed.at, place);
    compared += anchor.q1 - anchor.q0;
    if (anchor.q0 === 0 && anchor.q1 === quotation.count) found.push(anchor);
  }
  return found;
}

function rarestSeed(
  quotation: Tokens,
  prepared: Prepared,
): { at: number; places: ArrayLike<number> & Iterable<number> } | null {
  const { word, count } = quotation;
  const { shingles } = prepared;
  let at = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) if (word[i]! < 0) return null;
  if (count >= RUN) {
    for (let i = 0; i + RUN <= count; i++) {
      const n = shingles.atMost(word[i]!, word[i + 1]!, word[i + 2]!);
      if (n < least) [least, at] = [n, i];
    }
    return least === 0
      ? null
      : { at, places: shingles.placesOfRun(word[at]!, word[at + 1]!, word[at + 2]!, MOST_WHOLE) };
  }
  for (let i = 0; i < count; i++) {
    const n = shingles.frequency(word[i]!);
    if (n < least) [least, at] = [n, i];
  }
  return at < 0 ? null : { at, places: shingles.placesOf(word[at]!, MOST_WHOLE) };
}

/** Exact runs that the quotation shares with the sources, longest possible each, by place in the quotation, then in the source. */
export function anchors(quotation: Tokens, prepared: Prepared): Anchor[] {
  const found = new Map<number, Anchor>();
  const covered = new Map<number, Anchor[]>();
  const long: Anchor[] = [];
  let looked = 0;
  const add = (i: number, places: Iterable<number>): void => {
    for (const j of places) {
      looked++;
      const diagonal = j - i;
      if (covered.get(diagonal)?.some((a) => a.q0 <= i && i < a.q1)) continue;
      const anchor = extend(quotation, prepared, i, j);
      const key = anchor.q0 * 2 ** 32 + anchor.s0;
      if (!found.has(key)) {
        found.set(key, anchor);
        if (anchor.q1 - anchor.q0 >= LONG) long.push(anchor);
      }
      const row = covered.get(diagonal);
      if (row === undefined) covered.set(diagonal, [anchor]);
      else row.push(anchor);
      if (found.size >= MOST_ANCHORS) return;
    }
  };
  const isExplained = (i: number): boolean => long.some(({ q0, q1 }) => q0 <= i && i + RUN <= q1);
  const rare = prepared.lexicon === null ? RARE_RUN : RARE_PROPOSED_RUN;
  for (const run of runsByRarity(quotation, prepared)) {
    if (looked >= MOST_PLACES || found.size >= MOST_ANCHORS) break;
    if (run.count > COMMON_RUN && found.size > 0) break;
    if (run.count > rare && isExplained(run.i)) continue;
    const { shingles } = prepared;
    add(run.i, shingles.placesOfRun(run.a, run.b, run.c, MOST_PLACES - looked));
  }
  if (found.size === 0 || quotation.count <= SHORT) addRareWords(quotation, prepared, add);
  return worthChaining([...found.values()], quotation).sort((a, b) => a.q0 - b.q0 || a.s0 - b.s0);
}

/** An anchor this long is where the words were taken from; chance makes none. */
const LONG = 6;
/** Words of source around a long anchor in which a run of three may go on from it. */
const AROUND = 300;

/**
 * Without the runs of three that stand far from every long anchor: the leap to one costs as much as its three words,
 * so they only cost time. All are kept where there is no long anchor, or where the quotation leaps by its own marks.
 */
function worthChaining(found: readonly Anchor[], quotation: Tokens): Anchor[] {
  const long = found.filter(({ q0, q1 }) => q1 - q0 >= LONG);
  if (long.length === 0 || omissionsIn(quotation, 1, quotation.count - 1)) return [...found];
  return found.filter(
    ({ q0, q1, s0 }) => q1 - q0 > RUN || long.some((anchor) => Math.abs(anchor.s0 - s0) <= AROUND),
  );
}

interface Run {
  readonly i: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly count: number;
}

/** The quotation's runs of three that some source may have, in both views, rarest first. */
function runsByRarity(quotation: Tokens, prepared: Prepared): Run[] {
  const { word, flags, count } = quotation;
  const runs: Run[] = [];
  const add = (i: number, j: number, k: number): void => {
    const [a, b, c] = [word[i]!, word[j]!, word[k]!];
    if (a < 0 || b < 0 || c < 0) return;
    const places = prepared.shingles.atMost(a, b, c);
    if (places > 0) runs.push({ i, a, b, c, count: places });
  };
  for (let i = 0; i + RUN <= count; i++) add(i, i + 1, i + 2);
  const spoken = [];
  for (let i = 0; i < count; i++) if ((flags[i]! & Flag.supplied) === 0) spoken.push(i);
  for (let i = 0; i + RUN <= spoken.length && spoken.length < count; i++)
    if (spoken[i + 2]! - spoken[i]! > 2) add(spoken[i]!, spoken[i + 1]!, spoken[i + 2]!);
  return runs.sort((a, b) => a.count - b.count || scattered(a.i) - scattered(b.i));
}

/** Golden-ratio order (Knuth 1973, 6.4): however many runs the caps let through, they lie spread over the whole quotation. */
function scattered(i: number): number {
  return Math.imul(i, 0x9e3779b1) >>> 0;
}

function addRareWords(
  quotation: Tokens,
  prepared: Prepared,
  add: (i: number, places: Iterable<number>) => void,
): void {
  const { word, count } = quotation;
  const { shingles } = prepared;
  const order = Array.from({ length: count }, (_, i) => i)
    .filter((i) => word[i]! >= 0)
    .sort((a, b) => shingles.frequency(word[a]!) - shingles.frequency(word[b]!) || a - b);
  let left = MOST_WORD_PLACES;
  for (const i of order) {
    if (left <= 0) return;
    const places = shingles.placesOf(word[i]!, left);
    left -= places.length;
    add(i, places);
  }
}

/** The longest exact run through quotation word `i` and source word `j`, which must be the same word. */
function extend(quotation: Tokens, prepared: Prepared, i: number, j: number): Anchor {
  let [q0, s0] = [i, j];
  for (
    let step = leftOf(quotation, prepared, q0, s0);
    step !== null;
    step = leftOf(quotation, prepared, q0, s0)
  )
    [q0, s0] = step;
  let [q1, s1] = [i, j];
  for (
    let step = rightOf(quotation, prepared, q1, s1);
    step !== null;
    step = rightOf(quotation, prepared, q1, s1)
  )
    [q1, s1] = step;
  return { q0, q1: q1 + 1, s0, s1: s1 + 1 };
}

/**
 * The next pair of equal words after quotation word `i` at source word `j`.
 * Supplied words of the source are passed over where that lets the spoken words go on; an omission of the
 * quotation ends the run, except where the source has its own at the same place.
 */
export function rightOf(quotation: Tokens, prepared: Prepared, i: number, j: number): Step {
  const { tokens, shingles } = prepared;
  if (i + 1 >= quotation.count || j + 1 >= tokens.count) return null;
  const next = step(quotation, prepared, i + 1, j + 1, shingles.nextSpoken[j]!, 1);
  if (next === null || crosses(quotation, tokens, i + 1, next)) return null;
  return sourceOf(prepared, next) === sourceOf(prepared, j) ? [i + 1, next] : null;
}

function leftOf(quotation: Tokens, prepared: Prepared, i: number, j: number): Step {
  const { tokens } = prepared;
  if (i === 0 || j === 0 || crosses(quotation, tokens, i, j)) return null;
  const previous = step(quotation, prepared, i - 1, j - 1, spokenBefore(tokens, j), -1);
  if (previous === null) return null;
  return sourceOf(prepared, previous) === sourceOf(prepared, j) ? [i - 1, previous] : null;
}

function spokenBefore(tokens: Tokens, j: number): number {
  let spoken = j - 1;
  while (spoken >= 0 && (tokens.flags[spoken]! & Flag.supplied) !== 0) spoken--;
  return spoken;
}

/**
 * Of the nearest source word and the nearest spoken one, the one that is quotation word `i`. Spoken first, unless the
 * quotation brackets its word; but where both are, the one from which the run goes on in the direction `by`.
 * A word of the quotation's own bracket is a spoken word only where the run goes on: it may as well stand before it.
 */
function step(
  quotation: Tokens,
  prepared: Prepared,
  i: number,
  nearest: number,
  spoken: number,
  by: 1 | -1,
): number | null {
  const { tokens } = prepared;
  const is = (place: number): boolean =>
    place >= 0 && place < tokens.count && tokens.word[place] === quotation.word[i];
  const bracketed = (quotation.flags[i]! & Flag.supplied) !== 0;
  const [first, second] = bracketed ? [nearest, spoken] : [spoken, nearest];
  const chosen =
    !is(first) || (first !== second && is(second) && !goesOn(quotation, prepared, i, first, by))
      ? second
      : first;
  if (!is(chosen)) return null;
  const spokenInBracket = bracketed && (tokens.flags[chosen]! & Flag.supplied) === 0;
  return spokenInBracket && !goesOn(quotation, prepared, i, chosen, by) ? null : chosen;
}

/** Whether the run goes on beyond quotation word `i` at source word `j`, or the quotation ends there. */
function goesOn(
  quotation: Tokens,
  { tokens, shingles }: Prepared,
  i: number,
  j: number,
  by: 1 | -1,
): boolean {
  if (i + by < 0 || i + by >= quotation.count) return true;
  const word = quotation.word[i + by]!;
  const spoken = by > 0 ? shingles.nextSpoken[j]! : spokenBefore(tokens, j);
  return tokens.word[j + by] === word || tokens.word[spoken] === word;
}

/** Whether an omission mark of the quotation stands before its word `i` where the source, before its word `j`, has none. */
function crosses(quotation: Tokens, tokens: Tokens, i: number, j: number): boolean {
  return (quotation.flags[i]! & Flag.omissionBefore) !== 0 && (tokens.flags[j]! & Flag.omissionBefore) === 0;
}
