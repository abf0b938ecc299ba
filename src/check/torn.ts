import type { Edition, Window } from "../archive/index.ts";
import { Flag, type QuotedFingerprint, RUN } from "../core/index.ts";
import { piecesOf } from "./piece.ts";
import { type Stretch, stretchesOf, united } from "./stretch.ts";
import type { Trial } from "./trial.ts";

/** So many words that differ from the source, close together, may be from elsewhere; fewer were rather changed. The matcher weighs a leap so. */
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
  return scatteredIn(stretches).size > 0;
}

/** Keys of the documents that several of these stretches, which are in the archive's order, are of. */
function scatteredIn(stretches: readonly Stretch[]): ReadonlySet<number> {
  const keys = stretches.map(({ edition }) => edition.key);
  return new Set(keys.filter((key, i) => key === keys[i + 1]));
}

/** Those of the windows whose documents have several stretches, with the windows' own: what stands in one alone is judged there. */
export function scattered({ stretches, view }: Trial, windows: readonly Window[]): Window[] {
  const editionOf = (key: number): Edition => view.archive.edition(key);
  const keys = scatteredIn(united([...stretches, ...stretchesOf(windows, editionOf)]));
  return windows.filter(({ edition }) => keys.has(edition));
}

/** The pieces of the quotation in which so many words differ from the source that they may come from another place. */
export function strangePieces(
  { verdict: { problems } }: Trial,
  words: QuotedFingerprint,
): QuotedFingerprint[] {
  const { tokens } = words;
  const strange = Array.from(tokens.start.subarray(0, tokens.count).keys()).filter((i) =>
    problems.some(
      ({ quotation }) =>
        quotation !== null && quotation.start <= tokens.start[i]! && tokens.end[i]! <= quotation.end,
    ),
  );
  return clusters(strange)
    .filter((cluster) => cluster.length >= TAKEN)
    .flatMap((cluster) => piecesOf(words, cluster[0]!, cluster[cluster.length - 1]! + 1));
}

/** Ascending places parted where a whole run of words lies between two: fewer words stand anywhere by chance. */
function clusters(places: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const place of places) {
    const last = found[found.length - 1];
    if (last !== undefined && place - last[last.length - 1]! <= RUN) last.push(place);
    else found.push([place]);
  }
  return found;
}
