import type { Breach, Judgement } from "./judge.ts";
import type { Placement } from "./placement.ts";
import { type Prepared, segmentOf, sourceOf, turnOf } from "./prepared.ts";
import type { QuotedTokens } from "./quoted.ts";
import { RULES, type RuleId, type Severity, type Touch } from "./rule.ts";
import type { Span, Voice } from "./source.ts";
import { Flag } from "./tokens.ts";

/** A stretch of text with its words: `text.slice(start, end)`. */
export interface Excerpt extends Span {
  readonly text: string;
}

/** One broken rule at one place. */
export interface Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly touches: readonly Touch[];
  /** Words of the quotation, offsets into the text that quotes; null where it has none there. */
  readonly quotation: Excerpt | null;
  /** Words of the source; null where it has none there. */
  readonly source: Excerpt | null;
}

/** Where the words stand. */
export interface Match extends Excerpt {
  /** Index into the sources given. */
  readonly source: number;
  readonly voice: Voice;
  readonly turn: number | null;
  /** The stretches of the source that the quotation's words were taken from, in the quotation's order. */
  readonly parts: readonly Span[];
}

/** Units of text that one match shows whole; parts that lie farther apart are shown by the first of them. */
const LONGEST_MATCH = 4000;

export function matchOf(
  quotation: QuotedTokens,
  prepared: Prepared,
  placement: Placement,
  judgement: Judgement,
): Match {
  const stretches = stretchesOf(quotation, prepared, placement, judgement);
  const first = segmentOf(prepared, stretches[0]![0]);
  const parts = stretches
    .filter(([from]) => segmentOf(prepared, from).source === first.source)
    .map(([from, to]) => bracketed(prepared, from, to))
    .filter(({ start, end }) => start < end);
  const whole = cover(prepared, stretches, parts) ?? parts[0]!;
  const { text } = prepared.sources[first.source]!;
  return {
    source: first.source,
    start: whole.start,
    end: whole.end,
    text: text.slice(whole.start, whole.end),
    voice: voiceOf(prepared, judgement) ?? first.voice,
    turn: first.turn,
    parts: quotation.count === 0 ? [] : parts,
  };
}

/** The span from one source word to another, with the brackets of supplied words at its ends. */
function bracketed(prepared: Prepared, from: number, to: number): Span {
  const { tokens, sources } = prepared;
  const { text } = sources[segmentOf(prepared, from).source]!;
  const [start, end] = [tokens.start[from]!, tokens.end[to]!];
  const opens = (tokens.flags[from]! & Flag.supplied) !== 0 && /[[［]/u.test(text[start - 1] ?? "");
  const closes = (tokens.flags[to]! & Flag.supplied) !== 0 && /[\]］]/u.test(text[end] ?? "");
  return { start: opens ? start - 1 : start, end: closes ? end + 1 : end };
}

/**
 * First and last source word of each stretch between leaps and omissions; words beyond the kept ones only where a
 * breach names them or a bracket of the quotation stands over them.
 */
function stretchesOf(
  quotation: QuotedTokens,
  prepared: Prepared,
  placement: Placement,
  judgement: Judgement,
): [number, number][] {
  const told = new Set([...judgement.kept.map(([, s]) => s), ...judgement.breaches.flatMap(({ s }) => s)]);
  for (const { op, q, s } of placement.steps)
    if (op === "replace" || (op === "change" && (quotation.flags[q]! & Flag.partial) !== 0)) told.add(s);
  const stretches: [number, number][] = [];
  let open = false;
  for (const { op, s } of placement.steps) {
    if (op === "leap" || op === "omit") open = false;
    else if (s >= 0 && told.has(s)) {
      const last = stretches[stretches.length - 1];
      if (open && last !== undefined && readsOn(prepared, last[1], s)) last[1] = s;
      else stretches.push([s, s]);
      open = true;
    }
  }
  return stretches;
}

/** Whether word `s` stands behind word `before` in the same text: what comes next in reading order may stand earlier, or in another source. */
function readsOn(prepared: Prepared, before: number, s: number): boolean {
  const { tokens } = prepared;
  return sourceOf(prepared, before) === sourceOf(prepared, s) && tokens.start[s]! >= tokens.end[before]!;
}

