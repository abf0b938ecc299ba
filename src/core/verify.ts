import { chains } from "./chain.ts";
import { type Judgement, judge } from "./judge.ts";
import { type Match, matchOf, type Problem, problemsOf } from "./match.ts";
import { type Placement, place } from "./placement.ts";
import { type Prepared, prepare, segmentOf } from "./prepared.ts";
import { type Quoted, type QuotedTokens, readQuoted } from "./quoted.ts";
import { type Reason, RULES, type Status } from "./rule.ts";
import { type Anchor, anchors, wholePlaces } from "./seed.ts";
import type { Source, Voice } from "./source.ts";
import { STYLES, type Style } from "./style.ts";

/** What is found of one quotation. */
export interface Verdict {
  readonly status: Status;
  /** Why it is undecided; null for every other status. */
  readonly reason: Reason | null;
  readonly problems: readonly Problem[];
  /** Where the words stand; null when absent. */
  readonly match: Match | null;
  /** Further places as good, or, when absent, the nearest passages: these are not the source. */
  readonly alternatives: readonly Match[];
}

export interface VerifyOptions {
  /** Whether the text credits somebody. Without, fewer than four words that are not found are a term, not a quotation. */
  readonly credited?: boolean;
  /**
   * How far words in this voice, of the source with this index, are from the ones the text means: 0 for the one
   * credited, above for others. Of equally good places the nearest wins; any distance counts as one breach.
   */
  readonly distance?: (voice: Voice, source: number) => number;
  /** What the house asks of the quotation's marks; Chicago's where it is not given. */
  readonly style?: Style;
}

/** Fewer words than this, not found and credited to nobody, are a title, an ironic word or a term: undecided. */
export const FEWEST_WORDS = 4;
/** Whole places judged, the preferred ones first: more are the same words again. */
const MOST_JUDGED = 8;
/** Further places reported. */
const MOST_ALTERNATIVES = 5;
const MOST_NEAREST = 3;

interface Candidate {
  readonly placement: Placement;
  readonly judgement: Judgement;
  readonly distance: number;
  readonly warnings: number;
}

/**
 * Whether a quotation's words are the source's, word by word.
 *
 * In: the quotation, without its outer marks; a source, several, or what {@link prepare} made of them.
 * Out: a {@link Verdict}; offsets are UTF-16 code units into the quotation's and the source's text, end-exclusive.
 * Total: no input throws. No measure of likeness decides between verbatim, marked, altered and spliced;
 * one changed word in a thousand is `altered`.
 *
 * @example
 * verify("The ferry never leaves at six", "The ferry leaves at six.").problems[0]?.rule; // "word-added"
 */
export function verify(
  quoted: Quoted,
  source: Source | string | Prepared,
  options: VerifyOptions = {},
): Verdict {
  const prepared = isPrepared(source) ? source : prepare(source);
  const style = options.style ?? STYLES.chicago;
  const quotation = readQuoted(quoted, prepared.vocabulary, style);
  if (quotation.count === 0) return undecided("too-short", []);
  const distance = (s: number): number => {
    const { voice, source: index } = segmentOf(prepared, s);
    return options.distance?.(voice, index) ?? 0;
  };
  const candidates = rank(findCandidates(quotation, prepared, style, distance));
  const places = onceAPlace(candidates.filter(({ judgement }) => judgement.explains));
  const best = places[0];
  const short = quotation.count < FEWEST_WORDS && options.credited !== true;
  const matches = (list: readonly Candidate[]): Match[] =>
    distinct(list.map((candidate) => matchOf(quotation, prepared, candidate.placement, candidate.judgement)));
  if (best === undefined) {
    const nearest = matches(candidates).slice(0, MOST_NEAREST);
    return short ? undecided("too-short", nearest) : absent(nearest);
  }
  if (short && best.judgement.errors > 0)
    return undecided("too-short", matches(places).slice(0, MOST_ALTERNATIVES));
  const equal = places.filter((other) => compare(other, best) === 0);
  if (best.judgement.errors > 0 && !agree(quotation, prepared, equal))
    return undecided("many-places", matches(equal).slice(0, MOST_ALTERNATIVES));
  const [match, ...others] = matches([best, ...equal.filter((other) => other !== best)]);
  return {
    status: best.judgement.status,
    reason: null,
    problems: problemsOf(quotation, prepared, best.judgement),
    match: match!,
    alternatives: others.slice(0, MOST_ALTERNATIVES),
  };
}

