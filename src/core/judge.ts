import { governingCut } from "./condition.ts";
import { type Differences, differences, type Edit, type Passage } from "./edits.ts";
import { firstLetterTurned, oneLetterApart } from "./letters.ts";
import { movedEdits } from "./moved.ts";
import type { Placement } from "./placement.ts";
import { type Prepared, segmentOf, turnOf } from "./prepared.ts";
import type { QuotedTokens } from "./quoted.ts";
import { RULES, type RuleId, type Status, type Touch } from "./rule.ts";
import type { Style } from "./style.ts";
import { Flag, isBracketed } from "./tokens.ts";
import { isNegation, type TouchedWord, touches } from "./touch.ts";

/** A broken rule at words of the quotation and places of the source; either may be empty. */
export interface Breach {
  readonly rule: RuleId;
  readonly q: readonly number[];
  readonly s: readonly number[];
  readonly touches: readonly Touch[];
}

/** What one placement comes to. */
export interface Judgement {
  readonly status: Exclude<Status, "absent" | "undecided">;
  readonly breaches: readonly Breach[];
  /** Errors among the breaches; those of one leap are one. */
  readonly errors: number;
  /** Words that differ, both sides counted and an added one as a changed one, and {@link LEAP} for a leap. */
  readonly edited: number;
  /** Pairs of equal words. */
  readonly kept: readonly (readonly [number, number])[];
  /** Whether the place keeps more of what the quotation says than it changes; see {@link weigh}. */
  readonly explains: boolean;
}

/** At most this many words of one sentence may be missing and still count as words dropped, not as a splice. */
export const MOST_DROPPED = 8;

/**
 * What a leap weighs where readings of a quotation are compared, in differing words of both sides. Four words that
 * stand together elsewhere were taken from there; three or fewer were rather changed, or one left out before them,
 * than fetched from another place.
 */
const LEAP = 7;

/** Words passed over that are looked at one by one: the longest answers. A longer leap is known by its two ends. */
const MOST_PASSED = 5000;

/** Names what a placement's differences break, and the status that follows. Pure bookkeeping: nothing is searched here. */
export function judge(
  quotation: QuotedTokens,
  prepared: Prepared,
  placement: Placement,
  style: Style,
): Judgement {
  const found = differences(quotation, prepared, placement);
  const moved = movedEdits(quotation, prepared, found);
  const leaps = found.passages
    .filter((passage) => !moved.passages.has(passage))
    .map((passage) => passageBreaches(quotation, prepared, passage));
  const others = [
    ...moved.groups.map((group) => breach(quotation, prepared, "words-moved", group.q, group.s)),
    ...found.edits
      .filter((edit) => !moved.edits.has(edit))
      .flatMap((edit) => editBreaches(quotation, prepared, edit)),
    ...found.dropped.map((s) => breach(quotation, prepared, "omission-dropped", [], [s - 1, s])),
    ...found.supplied.flatMap((bracket) => bracketBreaches(quotation, prepared, bracket)),
    ...cutBreaches(quotation, prepared, found),
    ...(style.caseIsMarked ? caseBreaches(quotation, prepared, found) : []),
  ];
  const breaches = [...others, ...leaps.flat()].sort((a, b) => (a.q[0] ?? -1) - (b.q[0] ?? -1));
  const leapt = leaps.filter((leap) => leap.some(isError)).length;
  return {
    status: statusOf(breaches, found.marked),
    breaches,
    errors: others.filter(isError).length + leapt,
    edited: found.edits.reduce((sum, edit) => sum + differing(edit), leapt * LEAP),
    kept: found.kept,
    explains: weigh(quotation, prepared, found),
  };
}

/** Words of both sides that differ, an added one counted as a changed one; source words passed over in one go count as a leap does. */
function differing({ q, s }: Edit): number {
  return q.length + Math.max(q.length, Math.min(s.length, q.length + LEAP));
}

function isError({ rule }: Breach): boolean {
  return RULES[rule].severity === "error";
}

function statusOf(breaches: readonly Breach[], marked: boolean): Judgement["status"] {
  const statuses = new Set(breaches.map(({ rule }) => RULES[rule].status));
  if (statuses.has("spliced")) return "spliced";
  if (statuses.has("altered")) return "altered";
  return marked ? "marked" : "verbatim";
}

/**
 * Whether these are the words the quotation was made from: what it keeps must outweigh what it has that the place
 * has not, each word weighed by its information, log2(words / places of the word). Nothing kept but "of the" is
 * no source; one kept name and a changed "the" is one. Altered accuses as much as absent, so no status that
 * passes depends on this.
 */
function weigh(quotation: QuotedTokens, prepared: Prepared, found: Differences): boolean {
  const lost = found.edits
    .filter(({ kind }) => kind === "differs")
    .flatMap(({ q }) => q)
    .reduce((sum, q) => sum + information(quotation, prepared, q), 0);
  let kept = 0;
  // A frequency may have to be looked up far away: no more are asked for than are needed.
  return found.kept.some(([q]) => {
    kept += information(quotation, prepared, q);
    return kept > lost;
  });
}

