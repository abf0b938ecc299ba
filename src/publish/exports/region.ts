import type { Span } from "../../core/index.ts";
import { type FormattedText, hasLines, type Position } from "../../formats/index.ts";

/** A stretch of the original in lines and columns, counted from 1 in UTF-16 code units; the end column is exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * The lines and columns of a stretch of a text; null where its format has none. What is no words of the text, as a remark
 * is none, stands where it is told to.
 */
export function regionOf(
  text: FormattedText,
  { start, end, ...told }: Span & Partial<Position>,
): Region | null {
  if (!hasLines(text.format)) return null;
  const { line, column } = told;
  if (start === end && line !== undefined && column !== undefined)
    return { startLine: line, startColumn: column, endLine: line, endColumn: column };
  const first = text.position(start);
  // The end is taken from the last character: what follows it in the original may be markup, or another line.
  const last = end > start ? text.position(end - 1) : first;
  const isAfter = last.line > first.line || (last.line === first.line && last.column >= first.column);
  const ending = isAfter ? last : first;
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: ending.line,
    endColumn: ending.column + (end > start ? 1 : 0),
  };
}
