import { type QuotedFingerprint, RUN } from "../core/index.ts";

/** Words of a piece: as many as the archive proposes for with certainty. */
const WORDS = 8;
/** Words between the beginnings of two pieces, so that any four words that stand together are whole in one. */
const STEP = 4;
/** Pieces of one quotation: of a long one they lie farther apart, and its parts are longer, too. */
const MOST = 32;

/** Overlapping pieces of a quotation's words `[from, to)`, each to be looked for by itself: they may come from several places. */
export function piecesOf(
  quotation: QuotedFingerprint,
  from = 0,
  to = quotation.words.length,
): QuotedFingerprint[] {
  const step = Math.max(STEP, Math.ceil((to - from) / MOST));
  const pieces: QuotedFingerprint[] = [];
  for (let at = from; at + RUN <= to; at += step)
    pieces.push(piece(quotation, at, Math.min(to, at + Math.max(WORDS, 2 * step))));
  return pieces;
}

function piece(
  { tokens, words, runs, places }: QuotedFingerprint,
  from: number,
  to: number,
): QuotedFingerprint {
  const own = Array.from(places.keys()).filter((i) => places[i]! >= from && places[i]! + RUN <= to);
  return {
    tokens,
    words: words.subarray(from, to),
    runs: Uint32Array.from(own, (i) => runs[i]!),
    places: Int32Array.from(own, (i) => places[i]! - from),
  };
}