function information(quotation: QuotedTokens, prepared: Prepared, q: number): number {
  const words = prepared.lexicon?.words ?? prepared.tokens.count;
  return Math.log2((words + 2) / (frequency(quotation, prepared, q) + 1));
}

/** How often the sources have word `q` of the quotation. */
function frequency(quotation: QuotedTokens, { lexicon, shingles }: Prepared, q: number): number {
  return lexicon === null ? shingles.frequency(quotation.word[q]!) : lexicon.frequency(quotation.folded(q));
}

function breach(
  quotation: QuotedTokens,
  prepared: Prepared,
  rule: RuleId,
  q: readonly number[],
  s: readonly number[],
  touched = RULES[rule].status === "altered" && rule !== "omission-dropped",
): Breach {
  return {
    rule,
    q,
    s,
    touches: touched ? touches([...quotedWords(quotation, q), ...sourceWords(prepared, s)]) : [],
  };
}

function quotedWords(quotation: QuotedTokens, q: readonly number[]): TouchedWord[] {
  return q.map((i) => ({
    folded: quotation.folded(i),
    capitalInside: i > 0 && capitalInside(quotation.flags[i]!),
  }));
}

function sourceWords(prepared: Prepared, s: readonly number[]): TouchedWord[] {
  const { tokens, vocabulary } = prepared;
  return s.map((place) => ({
    folded: vocabulary.word(tokens.word[place]!),
    capitalInside: capitalInside(tokens.flags[place]!),
  }));
}

function capitalInside(flags: number): boolean {
  return (flags & Flag.capital) !== 0 && (flags & Flag.sentenceBefore) === 0;
}

function editBreaches(quotation: QuotedTokens, prepared: Prepared, edit: Edit): Breach[] {
  if (edit.kind === "unbracketed") return [breach(quotation, prepared, "bracket-dropped", edit.q, edit.s)];
  const s = withinSentence(prepared, edit);
  if (s.length > edit.q.length && splices(prepared, s, edit, edit.q.length)) {
    const leap = breach(quotation, prepared, "omission-unmarked", edit.q, s);
    return edit.q.length === 0 ? [leap] : [breach(quotation, prepared, "word-added", edit.q, []), leap];
  }
  const rule = edit.q.length === 0 ? "word-dropped" : s.length === 0 ? "word-added" : "word-changed";
  const found = breach(quotation, prepared, rule, edit.q, s);
  return rule === "word-changed" && isSlip(quotation, prepared, edit.q, s)
    ? [found, breach(quotation, prepared, "typo", edit.q, s)]
    : [found];
}

/** At an edge of the quotation a source word beyond the sentence is no word that was changed: the quotation's word was added. */
function withinSentence(prepared: Prepared, edit: Edit): readonly number[] {
  const { flags } = prepared.tokens;
  const bounds = Flag.sentenceBefore | Flag.omissionBefore;
  if (edit.after < 0 && edit.before >= 0) {
    const end = edit.s.findIndex((place) => (flags[place]! & bounds) !== 0);
    return end < 0 ? edit.s : edit.s.slice(0, end);
  }
  if (edit.before < 0 && edit.after >= 0) {
    for (let k = edit.s.length - 1; k >= 0; k--)
      if ((flags[k === edit.s.length - 1 ? edit.after : edit.s[k + 1]!]! & bounds) !== 0)
        return edit.s.slice(k + 1);
  }
  return edit.s;
}

/** Whether missing words make a splice: more than {@link MOST_DROPPED}, over a sentence's end, or a whole sentence of two words or more. */
function splices(prepared: Prepared, s: readonly number[], edit: Edit, replaced: number): boolean {
  if (s.length - replaced > MOST_DROPPED) return true;
  const starts = s.filter((place) => startsSentence(prepared, place));
  if (starts.some((place) => place !== s[0])) return true;
  return (
    starts.length > 0 &&
    s.length > 1 &&
    edit.before >= 0 &&
    edit.after >= 0 &&
    startsSentence(prepared, edit.after)
  );
}

/** Whether a sentence begins at a word, or at the supplied words right before it. */
function startsSentence(prepared: Prepared, place: number): boolean {
  const { flags } = prepared.tokens;
  let first = place;
  while ((flags[first]! & Flag.sentenceBefore) === 0) {
    if (first === 0 || (flags[first - 1]! & Flag.supplied) === 0) return false;
    first--;
  }
  return true;
}

function isSlip(
  quotation: QuotedTokens,
  prepared: Prepared,
  q: readonly number[],
  s: readonly number[],
): boolean {
  if (q.length !== 1 || s.length !== 1 || frequency(quotation, prepared, q[0]!) > 0) return false;
  const word = quotation.folded(q[0]!);
  const own = wordAt(prepared, s[0]!);
  // Every number is a number: a slip in one can't be told from another one. "Ever" for "never" turns the sense round.
  return (
    word.length > 3 &&
    !/\p{N}/u.test(word) &&
    isNegation(word) === isNegation(own) &&
    oneLetterApart(word, own)
  );
}

