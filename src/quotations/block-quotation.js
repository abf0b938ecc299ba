import { draftsOfPairs } from "./draft.js";
import { pairMarksIn } from "./mark-pairs.js";
import { trimmed } from "./paragraph.js";
import { signatureAtEnd, signatureOf } from "./signature.js";
/**
 * The quotation that consecutive blocks of kind "quotation" are, without marks that stand around the whole and
 * without a last line that names who spoke. Null where they tell a story instead: marks inside, and words outside
 * them that follow the first pair.
 */
export function blockQuotation(text, blocks, options) {
    const { words, signature } = unsigned(text, blocks);
    if (words.length === 0)
        return null;
    const outer = draftsOfPairs(text, words, pairMarksIn(text, words, options));
    const whole = outer.length === 1 ? outer[0] : null;
    const inMarks = whole !== null && covers(whole.extents, words);
    if (!inMarks && outer.length > 0 && outer[0].extents[0].start === words[0].start)
        return null;
    return {
        kind: "block",
        parts: inMarks ? whole.parts : words,
        extents: blocks.map(({ start, end }) => ({ start, end })),
        ...(signature === null ? {} : { signature: { name: signature.name, cue: signature.cue } }),
    };
}
function unsigned(text, blocks) {
    const words = blocks.map(({ start, end }) => ({ start, end }));
    const last = words[words.length - 1];
    const whole = words.length > 1 ? signatureOf(text, last.start, last.end) : null;
    if (whole !== null)
        return { words: words.slice(0, -1), signature: whole };
    const signature = signatureAtEnd(text, last.start, last.end);
    if (signature === null)
        return { words, signature };
    const rest = trimmed(text, last.start, signature.start);
    return { words: [...words.slice(0, -1), rest].filter(({ start, end }) => start < end), signature };
}
function covers(extents, words) {
    return (extents.length === words.length &&
        words.every(({ start, end }, at) => extents[at].start === start && extents[at].end === end));
}
