import type { Place } from "./attribution.ts";
import { type Credit, creditAfter } from "./credit.ts";
import { cueAt } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { endsSentence, isCapitalised, isTerminal, type Token } from "./token.ts";

/** Tokens that may follow the clause before the quotation goes on: "Marrow said on the quay on Monday,". */
const LONGEST_TAIL = 12;

/**
 * Joins “A, …,” Marrow said, “b …” into one quotation: what stands between credits the first, ends no sentence, and
 * leads on by a comma or by nothing. “A.” Marrow said. “B.” stay two.
 * `placeOf` gives the paragraph and token of a draft's last extent, and of another's first.
 */
export function joinInterrupted(
  drafts: readonly Draft[],
  lastPlace: (draft: Draft) => Place,
  firstPlace: (draft: Draft) => Place,
): Draft[] {
  const joined: Draft[] = [];
  let before: Draft | null = null;
  for (const draft of drafts) {
    const previous = joined.at(-1);
    if (
      before !== null &&
      previous !== undefined &&
      goesOn(before, draft, lastPlace(before), firstPlace(draft))
    ) {
      joined[joined.length - 1] = {
        ...previous,
        parts: [...previous.parts, ...draft.parts],
        extents: [...previous.extents, ...draft.extents],
        interruptedAfter: previous.interruptedAfter ?? before.extents[before.extents.length - 1],
      };
    } else joined.push(draft);
    before = draft;
  }
  return joined;
}

function goesOn(one: Draft, two: Draft, from: Place, to: Place): boolean {
  if (one.kind !== "marks" || two.kind !== "marks" || from.passage !== to.passage) return false;
  const { tokens, text } = from.passage;
  const between = tokens.slice(from.at + 1, Math.min(to.at, from.at + 60));
  if (
    between.length === 0 ||
    to.at - from.at >= 60 ||
    between.some((token) => isTerminal(token) || token.text === ":")
  )
    return false;
  const credit = creditAfter(from.passage, from.at);
  if (
    credit === null ||
    credit.to > to.at ||
    to.at - credit.to > LONGEST_TAIL ||
    reportsMore(from.passage, credit, to.at)
  )
    return false;
  const byComma = /^[,،—–]$/.test(between[between.length - 1].text);
  const lower = startsLower(text, two);
  if (endsSentence(text, tokens[from.at])) return byComma && lower;
  return byComma || (credit.to === to.at && lower);
}

function reportsMore({ tokens, lexicon }: Place["passage"], credit: Credit, end: number): boolean {
  for (let at = credit.to; at < end; at++) if (cueAt(tokens, at, credit.from, lexicon) !== null) return true;
  return false;
}

function startsLower(text: string, draft: Draft): boolean {
  const { start, end } = draft.parts[0];
  const word = /[\p{L}\p{N}]+/u.exec(text.slice(start, Math.min(end, start + 40)));
  if (word === null) return true;
  const token: Token = { kind: "word", start, end: start + 1, text: word[0], lower: word[0].toLowerCase() };
  return !isCapitalised(token);
}