function passageBreaches(quotation: QuotedTokens, prepared: Prepared, passage: Passage): Breach[] {
  const { from, to, marked } = passage;
  if (to < 0) return [];
  const q = passage.q < quotation.count ? [passage.q] : [];
  const turns = turnOf(prepared, from) !== turnOf(prepared, to);
  const far = to - from > MOST_PASSED;
  const left = far ? [from + 1, to - 1] : range(from + 1, to);
  const found: Breach[] = [];
  if (to <= from) found.push(breach(quotation, prepared, "omission-reorders", q, [to]));
  else if (!marked && left.length > 0) {
    const spoken = left.filter((place) => (prepared.tokens.flags[place]! & Flag.supplied) === 0);
    const few =
      !far &&
      !turns &&
      spoken.length > 0 &&
      !splices(prepared, spoken, { kind: "differs", q: [], s: spoken, before: from, after: to }, 0);
    if (few) return [breach(quotation, prepared, "word-dropped", [], spoken)];
    if (far || spoken.length > 0) found.push(breach(quotation, prepared, "omission-unmarked", q, left));
  }
  if (turns) found.push(breach(quotation, prepared, "omission-crosses-turns", q, [from, to]));
  if (marked && !turns && left.some((place) => isNegation(wordAt(prepared, place))))
    found.push({ rule: "negation-omitted", q, s: left, touches: ["negation"] });
  return found;
}

function range(from: number, to: number): number[] {
  const places: number[] = [];
  for (let i = from; i < to; i++) places.push(i);
  return places;
}

function wordAt(prepared: Prepared, place: number): string {
  return prepared.vocabulary.word(prepared.tokens.word[place]!);
}

function bracketBreaches(
  quotation: QuotedTokens,
  prepared: Prepared,
  bracket: { readonly q: readonly number[]; readonly s: readonly number[] },
): Breach[] {
  const supplied = bracket.s.filter((place) => (prepared.tokens.flags[place]! & Flag.supplied) !== 0);
  const replaced = bracket.s.filter((place) => (prepared.tokens.flags[place]! & Flag.supplied) === 0);
  const found: Breach[] = [];
  const same =
    supplied.length === bracket.q.length &&
    supplied.every((place, i) => wordAt(prepared, place) === quotation.folded(bracket.q[i]!));
  if (supplied.length > 0 && !same)
    found.push(breach(quotation, prepared, "bracket-changed", bracket.q, supplied));
  const inQuotation = new Set(bracket.q.map((i) => quotation.folded(i)));
  if (
    replaced.some((place) => isNegation(wordAt(prepared, place)) && !inQuotation.has(wordAt(prepared, place)))
  )
    found.push({ rule: "negation-omitted", q: bracket.q, s: replaced, touches: ["negation"] });
  if (
    splices(
      prepared,
      replaced,
      { kind: "differs", q: [], s: replaced, before: -1, after: -1 },
      bracket.q.length,
    )
  )
    found.push(breach(quotation, prepared, "omission-unmarked", bracket.q, replaced));
  return found;
}

/** Whether brackets own up to each of the words `from` to `to`: they stand over the source's, and no other word is put before or after. */
function ownUpTo(quotation: QuotedTokens, from: number, to: number): boolean {
  return range(from, to).every((q) => {
    const flags = quotation.flags[q]!;
    return isBracketed(flags) || (flags & Flag.partial) !== 0;
  });
}

function cutBreaches(quotation: QuotedTokens, prepared: Prepared, found: Differences): Breach[] {
  const first = found.kept[0];
  const last = found.kept[found.kept.length - 1];
  if (first === undefined || last === undefined) return [];
  if (!ownUpTo(quotation, 0, first[0]) || !ownUpTo(quotation, last[0] + 1, quotation.count)) return [];
  if (segmentOf(prepared, first[1]).voice.kind === "editor") return [];
  const cut = governingCut(prepared, first[1], last[1]);
  return cut === null ? [] : [breach(quotation, prepared, "condition-cut", [], range(cut.from, cut.to))];
}

/** Words kept but for the case of their first letter, which no bracket owns up to on either side. */
function caseBreaches(quotation: QuotedTokens, prepared: Prepared, found: Differences): Breach[] {
  const { tokens, sources } = prepared;
  const isMarked = (flags: number): boolean => (flags & (Flag.supplied | Flag.partial)) !== 0;
  return found.kept
    .filter(([q, s]) => !isMarked(quotation.flags[q]!) && !isMarked(tokens.flags[s]!))
    .filter(([q, s]) =>
      firstLetterTurned(
        quotation.text.slice(quotation.start[q], quotation.end[q]),
        sources[segmentOf(prepared, s).source]!.text.slice(tokens.start[s], tokens.end[s]),
      ),
    )
    .map(([q, s]) => breach(quotation, prepared, "letter-case", [q], [s]));
}
