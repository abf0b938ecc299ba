import { type FormattedText, quotationMarks } from "../formats/index.ts";
import { type MarkPair, pairMarksIn } from "../quotations/index.ts";
import type { Typography } from "./config.ts";
import type { TextEdit } from "./text-edit.ts";

/** How quotation marks and apostrophes are to look. */
export interface MarkStyle {
  /** Outer and inner marks, opening and closing; null for straight ones. */
  readonly curly: { readonly double: Marks; readonly single: Marks } | null;
  /** Whether a no-break space stands between guillemets and their words. */
  readonly spaced: boolean;
}

type Marks = readonly [open: string, close: string];

const STRAIGHT_DOUBLE = '"';
const STRAIGHT_SINGLE = "'";
const CURLY_DOUBLE = /^[“”„‟]$/u;
const GUILLEMET = /^[«»]$/u;
const NO_BREAK = "\u00a0";
/** Languages whose marks have a no-break space beside them. */
const SPACED = new Set(["fr"]);
const CURLY_SINGLE = /^[‘’‚‛]$/u;

/** Whether a language's marks have a no-break space beside them, so that such a space is meant. */
export function spacesMarks(language: string | null): boolean {
  return SPACED.has(language?.toLowerCase().split(/[-_]/u)[0] ?? "");
}

/** All pairs of quotation marks of the running text. */
export function markPairs({ text, blocks }: FormattedText, language: string | null): MarkPair[] {
  const read = blocks.filter(({ kind }) => kind !== "preformatted");
  return pairMarksIn(text, read, { language });
}

/** The style that the text's marks are to have; null where they stay as they are. */
export function markStyle(
  wanted: NonNullable<Typography["quotes"]>,
  text: string,
  pairs: readonly MarkPair[],
  language: string | null,
): MarkStyle | null {
  if (wanted === "keep") return null;
  const outer = pairs.filter(({ level, close }) => level === 0 && close !== null);
  const glyphs = outer.map(({ open, close }) => [glyph(text, open), glyph(text, close!)] as const);
  const curly = glyphs.filter(([open, close]) => CURLY_DOUBLE.test(open) && CURLY_DOUBLE.test(close));
  const straight = glyphs.filter(([open, close]) => open === STRAIGHT_DOUBLE && close === STRAIGHT_DOUBLE);
  const spaced = spacesMarks(language);
  if (wanted === "straight" || (wanted === "auto" && straight.length > curly.length))
    return { curly: null, spaced };
  // As many of either, or none: nobody can tell which the text's own are.
  if (wanted === "auto" && curly.length === straight.length) return null;
  const single = quotationMarks(language, 1);
  return {
    spaced,
    curly: {
      double: mostly(curly) ?? quotationMarks(language, 0),
      single: isCurly(single) ? single : ["‘", "’"],
    },
  };
}

function isCurly([open, close]: Marks): boolean {
  return CURLY_SINGLE.test(open) && CURLY_SINGLE.test(close);
}

function glyph(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

/** The pair that stands most often; of equals the first. */
function mostly(pairs: readonly Marks[]): Marks | null {
  const counts = new Map<string, number>();
  for (const [open, close] of pairs) counts.set(open + close, (counts.get(open + close) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : [best[0][0]!, best[0][1]!];
}

/**
 * The edits that give a pair's marks their style: straight for curly or the other way round; other marks stay. They belong
 * together: a pair of which one mark cannot be changed keeps both.
 */
export function pairEdits(text: string, pair: MarkPair, style: MarkStyle): TextEdit[] {
  const opening = [pair.open, ...pair.reopenings].map((span) => ({ span, side: 0 as const }));
  const closing = pair.close === null ? [] : [{ span: pair.close, side: 1 as const }];
  return [...opening, ...closing].flatMap(({ span: { start, end }, side }) => {
    const mark = text.slice(start, end);
    const words = styled(mark, side, style);
    if (words === null || words === mark) return [];
    return [{ start, end, words: style.spaced ? apartFromWords(words, side, text, start) : words, of: pair }];
  });
}

/** A mark at `at`, with a no-break space on the side of its words if it is a guillemet and none stands there. */
function apartFromWords(mark: string, side: 0 | 1, text: string, at: number): string {
  if (!GUILLEMET.test(mark) || /^\s/u.test(text.charAt(side === 0 ? at + 1 : at - 1))) return mark;
  return side === 0 ? mark + NO_BREAK : NO_BREAK + mark;
}

function styled(mark: string, side: 0 | 1, { curly }: Pick<MarkStyle, "curly">): string | null {
  if (curly === null)
    return CURLY_DOUBLE.test(mark) ? STRAIGHT_DOUBLE : CURLY_SINGLE.test(mark) ? STRAIGHT_SINGLE : null;
  if (mark === STRAIGHT_DOUBLE) return curly.double[side];
  return mark === STRAIGHT_SINGLE ? curly.single[side] : null;
}

/** The edits that give apostrophes inside words their style. */
export function apostropheEdits(text: string, start: number, end: number, { curly }: MarkStyle): TextEdit[] {
  const [from, words] = curly === null ? ["’", STRAIGHT_SINGLE] : [STRAIGHT_SINGLE, "’"];
  const pattern = new RegExp(`(?<=\\p{L})${from}(?=\\p{L})`, "gu");
  return [...text.slice(start, end).matchAll(pattern)].map(({ index }) => ({
    start: start + index,
    end: start + index + 1,
    words,
  }));
}
