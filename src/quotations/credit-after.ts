import { type Credit, clause, FARTHEST, subjectOf } from "./credit.ts";
import { introducedBy, mainSubject } from "./credit-before.ts";
import { type Cue, cueAt } from "./cue.ts";
import { isNameWord, isPossessive, nameEnd } from "./name.ts";
import { type Passage, sentenceEnd } from "./passage.ts";
import { isFiller } from "./subject.ts";
import { endsSentence, isTerminal, type Token } from "./token.ts";

/** Tokens between a quotation and the verb of the clause that follows it directly. */
const LONGEST_TAG = 30;
/** Tokens from that clause to a comma before the next quotation, for the clause to lead on to it. */
const LONGEST_JOIN = 12;

/** Whom the clause directly after quotation token `at` credits with it: “…,” Marrow said; “…,” said Marrow. */
export function creditAfter(passage: Passage, at: number): Credit | null {
  const { tokens } = passage;
  const from = tagStart(tokens, at);
  if (from >= tokens.length) return null;
  if (namesWords(tokens, from)) return null;
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

/** What words are called: "…," a charge that Marrow denied. Whoever follows speaks of the quotation, not in it. */
const namesOfWords =
  /^(?:accusation|allegation|argument|assertion|charge|claim|contention|description|figure|notion|phrase|point|position|proposal|remark|statement|suggestion|view)$/;

function namesWords(tokens: readonly Token[], at: number): boolean {
  return /^an?$/.test(tokens[at].lower) && namesOfWords.test(tokens[at + 1]?.lower ?? "");
}

function clauseCredit(passage: Passage, from: number, end: number): Credit | null {
  const { tokens, lexicon } = passage;
  let pending: Cue | null = null;
  for (let at = from; at < end; at++) {
    const cue = cueAt(tokens, at, from, lexicon);
    if (cue === null) continue;
    const subject = subjectOf(passage, cue, from, end);
    if (subject !== null && subject !== "shared") return clause(subject, cue);
    pending ??= cue;
  }
  return pending === null ? null : mainSubject(passage, pending, from);
}

function startsTag(passage: Passage, credit: Credit, from: number): boolean {
  const { tokens } = passage;
  let at = from;
  while (
    at < credit.from &&
    (isFiller(tokens[at]) || tokens[at].lower === "a" || isOrdinary(tokens, at, credit.from))
  )
    at++;
  return at >= credit.from || isOfficeBefore(tokens, from, credit.from);
}

/** "the president's spokeswoman, Ana Ruiz, told": an office and a comma before the name. */
function isOfficeBefore(tokens: readonly Token[], from: number, name: number): boolean {
  if (name - from > 10 || tokens[name - 1].text !== ",") return false;
  if (!/^(?:the|a|an|his|her|their|its|our)$/.test(tokens[from].lower) && !isPossessive(tokens[from]))
    return false;
  return tokens
    .slice(from, name - 1)
    .every(
      (token) => token.kind === "word" && !/^(?:and|but|that|who|when|while|was|is|had)$/.test(token.lower),
    );
}

/** A title in lower case before the name: "guild secretary Tomas Reed said". */
function isOrdinary(tokens: readonly Token[], at: number, name: number): boolean {
  return (
    name - at <= 4 &&
    /^(?!(?:and|but|or|that|who|when|while|as|of|in|on|from|by|with|to|for|at)$)\p{Ll}/u.test(tokens[at].text)
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
  if (ended) return true;
  const joined = tokens[next - 1].text === "," && next - credit.to <= LONGEST_JOIN;
  const adjacent = joined || next === credit.to || tokens[next - 1].text === ":";
  return adjacent && hasLead(passage, at);
}

/** Whether words before it credit someone with the quotation, other than a clause that follows the one before. */
function hasLead(passage: Passage, at: number): boolean {
  const lead = introducedBy(passage, at);
  if (lead === null) return false;
  const before = passage.tokens[lead.from - 1]?.text === "," ? lead.from - 2 : lead.from - 1;
  return passage.tokens[before]?.kind !== "quotation";
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

/** What stands in parentheses after a quotation and names no one: “…” (Applause.) “…” (Emphasis added). */
const stageMarks =
  /^(?:applause|laughter|laughs|cheers|music|crosstalk|inaudible|emphasis|italics|translation|source|see|photo|ibid|id|figure|chapter|section|page)$/;

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
  if (mark.text === "(" && (stageMarks.test(tokens[at + 2].lower) || !/^[,)]$/.test(next?.text ?? "")))
    return null;
  return {
    subject: { kind: "name", from: at + 2, to },
    cue: mark.text === "(" ? "(" : mark.text,
    from: at + 1,
    to,
  };
}

/** Whom the sentence credits in a clause at its end: The guild “lost seven” launches, she added. */
export function creditLater(passage: Passage, at: number): Credit | null {
  const { tokens, lexicon } = passage;
  const end = Math.min(sentenceEnd(passage, at), at + FARTHEST);
  let found: Credit | null = null;
  let floor = at + 1;
  for (let word = at + 1; word < end; word++) {
    if (tokens[word].kind === "quotation") {
      found = null;
      floor = word + 1;
    }
    const cue = cueAt(tokens, word, floor, lexicon);
    if (cue === null || found !== null) continue;
    const subject = subjectOf(passage, cue, floor, end);
    if (subject === null || subject === "shared") continue;
    const credit = clause(subject, cue);
    const before = tokens[credit.from - 1];
    if (before.kind === "quotation" || /^[,—–]$/.test(before.text) || cue.kind === "naming") found = credit;
  }
  return found;
}
