import type { Span } from "../core/index.ts";
import { findDates } from "./date.ts";

/** Where words come from: an outlet and an ISO date; null where they are not said. */
interface Credit {
  readonly outlet: string | null;
  readonly date: string | null;
}

/** A picture's caption: what it shows, and its credit, null where it has none. */
export interface Caption {
  readonly shows: string;
  readonly credit: (Credit & Span) | null;
}

/** Longest caption. */
const LONGEST = 500;
const CREDIT =
  /\(\s*(?:images?|photos?|photographs?|pictures?|sources?|credits?|screenshots?|photo credit|image source|courtesy|illustration)\s*(?:of|by)?\s*[:：]\s*([^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$/iu;

/** Reads `text[start, end)` as a caption with a credit in round brackets at its end; null where it is none. */
export function readCaption(text: string, span: Span): Caption | null {
  if (span.end - span.start > LONGEST) return null;
  const words = text.slice(span.start, span.end);
  const match = CREDIT.exec(words);
  if (match === null) return null;
  const start = span.start + match.index;
  return {
    shows: words.slice(0, match.index).trim(),
    credit: { ...readCredit(match[1]!), start, end: start + match[0].length },
  };
}

/** `OUTLET, DATE`, in this order or the other, either of them missing. */
export function readCredit(words: string): Credit {
  const date = findDates(words).at(-1);
  const rest = date === undefined ? words : `${words.slice(0, date.start)} ${words.slice(date.end)}`;
  const outlet = rest.replace(/\s+/gu, " ").replace(/^[\s,.;:–—-]+|[\s,.;:–—-]+$/gu, "");
  return { outlet: outlet === "" ? null : outlet, date: date?.iso ?? null };
}
