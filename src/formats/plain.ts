import type { Block, FormattedText } from "./formatted-text.ts";
import { LineIndex } from "./line-index.ts";

/**
 * Hard-wrapped text has lines of 60 to 100 characters. A chunk with a line longer than this is not wrapped, so that
 * each of its lines is a paragraph; lower values would cut lists of long lines and verse, higher ones would run the
 * one-line paragraphs of many speech collections together.
 */
const LONGEST_WRAPPED_LINE = 240;

const LINE_END = /\r\n|[\n\r\u2028]/g;

interface Line {
  readonly start: number;
  readonly end: number;
}

function* lines(text: string): Generator<Line> {
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}

/** The line without the white space at its ends, or null where it is blank. */
function trimmed(text: string, line: Line): Line | null {
  const words = text.slice(line.start, line.end);
  const start = line.end - words.trimStart().length;
  const end = line.start + words.trimEnd().length;
  return start < end ? { start, end } : null;
}

function paragraphs(chunk: readonly Line[]): readonly Line[] {
  if (chunk.length === 0) return [];
  if (chunk.some((line) => line.end - line.start > LONGEST_WRAPPED_LINE)) return chunk;
  return [{ start: chunk[0]!.start, end: chunk.at(-1)!.end }];
}

function blocks(text: string): Block[] {
  const found: Line[] = [];
  let chunk: Line[] = [];
  for (const line of lines(text)) {
    const words = trimmed(text, line);
    if (words !== null) {
      chunk.push(words);
    } else {
      for (const paragraph of paragraphs(chunk)) found.push(paragraph);
      chunk = [];
    }
  }
  for (const paragraph of paragraphs(chunk)) found.push(paragraph);
  return found.map(({ start, end }) => ({ kind: "paragraph", start, end, level: 0, language: null }));
}

/**
 * Plain text as it is: offsets into `text` are offsets into the original. Blank lines, those of no-break spaces
 * included, separate paragraphs; wrapped lines stay together, lines too long to be wrapped are paragraphs of their own.
 */
export function readPlain(text: string): FormattedText {
  const index = new LineIndex(text);
  return {
    format: "plain",
    text,
    blocks: blocks(text),
    title: null,
    author: null,
    published: null,
    outlet: null,
    language: null,
    address: null,
    captured: null,
    places: [],
    markup: null,
    position: (offset) => index.position(offset),
  };
}
