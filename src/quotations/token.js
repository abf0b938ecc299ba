/**
 * A word keeps its inner apostrophes and hyphens (al-'Arouri, O’Brien, dit-il), an initial or known abbreviation its
 * full stop (J., Dr.), and initials written together are one word (U.S.).
 */
const piece = /(?:\p{Lu}\.){2,}|['’‘ʿʼ]?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-‐‑](?=['’‘ʿʼ]?[\p{L}\p{N}])|['’‘ʿʼ](?=\p{L})|(?<=s)['’](?!\p{L}))*|\.{2,}|--+|[^\s\p{L}\p{N}\p{M}\p{Cf}]/gu;
const abbreviations = new Set("dr mr mrs ms mx prof gen col lt sgt capt cpt maj adm rev hon sen rep gov pres st jr sr no vs dr mme mlle m mm hr fr sra srta jan feb mar apr jun jul aug sep sept oct nov dec".split(" "));
/** The tokens of text.slice(start, end). `quotations`: outer stretches, marks included, in order, inside it. */
export function tokensOf(text, start, end, quotations = []) {
    const tokens = [];
    let from = start;
    for (const quotation of quotations) {
        readPlain(text, from, quotation.start, tokens);
        tokens.push({ ...quotation, kind: "quotation", text: "", lower: "" });
        from = quotation.end;
    }
    readPlain(text, from, end, tokens);
    return tokens;
}
function readPlain(text, start, end, tokens) {
    const plain = text.slice(start, end);
    for (const match of plain.matchAll(piece)) {
        const from = start + match.index;
        const previous = tokens.at(-1);
        if (match[0] === "." && previous?.end === from && isAbbreviation(previous)) {
            tokens[tokens.length - 1] = wordToken(text, previous.start, from + 1);
            continue;
        }
        if (/[\p{L}\p{N}]/u.test(match[0]))
            tokens.push(wordToken(text, from, from + match[0].length));
        else
            tokens.push({
                start: from,
                end: from + match[0].length,
                kind: "punctuation",
                text: match[0],
                lower: match[0],
            });
    }
}
function wordToken(text, start, end) {
    const word = text.slice(start, end);
    return { start, end, kind: "word", text: word, lower: word.toLowerCase().replaceAll("’", "'") };
}
function isAbbreviation(token) {
    if (token.kind !== "word")
        return false;
    return /^\p{Lu}$/u.test(token.text) || (/^\p{Lu}/u.test(token.text) && abbreviations.has(token.lower));
}
/** Whether the token's text starts with a capital letter, an article of Arabic names before it or not. */
export function isCapitalised(token) {
    return (token.kind === "word" &&
        /^(?:(?:[aA][a-z]{1,2}|[eE]l)[-‐‑]|[dDlLoO]['’])?['’‘ʿʼ]?\p{Lu}/u.test(token.text));
}
/** Whether a token ends a sentence by itself: . ! ? … and their kin. */
export function isTerminal(token) {
    return token.kind === "punctuation" && /^(?:[.!?…。！？؟۔]|\.{2,})$/.test(token.text);
}
/** Indexes of the tokens that start a sentence, in order; the first is 0 where there is a token. */
export function sentenceStarts(text, tokens) {
    const starts = tokens.length > 0 ? [0] : [];
    for (let at = 1; at < tokens.length; at++) {
        const previous = tokens[at - 1];
        const next = tokens[at];
        if (next.kind === "punctuation" && !opensSentence.test(next.text))
            continue;
        const ended = isTerminal(previous) || (previous.kind === "quotation" && endsSentence(text, previous));
        const opens = next.kind !== "word" || isCapitalised(next) || !/^\p{Ll}/u.test(next.text);
        if (ended && opens)
            starts.push(at);
    }
    return starts;
}
const opensSentence = /^[([¿¡*_—–]$/;
/** Whether a quotation's own last character, marks and spaces aside, ends a sentence. */
export function endsSentence(text, quotation) {
    return /[.!?…。！？؟۔][\s"'”’“‘»«›‹」』)\]]*$/.test(text.slice(Math.max(quotation.start, quotation.end - 8), quotation.end));
}
