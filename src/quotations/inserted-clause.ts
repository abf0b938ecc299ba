import { cueAt } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { trimmed } from "./paragraph.ts";
import { type Passage, passageOf, sentenceEnd } from "./passage.ts";
import type { Stretch } from "./quotation.ts";
import { isFiller, isPronoun, type Subject, subjectAfter, subjectBefore } from "./subject.ts";
import { type Token, tokensOf } from "./token.ts";

/** A clause among the words of speech that says who speaks: "dit Marrow". */
export interface InsertedClause {
  readonly name: Stretch;
  readonly cue: string;
  /** Index after its last token. */
  readonly to: number;
}

/** Tokens between the dash or comma and the verb of such a clause. */
const LONGEST_LEAD = 6;

/**
 * French sets « Nous partons, dit Marrow, et nous reviendrons » without closing the marks: such a clause, verb first
 * and between commas, is cut out of the words and says who speaks.
 */
export function withoutInsertedClause(text: string, draft: Draft): Draft {
  const [words] = draft.parts;
  if (draft.parts.length > 1 || draft.kind !== "marks") return draft;
  const passage = passageOf(text, tokensOf(text, words.start, words.end), "fr");
  const { tokens } = passage;
  for (let at = 1; at < tokens.length; at++) {
    if (!/^[,!?…]$/.test(tokens[at - 1].text)) continue;
    const clause = clauseAt(passage, at);
    // A name apart from what follows it is a subject before its verb, which no such clause has; "dit-il" may end the words.
    const next = tokens[at + 1];
    if (clause === null || (next !== undefined && clause.name.end < next.start)) continue;
    const after = tokens[clause.to];
    if (after !== undefined && !/^[,.]$/.test(after.text)) continue;
    const last = tokens[at - (tokens[at - 1].text === "," ? 2 : 1)];
    if (last === undefined) continue;
    const first = { start: words.start, end: last.end };
    const rest = after === undefined ? null : trimmed(text, after.end, words.end);
    const parts = rest === null || rest.start === rest.end ? [first] : [first, rest];
    return { ...draft, parts, signature: { name: clause.name, cue: clause.cue } };
  }
  return draft;
}

/** The clause that starts at token `at` and says who speaks: verb first ("dit Marrow"), or subject first. */
export function clauseAt(passage: Passage, at: number): InsertedClause | null {
  const { tokens, lexicon } = passage;
  const end = Math.min(sentenceEnd(passage, at), at + LONGEST_LEAD);
  for (let verb = at; verb < end; verb++) {
    if (tokens[verb].kind !== "word") return null;
    const cue = cueAt(tokens, verb, at, lexicon);
    if (cue === null) continue;
    const subject: Subject | "shared" | null =
      cue.pronoun !== null
        ? { kind: "pronoun", from: verb, to: verb + 1 }
        : (subjectBefore(tokens, verb, at) ??
          (leads(tokens, at, verb) ? subjectAfter(tokens, cue.end, tokens.length) : null));
    if (subject === null || subject === "shared" || subject.kind === "first-person") return null;
    if (subject.from > at && subject.from < verb && !isPronoun(tokens[subject.from])) return null;
    const name = { start: tokens[subject.from].start, end: tokens[subject.to - 1].end };
    return { name, cue: cue.word, to: Math.max(subject.to, cue.end) };
  }
  return null;
}

function leads(tokens: readonly Token[], at: number, verb: number): boolean {
  for (let before = at; before < verb; before++) {
    if (!isFiller(tokens[before]) && !/^(?:a|lui|leur|me|nous|le|les|m'|l')$/.test(tokens[before].lower))
      return false;
  }
  return true;
}
