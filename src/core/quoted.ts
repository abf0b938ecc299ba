import { foldWord } from "./fold.ts";
import { Reader } from "./reader.ts";
import type { Span } from "./source.ts";
import { STYLES, type Style } from "./style.ts";
import { Flag, type Tokens } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { BRACKETS } from "./word-run.ts";

/** Words to be checked: a string, or a text and the stretches of it that are the quotation's words, in order. */
export type Quoted = string | { readonly text: string; readonly parts: readonly Span[] };

/** A quotation's words, read with a source's vocabulary. */
export interface QuotedTokens extends Tokens {
  readonly text: string;
  /** The folded form of word `i`, known to the vocabulary or not. */
  folded(i: number): string;
}

/**
 * Parts after the first go on in the sentence: an attribution or a re-opened mark interrupts them, nothing is left out.
 * Words that the vocabulary lacks stay unknown, unless it `grows` by them.
 */
export function readQuoted(
  quoted: Quoted,
  vocabulary: Vocabulary,
  style: Style = STYLES.chicago,
  grows = false,
): QuotedTokens {
  const { text, parts } =
    typeof quoted === "string" ? { text: quoted, parts: [{ start: 0, end: quoted.length }] } : quoted;
  const reader = new Reader(vocabulary, { grows, cut: true, capacity: 64, rounds: style.roundSupplies });
  parts.forEach((part, index) => {
    reader.read(text, part, index, index > 0);
  });
  const { tokens } = reader;
  const known: string[] = [];
  const folded = (i: number): string => {
    known[i] ??= foldWord(text.slice(tokens.start[i], tokens.end[i]).replace(BRACKETS, ""));
    return known[i];
  };
  return Object.assign(tokens, { text, folded });
}

/** Whether brackets inside word `q` own up to its changed ending or beginning: the letters outside them are the source word's. */
export function isMended(quotation: QuotedTokens, q: number, source: string): boolean {
  const outside = quotation.outside.get(q);
  return (
    outside !== undefined &&
    outside[0].length + outside[1].length > 0 &&
    source.startsWith(outside[0]) &&
    source.endsWith(outside[1])
  );
}

/** Whether an omission mark stands before one of the words `from` to `to`, both included. */
export function omissionsIn(quotation: Tokens, from: number, to: number): boolean {
  for (let i = from; i <= to && i < quotation.count; i++)
    if ((quotation.flags[i]! & Flag.omissionBefore) !== 0) return true;
  return false;
}