function isPrepared(source: Source | string | Prepared): source is Prepared {
  return typeof source === "object" && "shingles" in source;
}

function undecided(reason: Reason, alternatives: readonly Match[]): Verdict {
  return { status: "undecided", reason, problems: [], match: null, alternatives };
}

function absent(nearest: readonly Match[]): Verdict {
  const problem: Problem = {
    rule: "not-found",
    severity: RULES["not-found"].severity,
    message: "No source given has these words.",
    touches: [],
    quotation: null,
    source: null,
  };
  return { status: "absent", reason: null, problems: [problem], match: null, alternatives: nearest };
}

/** Whole places first; where none is clean, every way to explain the quotation by stretches of the sources. */
function findCandidates(
  quotation: QuotedTokens,
  prepared: Prepared,
  style: Style,
  distance: (s: number) => number,
): Candidate[] {
  const assess = (placement: Placement): Candidate => {
    const judgement = judge(quotation, prepared, placement, style);
    const first = judgement.kept[0]?.[1];
    const warnings = judgement.breaches.filter(({ rule }) => RULES[rule].severity === "warning").length;
    return { placement, judgement, distance: first === undefined ? 0 : distance(first), warnings };
  };
  const chained = (anchor: Anchor): Placement => place(quotation, prepared, { anchors: [anchor], cost: 0 });
  const whole = wholePlaces(quotation, prepared)
    .map((anchor) => ({ anchor, far: distance(anchor.s0) }))
    .sort((a, b) => a.far - b.far || a.anchor.s0 - b.anchor.s0)
    .slice(0, MOST_JUDGED)
    .map(({ anchor }) => assess(chained(anchor)));
  if (whole.some((candidate) => breaches(candidate) === 0)) return whole;
  const found = anchors(quotation, prepared);
  const others = chains(quotation, prepared, found, distance).map((chain) =>
    assess(place(quotation, prepared, chain)),
  );
  return [...whole, ...others];
}

function rank(candidates: readonly Candidate[]): Candidate[] {
  const first = ({ judgement }: Candidate): number => judgement.kept[0]?.[1] ?? 0;
  return [...candidates].sort((a, b) => compare(a, b) || a.warnings - b.warnings || first(a) - first(b));
}

/** The best reading of each place: two ways to align the same words of the source are one place. */
function onceAPlace(ranked: readonly Candidate[]): Candidate[] {
  const taken: { from: number; to: number }[] = [];
  return ranked.filter(({ judgement }) => {
    const own = judgement.kept.reduce(
      ({ from, to }, [, s]) => ({ from: Math.min(from, s), to: Math.max(to, s) }),
      { from: Number.POSITIVE_INFINITY, to: -1 },
    );
    if (taken.some(({ from, to }) => own.from <= to && from <= own.to)) return false;
    return taken.push(own);
  });
}

/** Fewest breaches first, words in another voice than the one credited being one; then fewest differing words. */
function compare(a: Candidate, b: Candidate): number {
  return (
    Number(b.judgement.explains) - Number(a.judgement.explains) ||
    breaches(a) - breaches(b) ||
    a.judgement.edited - b.judgement.edited ||
    a.distance - b.distance
  );
}

function breaches(candidate: Candidate): number {
  return candidate.judgement.errors + (candidate.distance > 0 ? 1 : 0);
}

/** Whether equally good places tell the same: the same rules broken at the same words. */
function agree(quotation: QuotedTokens, prepared: Prepared, equal: readonly Candidate[]): boolean {
  const told = equal.map(({ judgement }) =>
    judgement.breaches
      .filter(({ rule }) => RULES[rule].severity === "error")
      .map(
        ({ rule, q, s }) =>
          `${rule}:${q.map((i) => quotation.folded(i)).join(" ")}:${s.map((p) => prepared.tokens.word[p]).join(" ")}`,
      )
      .join("|"),
  );
  return new Set(told).size <= 1;
}

function distinct(matches: readonly Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter(({ source, start, end }) => {
    const key = `${source}:${start}:${end}`;
    return !seen.has(key) && seen.add(key);
  });
}
