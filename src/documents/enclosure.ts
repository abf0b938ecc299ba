import type { MarkPair } from "../quotations/index.ts";

/** What may stand before a paragraph's opening mark: spaces, and words supplied ahead of it. */
const BEFORE = /^\s*(?:\[[^\]]{0,60}\]\s*)?$/u;
/** How much of a paragraph is looked at for its opening mark, supplied words before it included. */
const OPENING_REACH = 80;
/** How much of its end is looked at for its closing mark, with a full stop and note markers after it. */
const CLOSING_REACH = 40;

/** Whether the words at `offset` open with a quotation mark, spaces aside. */
export function opensQuotation(text: string, offset: number): boolean {
  return /^\s*(?:\[[^\]]{0,60}\]\s*)?["“„«‹'‘「『»”]/u.test(text.slice(offset, offset + OPENING_REACH));
}

/** Whether text.slice(start, end) ends in a closing mark; a full stop and note markers may follow it. */
export function closesQuotation(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - CLOSING_REACH), end);
  return /["”»“」』][\s.,;:!?…]*(?:\[\^?\d{1,3}\][\s.,;]*)*$/u.test(tail);
}

/** Whether a pair opens where its paragraph starts. */
export function opensAt(text: string, start: number, pair: MarkPair): boolean {
  return pair.open.start - start <= OPENING_REACH && BEFORE.test(text.slice(start, pair.open.start));
}
