import type { Span } from "../core/index.ts";
import { printable, stretchesOf } from "../publish/index.ts";
import type { Colors, Paint } from "./colors.ts";

/** A stretch of a text: where it starts there, and its words. */
export interface Marked {
  readonly text: string;
  readonly start: number;
}

/** The stretch on one line, with the words inside `spans` passed through `mark`. Spans are offsets into the whole text. */
export function highlighted({ text, start }: Marked, spans: readonly Span[], mark: Paint): string {
  return stretchesOf(text, start, spans)
    .map((one) => (one.found ? mark(printable(one.text)) : printable(one.text)))
    .join("");
}

/** Marks words: on a terminal by `paint`, bold and underlined; without colour by {braces}. */
export function marker(colors: Colors, paint: Paint): Paint {
  return colors.isColorSupported
    ? (words) => colors.bold(colors.underline(paint(words)))
    : (words) => `{${words}}`;
}
