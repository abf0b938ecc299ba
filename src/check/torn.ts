import { Flag, type QuotedFingerprint } from "../core/index.ts";
import { piecesOf } from "./piece.ts";
import { isWhole } from "./stretch.ts";
import type { Trial } from "./trial.ts";

/** Words that stand together elsewhere were taken from there; fewer were rather changed. The matcher weighs a leap so. */
const TAKEN = 4;

export function isFaithful({ verdict: { status } }: Trial): boolean {
  return status === "verbatim" || status === "marked";
}

/** Whether an omission mark stands between two words. */
export function hasOmission({ tokens }: QuotedFingerprint): boolean {
  return tokens.flags.subarray(1, tokens.count).some((flags) => (flags & Flag.omissionBefore) !== 0);
}

/** Whether the quotation may have parts of one document that its stretches do not show together. */
export function isTorn(found: Trial, words: QuotedFingerprint): boolean {
  const { status, reason } = found.verdict;
  if (status === "spliced" || reason === "many-places") return true;
  if (isFaithful(found)) return false;
  return hasOmission(words) || (status === "absent" && isScattered(found));
}

/** Whether two stretches are of one document. */
function isScattered({ stretches }: Trial): boolean {
  return stretches.some((one, i) => !isWhole(one) && one.edition.key === stretches[i + 1]?.edition.key);
}

/** The pieces of the quotation in which so many words differ from the source that they may come from another place. */
export function strangePieces(
  { verdict: { problems } }: Trial,
  words: QuotedFingerprint,
): QuotedFingerprint[] {
  const { tokens } = words;
  return problems.flatMap(({ quotation }) => {
    if (quotation === null) return [];
    const starts = tokens.start.subarray(0, tokens.count);
    const from = starts.findIndex((start) => start >= quotation.start);
    const after = starts.findIndex((start) => start >= quotation.end);
    const to = after < 0 ? tokens.count : after;
    return from < 0 || to - from < TAKEN ? [] : piecesOf(words, from, to);
  });
}
