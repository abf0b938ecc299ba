import { type Cue, cueAt } from "./cue.ts";
import { isNameWord, isPossessive, nameEnd } from "./name.ts";
import type { Lexicon } from "./reporting-verb.ts";
import { isFiller, isFirstPerson, isPronoun, type Subject, subjectAfter, subjectBefore } from "./subject.ts";
import { endsSentence, isTerminal, type Token } from "./token.ts";

/** A paragraph as tokens, its quotations one token each, with the indexes at which sentences start. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly starts: readonly number[];
  readonly lexicon: Lexicon;
}

/** Who is credited, and by which word. `from` and `to`: the tokens of the clause that says so. */
export interface Credit {
  readonly subject: Subject;
  readonly cue: string;
  readonly from: number;
  readonly to: number;
}

/** Tokens of a sentence that are looked at on either side of a quotation; longer sentences are mostly lists. */
const FARTHEST = 80;
/** Tokens between a quotation and the verb of the clause that follows it directly. */
const LONGEST_TAG = 30;

/** Index of the first token of the sentence that holds token `at`. */
export function sentenceStart(passage: Passage, at: number): number {
  let low = 0;
  let high = passage.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (passage.starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return passage.starts[low] ?? 0;
}

/** Index after the last token of the sentence that holds token `at`. */
export function sentenceEnd(passage: Passage, at: number): number {
  let low = 0;
  let high = passage.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passage.starts[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return passage.starts[low] ?? passage.tokens.length;
}

/** Whom the clause directly after quotation token `at` credits with it: “…,” Marrow said; “…,” said Marrow. */
export function creditAfter(passage: Passage, at: number): Credit | null {
  const { tokens } = passage;
  const from = tagStart(tokens, at);
  if (from >= tokens.length) return null;
  const end = Math.min(sentenceEnd(passage, from), from + LONGEST_TAG, nextQuotation(tokens, from));
  const credit = clauseCredit(passage, from, end);
  if (credit === null || !startsTag(passage, credit, from)) return signature(passage, at);
  return belongsToNext(passage, at, credit) ? null : credit;
}

/** Index of the first token after a quotation, past a comma, a dash, a note's number. */
function tagStart(tokens: readonly Token[], at: number): number {
  let from = at + 1;
  while (tokens[from]?.text === "[" && tokens[from + 2]?.text === "]") from += 3;
  while (from < tokens.length && /^(?:[,،،—–-]|--+)$/.test(tokens[from].text)) from++;
  if (tokens[from]?.lower === "as") from++;
  return from;
}

function clauseCredit(passage: Passage, from: number, end: number): Credit | null {
  const { tokens, lexicon } = passage;
  for (let at = from; at < end; at++) {
    const cue = cueAt(tokens, at, from, lexicon);
    if (cue === null) continue;
    const subject = subjectOf(passage, cue, from, end);
    if (subject !== null && subject !== "shared") return clause(subject, cue);
  }
  return null;
}

function clause(subject: Subject, cue: Cue): Credit {
  return { subject, cue: cue.word, from: Math.min(subject.from, cue.at), to: Math.max(subject.to, cue.end) };
}

function subjectOf(passage: Passage, cue: Cue, floor: number, end: number): Subject | "shared" | null {
  const { tokens } = passage;
  if (cue.pronoun !== null) {
    const kind = cue.pronoun === "je" || cue.pronoun === "nous" ? "first-person" : "pronoun";
    return { kind, from: cue.at, to: cue.end };
  }
  if (cue.kind === "naming") return subjectAfter(tokens, cue.end, end);
  if (cue.kind === "quoting")
    return subjectAfter(tokens, cue.end, end) ?? subjectBefore(tokens, cue.at, floor);
  if (cue.kind === "participle") return quotedAsSaying(tokens, cue, floor) ?? "shared";
  if (cue.kind === "infinitive" && !/^(?:they|we|i|you)$/.test(tokens[cue.at - 1]?.lower ?? "")) {
    return subjectOfInfinitive(tokens, cue, floor);
  }
  const before = subjectBefore(tokens, cue.at, floor);
  if (before !== null) return before;
  return opensClause(tokens, cue.at, floor) ? subjectAfter(tokens, cue.end, end) : null;
}

/** "to say" and "went on to add" share the sentence's subject; "will say" and "officials say" have their own. */
function subjectOfInfinitive(tokens: readonly Token[], cue: Cue, floor: number): Subject | "shared" | null {
  return /^(?:to|and)$/.test(tokens[cue.at - 1].lower) ? "shared" : subjectBefore(tokens, cue.at, floor);
}

/** "quoted Marrow as saying". */
function quotedAsSaying(tokens: readonly Token[], cue: Cue, floor: number): Subject | null {
  if (cue.at - 2 < floor || tokens[cue.at - 1].lower !== "as") return null;
  const named = subjectBefore(tokens, cue.at - 1, floor);
  if (named === null || named === "shared") return null;
  return /^(?:quot|cit|report)/.test(tokens[named.from - 1]?.lower ?? "") ? named : null;
}

function opensClause(tokens: readonly Token[], at: number, floor: number): boolean {
  let before = at - 1;
  while (before >= floor && isFiller(tokens[before])) before--;
  return before < floor;
}

function startsTag(passage: Passage, credit: Credit, from: number): boolean {
  const { tokens } = passage;
  let at = from;
  while (at < credit.from && (isFiller(tokens[at]) || isOrdinary(tokens, at, credit.from))) at++;
  return at >= credit.from;
}

/** A title in lower case before the name: "guild secretary Tomas Reed said". */
function isOrdinary(tokens: readonly Token[], at: number, name: number): boolean {
  return (
    name - at <= 4 && /^(?!(?:and|but|or|that|who|when|while|as|of|in|on)$)\p{Ll}/u.test(tokens[at].text)
  );
}

function nextQuotation(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < LONGEST_TAG && tokens[at].kind !== "quotation") at++;
  return at;
}

/**
 * Whether the clause after a quotation introduces the next one instead: “…” Marrow added: “…”. So it does after a
 * full stop, and where the first has a clause of its own before it.
 */
function belongsToNext(passage: Passage, at: number, credit: Credit): boolean {
  const { text, tokens } = passage;
  const next = nextQuotation(tokens, credit.to);
  const ended =
    endsSentence(text, tokens[at]) && !/[?!…]\W*$/.test(text.slice(tokens[at].end - 3, tokens[at].end));
  const bare = isBare(tokens, credit.to);
  if (tokens[next]?.kind !== "quotation" || next >= sentenceEnd(passage, credit.from)) return ended && !bare;
  const joinedByComma = tokens[next - 1].text === "," && next - credit.to <= 12;
  if (!ended && (joinedByComma || next === credit.to)) return false;
  if (ended) return true;
  return tokens[next - 1].text === ":" && introducedBy(passage, at) !== null;
}

/** Whether nothing but an adverbial phrase follows the clause: no "that", no object that it reports. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined || isTerminal(next) || next.kind === "punctuation") return next?.text !== ":";
  return (
    isFiller(next) ||
    /^(?:of|to|in|on|at|about|during|after|before|by|with|when|while|as|from|last|this|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|the|reporters|dans|à|lors|au|en)$/.test(
      next.lower,
    )
  );
}

/** Name after a dash, colon or parenthesis, and nothing more: “…” — Ilse Marrow; “…” (Marrow). */
function signature(passage: Passage, at: number): Credit | null {
  const { tokens } = passage;
  const mark = tokens[at + 1];
  if (mark === undefined || !/^(?:[—–―:(-]|--+)$/.test(mark.text) || tokens[at + 2] === undefined)
    return null;
  if (!isNameWord(tokens[at + 2])) return null;
  const to = nameEnd(tokens, at + 2, tokens.length);
  const next = tokens[to];
  if (next !== undefined && !/^[,.)]$/.test(next.text)) return null;
  if (next?.text === "," && mark.text === "(") return null;
  return {
    subject: { kind: "name", from: at + 2, to },
    cue: mark.text === "(" ? "(" : mark.text,
    from: at + 1,
    to,
  };
}

/** Whom the sentence of quotation token `at` credits with it, by its words before: Marrow said that “…”. */
export function creditBefore(passage: Passage, at: number): Credit | null {
  return introducedBy(passage, at) ?? labelled(passage, at);
}

function introducedBy(passage: Passage, at: number): Credit | null {
  const { tokens, lexicon } = passage;
  const floor = Math.max(sentenceStart(passage, at), at - FARTHEST);
  let pending: Cue | null = null;
  for (let word = at - 1; word >= floor; word--) {
    const owned = possessed(tokens, word, floor, at);
    if (owned !== null && pending === null) return owned;
    const cue = cueAt(tokens, word, floor, lexicon);
    if (cue === null || cue.end > at) continue;
    const subject = subjectOf(passage, cue, floor, at);
    if (subject === null || subject === "shared") pending ??= cue;
    else return { ...clause(subject, cue), cue: (pending ?? cue).word };
  }
  return pending === null ? null : mainSubject(passage, pending, floor);
}

const speechNouns =
  /^(?:words?|claims?|statements?|warnings?|remarks?|comments?|phrases?|assertions?|questions?|answers?|reply|replies|speech|letter|essay|testimony|announcement|description|quote|line|call|promise|response|view|argument|insistence|declaration|message|motto|conclusion|paroles|mots|worte)$/;

/** "Marrow's claim that", "in her own words", "a statement by Marrow". */
function possessed(tokens: readonly Token[], noun: number, floor: number, limit: number): Credit | null {
  if (!speechNouns.test(tokens[noun].lower)) return null;
  const cue = tokens[noun].lower;
  if (/^(?:by|from)$/.test(tokens[noun + 1]?.lower ?? "")) {
    const subject = subjectAfter(tokens, noun + 2, limit);
    return subject === null ? null : { subject, cue, from: noun, to: subject.to };
  }
  for (let owner = noun - 1; owner >= floor && noun - owner <= 3; owner--) {
    if (/^(?:his|her|their)$/.test(tokens[owner].lower)) {
      return { subject: { kind: "pronoun", from: owner, to: owner + 1 }, cue, from: owner, to: noun + 1 };
    }
    if (/^(?:my|our|your)$/.test(tokens[owner].lower)) {
      return {
        subject: { kind: "first-person", from: owner, to: owner + 1 },
        cue,
        from: owner,
        to: noun + 1,
      };
    }
    if (!isPossessive(tokens[owner])) continue;
    const subject = subjectBefore(tokens, owner + 1, floor);
    return subject === null || subject === "shared"
      ? null
      : { subject, cue, from: subject.from, to: noun + 1 };
  }
  return null;
}

/** The sentence's subject: its first pronoun or name that no preposition or article stands before. */
function mainSubject(passage: Passage, cue: Cue, floor: number): Credit | null {
  const { tokens } = passage;
  for (let at = floor; at < cue.at; at++) {
    const token = tokens[at];
    if (isFirstPerson(token)) return { ...clause({ kind: "first-person", from: at, to: at + 1 }, cue) };
    if (isPronoun(token)) return clause({ kind: "pronoun", from: at, to: at + 1 }, cue);
    if (!isNameWord(token)) continue;
    const to = nameEnd(tokens, at, cue.at);
    const free =
      at === floor ||
      !/^(?:the|a|an|in|on|at|of|from|with|to|by|for|near|about|after|before)$/.test(tokens[at - 1].lower);
    if (free && !isPossessive(tokens[to - 1])) return clause({ kind: "name", from: at, to }, cue);
    at = to - 1;
  }
  return null;
}

const notLabels =
  /^(?:note|notes|title|question|answer|caption|summary|update|correction|source|warning|example|subject|date|see|photo|image|picture|headline|headlines|chapter|part|section|figure|table|step|tip|motto|slogan|sign|e\.g|i\.e|quote|quotation|text|excerpt|excerpts|related|read|watch|listen)$/;

/** A name, or a pronoun's clause, that a colon parts from the quotation: MARROW: “…”; She was blunt: “…”. */
function labelled(passage: Passage, at: number): Credit | null {
  const { tokens } = passage;
  const floor = sentenceStart(passage, at);
  const colon = at - 1;
  if (colon <= floor || !/^[:：]$/.test(tokens[colon].text) || colon - floor > FARTHEST) return null;
  const first = tokens[floor];
  const from = floor;
  if (isFirstPerson(first))
    return { subject: { kind: "first-person", from, to: from + 1 }, cue: ":", from, to: at };
  if (isPronoun(first)) return { subject: { kind: "pronoun", from, to: from + 1 }, cue: ":", from, to: at };
  if (!isNameWord(first) || notLabels.test(first.lower)) return null;
  const to = nameEnd(tokens, from, colon);
  if (isPossessive(tokens[to - 1])) return null;
  return { subject: { kind: "name", from, to }, cue: ":", from, to: at };
}

/** Whom the sentence credits in a clause at its end: The guild “lost seven” launches, she added. */
export function creditLater(passage: Passage, at: number): Credit | null {
  const { tokens, lexicon } = passage;
  const end = Math.min(sentenceEnd(passage, at), at + FARTHEST);
  let found: Credit | null = null;
  for (let word = at + 1; word < end; word++) {
    if (tokens[word].kind === "quotation") found = null;
    const cue = cueAt(tokens, word, at + 1, lexicon);
    if (cue === null || found !== null) continue;
    const subject = subjectOf(passage, cue, at + 1, end);
    if (subject === null || subject === "shared") continue;
    const credit = clause(subject, cue);
    const before = tokens[credit.from - 1];
    if (before.kind === "quotation" || /^[,—–]$/.test(before.text) || cue.kind === "naming") found = credit;
  }
  return found;
}

/** Whom a sentence without quotations, the one that ends before token `at`, credits with speech: the last in it. */
export function creditOfSentence(passage: Passage, at: number): Credit | null {
  if (at <= 0) return null;
  const floor = Math.max(sentenceStart(passage, at - 1), at - FARTHEST);
  for (let word = at - 1; word >= floor; word--) {
    if (passage.tokens[word].kind === "quotation") return null;
    const cue = cueAt(passage.tokens, word, floor, passage.lexicon);
    const subject = cue === null ? null : subjectOf(passage, cue, floor, at);
    if (cue !== null && subject !== null && subject !== "shared") return clause(subject, cue);
  }
  return null;
}
