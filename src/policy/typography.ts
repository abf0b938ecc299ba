import type { Finding, Report } from "../check/index.ts";
import { languageOf } from "../documents/index.ts";
import type { FormattedText } from "../formats/index.ts";
import type { MarkPair } from "../quotations/index.ts";
import type { Typography } from "./config.ts";
import {
  apostropheEdits,
  type MarkStyle,
  markPairs,
  markStyle,
  pairEdits,
  spacesMarks,
} from "./mark-style.ts";
import { apart, type TextEdit } from "./text-edit.ts";

/**
 * The edits that mend the typography of a text's faithful quotations, finding by finding; offsets into the text. Marks,
 * spaces, dashes and omission points alone change: no letter, and no word.
 */
export function typographyEdits(text: FormattedText, report: Report, wanted: Typography): TextEdit[][] {
  const language = text.language ?? languageOf(text.text);
  const pairs = markPairs(text, language);
  const style = markStyle(wanted.quotes ?? "auto", text.text, pairs, language);
  const keepsSpaces = spacesMarks(language);
  return report.findings
    .filter(isFaithful)
    .map(({ quotation: { parts } }) =>
      apart(
        parts.flatMap((part) => [
          ...(style === null ? [] : markEdits(text.text, part, pairs, style)),
          ...(wanted.ellipsis === "keep" ? [] : replaced(text.text, part, DOTS, () => "…")),
          ...(wanted.dashes === "keep" ? [] : dashEdits(text.text, part)),
          ...(wanted.spaces === "keep" ? [] : spaceEdits(text.text, part, keepsSpaces)),
        ]),
      ),
    );
}

/** Whether the words are the source's, so that nobody need look at them again. */
function isFaithful({ status }: Finding): boolean {
  return status === "verbatim" || status === "marked";
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Units that may stand between a quotation's words and its own marks: a space of either kind. */
const MARK_REACH = 2;

/** The marks around a stretch of a quotation and all within it. */
function markEdits(text: string, part: Span, pairs: readonly MarkPair[], style: MarkStyle): TextEdit[] {
  const own = pairs.filter(({ open, close, end }) => {
    const closing = close?.end ?? end;
    return open.start >= part.start - MARK_REACH && closing <= part.end + MARK_REACH;
  });
  return [
    ...own.flatMap((pair) => pairEdits(text, pair, style)),
    ...apostropheEdits(text, part.start, part.end, style),
  ];
}

/** Three full stops and no more: four may end a sentence, and which of them does cannot be told. */
const DOTS = /(?<![.…])\.[ \u00a0]?\.[ \u00a0]?\.(?![ \u00a0]?[.…])/gu;
const DOUBLE_HYPHEN = /(?<=[^\s-][ \u00a0]?)-{2,3}(?=[ \u00a0]?[^\s-])/gu;
/** Between digits it may be a minus, before a letter alone an option or an item. */
const SPACED_HYPHEN = /(?<=[\p{L}\p{P}][ \u00a0])-(?=[ \u00a0]\p{L})/gu;

function dashEdits(text: string, part: Span): TextEdit[] {
  return [
    ...replaced(text, part, DOUBLE_HYPHEN, () => "—"),
    ...replaced(text, part, SPACED_HYPHEN, () => "–"),
  ];
}

const SPACES = /(?<=[^\s])[ \u00a0]{2,}(?=[^\s])/gu;
/** Between digits it groups them, beside marks it belongs to them. */
const LONE_NO_BREAK = /(?<=[\p{L}\p{P}])[\u00a0\u202f](?=\p{L})|(?<=[\p{L}\p{P}])[\u00a0\u202f](?=\p{Nd})/gu;

function spaceEdits(text: string, part: Span, keepsNoBreak: boolean): TextEdit[] {
  const several = keepsNoBreak ? / {2,}/u : /^/u;
  return [
    ...replaced(text, part, SPACES, (spaces) => (several.test(spaces) ? " " : null)),
    ...(keepsNoBreak ? [] : replaced(text, part, LONE_NO_BREAK, () => " ")),
  ];
}

function replaced(
  text: string,
  { start, end }: Span,
  pattern: RegExp,
  words: (found: string) => string | null,
): TextEdit[] {
  return [...text.slice(start, end).matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const made = words(found);
    return made === null ? [] : [{ start: start + index, end: start + index + found.length, words: made }];
  });
}
