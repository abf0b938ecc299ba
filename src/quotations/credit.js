import { isFiller, subjectAfter, subjectBefore } from "./subject.js";
/** Tokens of a sentence that are looked at on either side of a quotation; longer sentences are mostly lists. */
export const FARTHEST = 80;
export function clause(subject, cue) {
    return { subject, cue: cue.word, from: Math.min(subject.from, cue.at), to: Math.max(subject.to, cue.end) };
}
export function subjectOf(passage, cue, floor, end) {
    const { tokens } = passage;
    if (cue.pronoun !== null) {
        const kind = cue.pronoun === "je" || cue.pronoun === "nous" ? "first-person" : "pronoun";
        return { kind, from: cue.at, to: cue.end };
    }
    if (cue.kind === "naming")
        return subjectAfter(tokens, cue.end, end);
    if (cue.kind === "quoting")
        return subjectAfter(tokens, cue.end, end) ?? subjectBefore(tokens, cue.at, floor);
    if (cue.kind === "participle")
        return quotedAsSaying(tokens, cue, floor) ?? "shared";
    if (cue.kind === "infinitive" && !/^(?:they|we|i|you)$/.test(tokens[cue.at - 1]?.lower ?? "")) {
        return subjectOfInfinitive(tokens, cue, floor);
    }
    const before = subjectBefore(tokens, cue.at, floor);
    if (before !== null)
        return before;
    return opensClause(tokens, cue.at, floor) ? subjectAfter(tokens, cue.end, end) : null;
}
/** "to say" and "went on to add" share the sentence's subject; "will say" and "officials say" have their own. */
function subjectOfInfinitive(tokens, cue, floor) {
    return /^(?:to|and)$/.test(tokens[cue.at - 1].lower) ? "shared" : subjectBefore(tokens, cue.at, floor);
}
/** "quoted Marrow as saying". */
function quotedAsSaying(tokens, cue, floor) {
    if (cue.at - 2 < floor || tokens[cue.at - 1].lower !== "as")
        return null;
    const named = subjectBefore(tokens, cue.at - 1, floor);
    if (named === null || named === "shared")
        return null;
    return /^(?:quot|cit|report)/.test(tokens[named.from - 1]?.lower ?? "") ? named : null;
}
function opensClause(tokens, at, floor) {
    let before = at - 1;
    while (before >= floor && (isFiller(tokens[before]) || tokens[before].lower === "a"))
        before--;
    return before < floor;
}
