import { type Credit, clause, FARTHEST, subjectOf } from "./credit.ts";
import { type Cue, cueAt } from "./cue.ts";
import { isNameWord, isPossessive, nameEnd } from "./name.ts";
import { type Passage, sentenceStart } from "./passage.ts";
import { isFiller, isFirstPerson, isPronoun, possessorEndingAt, subjectAfter } from "./subject.ts";
import type { Token } from "./token.ts";

/** Whom the sentence of quotation token `at` credits with it, by its words before: Marrow said that “…”. */
export function creditBefore(passage: Passage, at: number): Credit | null {
  return introducedBy(passage, at) ?? labelled(passage, at);
}

/** As {@link creditBefore}, by words that report; a name and a colon alone do not count. */
export function introducedBy(passage: Passage, at: number): Credit | null {
  const { tokens, lexicon } = passage;
  const floor = Math.max(sentenceStart(passage, at), at - FARTHEST);
  let pending: Cue | null = null;
  for (let word = at - 1; word >= floor; word--) {
    const owned = possessed(tokens, word, floor, at) ?? agent(passage, word, floor, at);
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
    const subject = possessorEndingAt(tokens, owner, floor);
    return subject === null ? null : { subject, cue, from: subject.from, to: noun + 1 };
  }
  return null;
}

/** "was described by Marrow as": who does what a verb in the passive says. */
function agent({ tokens, lexicon }: Passage, by: number, floor: number, limit: number): Credit | null {
  if (
    tokens[by].lower !== "by" ||
    by === floor ||
    !/ed$|^(?:told|said|put|written)$/.test(tokens[by - 1].lower)
  )
    return null;
  const subject = lexicon.words.has(tokens[by - 1].lower) ? subjectAfter(tokens, by + 1, limit) : null;
  return subject === null ? null : { subject, cue: tokens[by - 1].lower, from: by - 1, to: subject.to };
}

/** The sentence's subject: its first pronoun or name that no preposition or article stands before. */
export function mainSubject(passage: Passage, cue: Cue, floor: number): Credit | null {
  const { tokens } = passage;
  for (let at = floor; at < cue.at; at++) {
    const token = tokens[at];
    if (isFirstPerson(token)) return { ...clause({ kind: "first-person", from: at, to: at + 1 }, cue) };
    if (isPronoun(token)) return clause({ kind: "pronoun", from: at, to: at + 1 }, cue);
    if (!isNameWord(token)) continue;
    const to = nameEnd(tokens, at, cue.at);
    const free = at === floor ? to - at > 1 || leadsOn(tokens[to]) : !governing.test(tokens[at - 1].lower);
    if (free && !isPossessive(tokens[to - 1])) return clause({ kind: "name", from: at, to }, cue);
    at = to - 1;
  }
  return null;
}

/** Words after which a name is no subject. */
const governing =
  /^(?:the|a|an|his|her|its|their|our|my|this|that|in|on|at|of|from|with|to|by|for|near|about|after|before|under|against)$/;

/** Whether a verb or a comma follows, which shows a sentence's capitalised first word to be a name. */
function leadsOn(next: Token): boolean {
  return next.text === "," || isFiller(next) || /^\p{Ll}+(?:ed|es|s)$/u.test(next.text);
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

const works =
  /^(?:book|novel|poem|song|film|movie|play|album|painting|opera|symphony|memoir|show|exhibition|musical|sculpture|ballad|anthem|hymn|single|novella|comedy|tragedy|documentary|roman|livre|chanson|película|libro|canción|buch|lied)$/;

/** Whether the quotation is a name and no speech: a work's ("his novel “…”"), or the one told ("told the “…” that"). */
export function isTitleOfWork({ tokens }: Passage, at: number): boolean {
  let before = at - 1;
  if (before >= 0 && /^(?:called|named|titled|entitled|headlined)$/.test(tokens[before].lower)) before--;
  while (before >= 0 && at - before <= 3 && /^(?:,|the|is|was)$/.test(tokens[before].lower)) before--;
  if (before < 0 || at - before > 3) return false;
  return (
    works.test(tokens[before].lower) ||
    (/^(?:told|informed)$/.test(tokens[before].lower) && tokens[at - 1].text !== ",")
  );
}
