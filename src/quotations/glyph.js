function glyph(family, habit, closes) {
    return { family, habit, closes: closes.split(" ").filter((mark) => mark !== "") };
}
/** Every mark by its characters. Two single marks side by side stand for a double one, as in ``…''. */
export const glyphs = new Map([
    ["“", glyph("double", "open", "„ ,,")],
    ["”", glyph("double", "close", "“ „ ” ‟")],
    ["„", glyph("double", "open", "")],
    ["‟", glyph("double", "open", "„")],
    ['"', glyph("double", "either", '" ＂')],
    ["＂", glyph("double", "either", '" ＂')],
    ["″", glyph("double", "either", "″")],
    ["〝", glyph("double", "open", "")],
    ["〞", glyph("double", "close", "〝")],
    ["〟", glyph("double", "close", "〝")],
    ["``", glyph("double", "open", "")],
    ["‘‘", glyph("double", "open", "")],
    [",,", glyph("double", "open", "")],
    ["''", glyph("double", "either", "`` '' ,,")],
    ["’’", glyph("double", "close", "‘‘ ``")],
    ["‘", glyph("single", "open", "‚")],
    ["’", glyph("single", "close", "‘ ‚ ’ ‛")],
    ["‚", glyph("single", "open", "")],
    ["‛", glyph("single", "open", "‚")],
    ["'", glyph("single", "either", "' ` ＇")],
    ["＇", glyph("single", "either", "' ＇")],
    ["′", glyph("single", "either", "′")],
    ["`", glyph("single", "open", "")],
    ["´", glyph("single", "close", "` ´")],
    ["«", glyph("guillemet", "open", "»")],
    ["»", glyph("guillemet", "close", "« »")],
    ["‹", glyph("angle", "open", "›")],
    ["›", glyph("angle", "close", "‹ ›")],
    ["「", glyph("corner", "open", "")],
    ["」", glyph("corner", "close", "「")],
    ["﹁", glyph("corner", "open", "")],
    ["﹂", glyph("corner", "close", "﹁")],
    ["｢", glyph("corner", "open", "")],
    ["｣", glyph("corner", "close", "｢")],
    ["『", glyph("white-corner", "open", "")],
    ["』", glyph("white-corner", "close", "『")],
    ["﹃", glyph("white-corner", "open", "")],
    ["﹄", glyph("white-corner", "close", "﹃")],
    ["《", glyph("title", "open", "")],
    ["》", glyph("title", "close", "《")],
    ["〈", glyph("small-title", "open", "")],
    ["〉", glyph("small-title", "close", "〈")],
]);
/** Finds every mark of {@link glyphs}; global, so set `lastIndex` before each use. */
export function glyphPattern() {
    return /``|''|‘‘|’’|,,|[“”„‟"＂″〝〞〟‘’‚‛'＇′`´«»‹›「」﹁﹂｢｣『』﹃﹄《》〈〉]/g;
}
/** Whether position tells nothing of this family: bracket-like marks always point the same way. */
export function isBracketLike(family) {
    return family === "corner" || family === "white-corner" || family === "title" || family === "small-title";
}
