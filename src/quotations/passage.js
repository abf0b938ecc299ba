import { lexiconOf } from "./reporting-verb.js";
import { sentenceStarts } from "./token.js";
/** `language`: a BCP 47 primary subtag, or "". */
export function passageOf(text, tokens, language) {
    return { text, tokens, starts: sentenceStarts(text, tokens), lexicon: lexiconOf(language) };
}
/** Index of the first token of the sentence that holds token `at`. */
export function sentenceStart(passage, at) {
    let low = 0;
    let high = passage.starts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (passage.starts[middle] <= at)
            low = middle;
        else
            high = middle - 1;
    }
    return passage.starts[low] ?? 0;
}
/** Index after the last token of the sentence that holds token `at`. */
export function sentenceEnd(passage, at) {
    let low = 0;
    let high = passage.starts.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (passage.starts[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return passage.starts[low] ?? passage.tokens.length;
}
