import { creditAfter } from "./credit-after.js";
import { cueAt } from "./cue.js";
import { endsSentence, isCapitalised, isTerminal } from "./token.js";
/** Tokens that may follow the clause before the quotation goes on: "Marrow said on the quay on Monday,". */
const LONGEST_TAIL = 12;
/**
 * Joins “A, …,” Marrow said, “b …” into one quotation: what stands between credits the first, ends no sentence, and
 * leads on by a comma or by nothing. “A.” Marrow said. “B.” stay two.
 * `lastPlace` and `firstPlace` give the paragraph and token of a draft's last and first extent.
 */
export function joinInterrupted(drafts, lastPlace, firstPlace) {
    const groups = [];
    let before = null;
    for (const draft of drafts) {
        const interrupted = before !== null && goesOn(before, draft, lastPlace(before), firstPlace(draft));
        if (interrupted)
            groups[groups.length - 1].push(draft);
        else
            groups.push([draft]);
        before = draft;
    }
    return groups.map((group) => (group.length === 1 ? group[0] : joined(group)));
}
function joined(group) {
    const extents = group.flatMap((draft) => draft.extents);
    const interruptedAfter = group[0].extents[group[0].extents.length - 1];
    return { ...group[0], parts: group.flatMap((draft) => draft.parts), extents, interruptedAfter };
}
function goesOn(one, two, from, to) {
    if (one.kind !== "marks" || two.kind !== "marks" || from.passage !== to.passage)
        return false;
    const { tokens, text } = from.passage;
    const between = tokens.slice(from.at + 1, Math.min(to.at, from.at + 60));
    if (between.length === 0 ||
        to.at - from.at >= 60 ||
        between.some((token) => isTerminal(token) || token.text === ":"))
        return false;
    const credit = creditAfter(from.passage, from.at);
    if (credit === null ||
        credit.to > to.at ||
        to.at - credit.to > LONGEST_TAIL ||
        reportsMore(from.passage, credit, to.at))
        return false;
    const byComma = /^[,،—–]$/.test(between[between.length - 1].text);
    const lower = startsLower(text, two);
    if (endsSentence(text, tokens[from.at]))
        return byComma && lower;
    return byComma || (credit.to === to.at && lower);
}
function reportsMore({ tokens, lexicon }, credit, end) {
    for (let at = credit.to; at < end; at++)
        if (cueAt(tokens, at, credit.from, lexicon) !== null)
            return true;
    return false;
}
function startsLower(text, draft) {
    const { start, end } = draft.parts[0];
    const word = /[\p{L}\p{N}]+/u.exec(text.slice(start, Math.min(end, start + 40)));
    if (word === null)
        return true;
    const token = { kind: "word", start, end: start + 1, text: word[0], lower: word[0].toLowerCase() };
    return !isCapitalised(token);
}
