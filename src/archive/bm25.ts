/** Okapi BM25 (Robertson and Zaragoza 2009, section 3) with the constants and the floor that SQLite's FTS5 has, so that both rank alike. */
const K1 = 1.2;
const B = 0.75;
/** Weight of a phrase that more than half of the passages have: it tells next to nothing, and never less than nothing. */
const LEAST = 1e-6;

/** How much a phrase tells that `having` of `all` passages have. */
export function phraseWeight(all: number, having: number): number {
  const weight = Math.log((all - having + 0.5) / (having + 0.5));
  return weight > 0 ? weight : LEAST;
}

/** What a phrase that stands `times` in a passage of `length` words adds to its score; `average` is a passage's length. */
export function phraseScore(weight: number, times: number, length: number, average: number): number {
  return weight * ((times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / average)));
}
