import type { Span } from "../core/index.ts";
import { printable, snippetOf } from "../publish/index.ts";
import type { Marked } from "./highlight.ts";

/**
 * The part of a passage where most of the words looked for stand, on one line, the words passed through `mark`, … where
 * it is cut. `found` are offsets into the whole text, ascending.
 */
export function snippet(
  { text, start }: Marked,
  found: readonly Span[],
  mark: (words: string) => string,
): string {
  const { stretches, cutBefore, cutAfter } = snippetOf(text, start, found);
  const shown = stretches
    .map((one) => (one.found ? mark(printable(one.text)) : printable(one.text)))
    .join("")
    .trim();
  return `${cutBefore ? "… " : ""}${shown}${cutAfter ? " …" : ""}`;
}
