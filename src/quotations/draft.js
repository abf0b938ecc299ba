import { trimmed } from "./paragraph.js";
/** Drafts of the outermost pairs. `paragraphs`: those in which the pairs were found, in text order. */
export function draftsOfPairs(text, paragraphs, pairs) {
    const outer = pairs.filter((pair) => pair.level === 0);
    const drafts = [];
    let paragraph = 0;
    for (const [index, pair] of outer.entries()) {
        while (paragraphs[paragraph].end <= pair.open.start)
            paragraph++;
        const limit = outer[index + 1]?.open.start ?? Number.POSITIVE_INFINITY;
        const draft = draftOfPair(text, paragraphs, paragraph, pair, limit);
        if (draft !== null)
            drafts.push(draft);
    }
    return drafts;
}
function draftOfPair(text, paragraphs, first, pair, limit) {
    const marks = [pair.open, ...pair.reopenings];
    const parts = [];
    const extents = [];
    let paragraph = first;
    for (const [index, mark] of marks.entries()) {
        while (paragraphs[paragraph].end <= mark.start)
            paragraph++;
        const next = marks[index + 1]?.start ?? Number.POSITIVE_INFINITY;
        const end = Math.min(next, paragraphs[paragraph].end, pair.end, limit);
        const words = trimmed(text, mark.end, Math.max(mark.end, end));
        if (words.start < words.end)
            parts.push(words);
        const last = index === marks.length - 1 && pair.close !== null;
        extents.push(last ? { start: mark.start, end: pair.close.end } : trimmed(text, mark.start, Math.max(mark.end, end)));
    }
    return parts.length === 0 ? null : { kind: "marks", parts, extents };
}
/** Start of the first extent, marks included. */
export function startOf(draft) {
    return draft.extents[0].start;
}
export function endOf(draft) {
    return draft.extents[draft.extents.length - 1].end;
}
/** Both lists in text order; of `lesser`, those that overlap none of `stronger`, which do not overlap each other. */
export function mergedDrafts(stronger, lesser) {
    const merged = [];
    let at = 0;
    for (const draft of lesser) {
        while (at < stronger.length && endOf(stronger[at]) <= startOf(draft))
            merged.push(stronger[at++]);
        if (at === stronger.length || endOf(draft) <= startOf(stronger[at]))
            merged.push(draft);
    }
    return [...merged, ...stronger.slice(at)];
}
