import type { Cue } from "./cue.ts";
import type { Passage } from "./passage.ts";
import { isFiller, type Subject, subjectAfter, subjectBefore } from "./subject.ts";
import type { Token } from "./token.ts";

/** Who is credited, and by which word. `from` and `to`: the tokens of the clause that says so. */
export interface Credit {
  readonly subject: Subject;
  readonly cue: string;
  readonly from: number;
  readonly to: number;
}

/** Tokens of a sentence that are looked at on either side of a quotation; longer sentences are mostly lists. */
export const FARTHEST = 80;

/** The credit that a cue and its subject make up. */
export function clause(subject: Subject, cue: Cue): Credit {
  return { subject, cue: cue.word, from: Math.min(subject.from, cue.at), to: Math.max(subject.to, cue.end) };
}

/** Whom a cue's clause, between tokens `floor` and `end`, makes speak; `shared` where that is the sentence's subject. */
export function subjectOf(passage: Passage, cue: Cue, floor: number, end: number): Subject | "shared" | null {
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

const habitual = /^(?:used|likes?|liked|loves?|loved)$/;

/** "to say" and "went on to add" share the sentence's subject; "will say" and "officials say" have their own. */
function subjectOfInfinitive(tokens: readonly Token[], cue: Cue, floor: number): Subject | "shared" | null {
  // "My friend, the mason, used to say": what is done by habit has its subject right before it.
  const habit = cue.at - 2 > floor && habitual.test(tokens[cue.at - 2].lower);
  if (tokens[cue.at - 1].lower === "to" && habit) return subjectBefore(tokens, cue.at - 2, floor) ?? "shared";
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
  while (before >= floor && (isFiller(tokens[before]) || tokens[before].lower === "a")) before--;
  return before < floor;
}