/** One span over all parts where they stand in order, in one turn, and not too far apart. */
function cover(
  prepared: Prepared,
  stretches: readonly [number, number][],
  parts: readonly Span[],
): Span | null {
  const turn = turnOf(prepared, stretches[0]![0]);
  const inOrder = stretches.every(([from], i) => i === 0 || from > stretches[i - 1]![1]);
  if (
    !inOrder ||
    stretches.some(([from, to]) => turnOf(prepared, from) !== turn || turnOf(prepared, to) !== turn)
  )
    return null;
  const start = parts.reduce((least, part) => Math.min(least, part.start), Number.POSITIVE_INFINITY);
  const end = parts.reduce((most, part) => Math.max(most, part.end), 0);
  return end - start <= LONGEST_MATCH ? { start, end } : null;
}

/** The voice all kept words share; words that somebody speaks and partly quotes are his; null where voices differ otherwise. */
function voiceOf(prepared: Prepared, judgement: Judgement): Voice | null {
  const voices = new Map<string, Voice>();
  for (const [, s] of judgement.kept) {
    const { voice } = segmentOf(prepared, s);
    voices.set(`${voice.kind}:${voice.name}`, voice);
  }
  const all = [...voices.values()];
  if (all.length === 1) return all[0]!;
  const own = all.filter(({ kind }) => kind !== "quoted");
  return own.length === 1 ? own[0]! : null;
}

export function problemsOf(quotation: QuotedTokens, prepared: Prepared, judgement: Judgement): Problem[] {
  return judgement.breaches.map((breach) => {
    const quoted = quotationExcerpt(quotation, breach.q);
    const source = sourceExcerpt(prepared, breach);
    return {
      rule: breach.rule,
      severity: RULES[breach.rule].severity,
      message: messageOf(breach, quoted?.text ?? "", source?.text ?? ""),
      touches: breach.touches,
      quotation: quoted,
      source,
    };
  });
}

function quotationExcerpt(quotation: QuotedTokens, q: readonly number[]): Excerpt | null {
  if (q.length === 0) return null;
  const start = quotation.start[q.reduce((least, i) => Math.min(least, i))]!;
  const end = quotation.end[q.reduce((most, i) => Math.max(most, i))]!;
  return { start, end, text: quotation.text.slice(start, end) };
}

function sourceExcerpt(prepared: Prepared, breach: Breach): Excerpt | null {
  if (breach.s.length === 0) return null;
  const { tokens } = prepared;
  const first = segmentOf(prepared, breach.s[0]!);
  const own = breach.s.filter((place) => segmentOf(prepared, place).source === first.source);
  const start = own.reduce((least, place) => Math.min(least, tokens.start[place]!), Number.POSITIVE_INFINITY);
  const end = own.reduce((most, place) => Math.max(most, tokens.end[place]!), 0);
  return { start, end, text: prepared.sources[first.source]!.text.slice(start, end) };
}

/** Units of a passage that a message prints; the excerpt beside it has all. */
const SHOWN = 160;

function messageOf(breach: Breach, quoted: string, source: string): string {
  const [q, s] = [shown(quoted), shown(source)];
  switch (breach.rule) {
    case "word-changed":
      return `The source has ${s}, not ${q}.`;
    case "word-added":
      return `The source does not have ${q}.`;
    case "word-dropped":
      return `The source has ${s} here, and no … marks that it is missing.`;
    case "words-moved":
      return `The source has these words in another order: ${s}.`;
    case "bracket-dropped":
      return `${q} is supplied in the source: the editor's words, not the speaker's.`;
    case "omission-dropped":
      return `The source leaves words out here (…): what stands on both sides did not follow one another.`;
    case "omission-unmarked":
      return `Words are missing here with no …: ${s}.`;
    case "omission-reorders":
      return `In the source these words stand before the ones quoted first: ${s}.`;
    case "omission-crosses-turns":
      return "The words before and after come from different turns.";
    case "negation-omitted":
      return `What is left out holds a negation: ${s}.`;
    case "condition-cut":
      return `The unquoted rest of the sentence governs these words: ${s}.`;
    case "letter-case":
      return `The source has ${s}: the changed letter of ${q} stands in no brackets.`;
    case "bracket-changed":
      return `The source supplies other words here: ${s}.`;
    case "typo":
      return `${q} differs from ${s} by one letter and is no word of the source: likely a slip.`;
    default:
      return "";
  }
}

function shown(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return `“${line.length <= SHOWN ? line : `${line.slice(0, SHOWN / 2)} (…) ${line.slice(-SHOWN / 2)}`}”`;
}
