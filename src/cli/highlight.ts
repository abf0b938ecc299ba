import { printable } from "../publish/index.ts";
import type { Colors, Paint } from "./colors.ts";

/** A stretch of a text: where it starts there, and its words. */
export interface Marked {
  readonly text: string;
  readonly start: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretch on one line, with the words inside `spans` passed through `mark`. Spans are offsets into the whole text. */
export function highlighted({ text, start }: Marked, spans: readonly Span[], mark: Paint): string {
  const inside = spans
    .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(text.length, span.end - start) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start);
  let line = "";
  let at = 0;
  for (const span of inside) {
    if (span.end <= at) continue;
    const from = Math.max(at, span.start);
    line += printable(text.slice(at, from)) + mark(printable(text.slice(from, span.end)));
    at = span.end;
  }
  return line + printable(text.slice(at));
}

/** Marks words: on a terminal by `paint`, bold and underlined; without colour by {braces}. */
export function marker(colors: Colors, paint: Paint): Paint {
  return colors.isColorSupported
    ? (words) => colors.bold(colors.underline(paint(words)))
    : (words) => `{${words}}`;
}
