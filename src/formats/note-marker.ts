/** A number of up to three digits: what a note's marker that is only raised, and no link, may say. */
const RAISED_NUMBER = /^\[?(\d{1,3})\]?$/;

/** Ends in a word of three letters or more, or in a mark that ends a sentence, a clause or a quotation. */
const BEFORE_MARKER = /(?:[\p{L}\p{M}]{3}|[.,;:!?…"'”’»)\]])$/u;

/**
 * The number of a raised text that marks a note, or null. `before` is what stands before it: after a figure or a short
 * word a raised number is a power or a unit (10³, m², km²), at a text's start it is nothing that could be told.
 */
export function raisedNote(raised: string, before: string): string | null {
  const number = RAISED_NUMBER.exec(raised.trim())?.[1] ?? null;
  return number !== null && BEFORE_MARKER.test(before) ? number : null;
}
