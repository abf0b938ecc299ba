import search from "approx-string-match";
import { partial_ratio } from "fuzzball";
import { type Checker, cached, type DocumentReader } from "./checker.ts";

/** Below this partial ratio, of 100, a fuzzy matcher calls a string not found. */
const LEAST_RATIO = 90;
/** Letters that may differ, as a share of the quotation's, where an approximate search calls it found. */
const MOST_ERRORS = 0.1;

/** The heuristic for frequent letters off: with it, exact quotations from long sources get a ratio near 45. */
const WHOLE = { full_process: true, autojunk: false };

/** fuzzball's `partial_ratio`, which has no statuses: an error is a ratio below 90. */
export function fuzzball(read: DocumentReader): Checker {
  const text = cached(read, (document) => document.text);
  return (one) => ({
    id: one.id,
    error: partial_ratio(one.quotation, text(one.source), WHOLE) < LEAST_RATIO,
  });
}

/** approx-string-match, which has no statuses: an error is no match with at most a tenth of the letters wrong. */
export function approxStringMatch(read: DocumentReader): Checker {
  const text = cached(read, (document) => document.text);
  return (one) => ({
    id: one.id,
    error:
      search(text(one.source), one.quotation, Math.floor(one.quotation.length * MOST_ERRORS)).length === 0,
  });
}
