import { isCaseless } from "./caseless-credit.ts";
import { isNameWord, nameEnd } from "./name.ts";
import { trimmed } from "./paragraph.ts";
import type { Stretch } from "./quotation.ts";
import { tokensOf } from "./token.ts";

/** A line that says who spoke: "— Ilse Marrow, head of the guild". */
export interface Signature {
  /** Where the line starts: at its dash. */
  readonly start: number;
  readonly name: Stretch;
  readonly cue: string;
}

/** Longest signature, in UTF-16 code units: a name and an office. */
const LONGEST_SIGNATURE = 120;
/** Longest name in a script without capitals, in words. */
const LONGEST_CASELESS = 6;

/** The signature that text.slice(start, end) is as a whole; null where it is none. */
export function signatureOf(text: string, start: number, end: number): Signature | null {
  const line = text.slice(start, Math.min(end, start + LONGEST_SIGNATURE + 1));
  const dash = /^(?:--+|[—–―~-])\s*/.exec(line);
  if (
    dash === null ||
    line.length > LONGEST_SIGNATURE ||
    /[.!?…:]["”’»]?$/.test(line.replace(/\b(?:Jr|Sr)\.$/, ""))
  )
    return null;
  const tokens = tokensOf(text, start + dash[0].length, end);
  if (tokens.length === 0 || tokens[0].kind !== "word") return null;
  if (isCaseless(line))
    return tokens.length > LONGEST_CASELESS ? null : signed(start, tokens[0].start, end, dash[0]);
  if (!isNameWord(tokens[0])) return null;
  const to = nameEnd(tokens, 0, tokens.length);
  if (to < tokens.length && !/^[,(|—–]$/.test(tokens[to].text)) return null;
  return signed(start, tokens[0].start, tokens[to - 1].end, dash[0]);
}

function signed(start: number, from: number, to: number, dash: string): Signature {
  return { start, name: { start: from, end: to }, cue: dash.trim() };
}

/** The signature that ends text.slice(start, end): its last line, or what follows its last dash after a sentence. */
export function signatureAtEnd(text: string, start: number, end: number): Signature | null {
  const floor = Math.max(start, end - LONGEST_SIGNATURE - 1);
  const tail = text.slice(floor, end);
  const line = tail.lastIndexOf("\n");
  if (line >= 0) {
    const from = trimmed(text, floor + line, end).start;
    const found = signatureOf(text, from, end);
    if (found !== null) return found;
  }
  const dash = Math.max(tail.lastIndexOf("—"), tail.lastIndexOf("–"), tail.lastIndexOf(" --") + 1);
  const ended = dash > 0 && /[.!?…"”’»]\s*$/.test(tail.slice(0, dash));
  return ended ? signatureOf(text, floor + dash, end) : null;
}
