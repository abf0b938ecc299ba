/**
 * Longest line of a text whose lines are broken by hand, in UTF-16 code units. A longer one says that each line is a
 * paragraph. Mail and plain books wrap at 72 to 80, code at 100 to 120; paragraphs of one line are rarely all shorter.
 */
const LONGEST_WRAPPED_LINE = 120;
/**
 * The paragraphs of text.slice(start, end), trimmed of white space, in order. They part at empty lines; where a
 * group of lines holds one longer than a hand-wrapped line is, they part at every line of it.
 */
export function paragraphsOf(text, start, end) {
    const paragraphs = [];
    let group = [];
    const flush = () => {
        const wrapped = group.every((line) => line.end - line.start <= LONGEST_WRAPPED_LINE);
        if (group.length > 0 && wrapped)
            paragraphs.push({ start: group[0].start, end: group[group.length - 1].end });
        else
            paragraphs.push(...group);
        group = [];
    };
    for (const line of linesOf(text, start, end)) {
        if (line.start === line.end)
            flush();
        else
            group.push(line);
    }
    flush();
    return paragraphs;
}
/** The lines of text.slice(start, end), each trimmed; empty ones are empty stretches. */
export function linesOf(text, start, end) {
    const lines = [];
    const within = text.slice(start, end);
    let from = 0;
    while (from <= within.length) {
        const newline = within.indexOf("\n", from);
        const to = newline < 0 ? within.length : newline;
        lines.push(trimmed(text, start + from, start + to));
        from = to + 1;
    }
    return lines;
}
/** The stretch without white space at either end; empty at `start` where nothing else is left. */
export function trimmed(text, start, end) {
    let from = start;
    let to = end;
    while (from < to && isSpace(text, from))
        from++;
    while (to > from && isSpace(text, to - 1))
        to--;
    return { start: from, end: to };
}
function isSpace(text, at) {
    const code = text.charCodeAt(at);
    return code <= 32 || (code >= 0x80 && /\s/.test(text[at]));
}
