/**
 * Quotation marks by shape. A family holds the shapes that may close each other: `double` “ ” „ ", `single` ‘ ’ ‚ ',
 * `guillemet` « », `angle` ‹ ›, and one family for each bracket-like pair of East Asian writing.
 */
export type Family =
  | "double"
  | "single"
  | "guillemet"
  | "angle"
  | "corner"
  | "white-corner"
  | "title"
  | "small-title";

/** What a glyph does when position does not tell: `either` for straight marks. */
export type Habit = "open" | "close" | "either";

/** What one mark is by its shape. */
export interface Glyph {
  readonly family: Family;
  readonly habit: Habit;
  /** The openers that it closes by convention; any other opener of its family only when none of these is open. */
  readonly closes: readonly string[];
}

function glyph(family: Family, habit: Habit, closes: string): Glyph {
  return { family, habit, closes: closes.split(" ").filter((mark) => mark !== "") };
}

/** Every mark by its characters. Two single marks side by side stand for a double one, as in ``…''. */
export const glyphs: ReadonlyMap<string, Glyph> = new Map([
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
export function glyphPattern(): RegExp {
  return /``|''|‘‘|’’|,,|[“”„‟"＂″〝〞〟‘’‚‛'＇′`´«»‹›「」﹁﹂｢｣『』﹃﹄《》〈〉]/g;
}

/** Whether position tells nothing of this family: bracket-like marks always point the same way. */
export function isBracketLike(family: Family): boolean {
  return family === "corner" || family === "white-corner" || family === "title" || family === "small-title";
}
