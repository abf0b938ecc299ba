import { html } from "hono/html";
import type { Span } from "../../core/index.ts";
import type { Words } from "../differing.ts";
import { shown } from "../shown.ts";
import { stretchesOf } from "../snippet.ts";
import type { Html } from "./shown-text.ts";

/** Nothing. */
export const NOTHING = html``;

/** Words of a text, what lies inside `spans` passed through `mark`. Spans are offsets into the whole text. */
export function markedWords(
  { text, start }: Words,
  spans: readonly Span[],
  mark: (words: string) => Html,
): (Html | string)[] {
  return stretchesOf(text, start, spans).map((one) => (one.found ? mark(shown(one.text)) : shown(one.text)));
}
