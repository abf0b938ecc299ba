import { fingerprint, plainSource, readSources } from "../core/index.ts";
import { BLOCK } from "./block.ts";

/** Number of the archive's own layout; raised with every change of it. */
const LAYOUT = 1;

/** Words of each kind that folding, word boundaries, brackets and runs treat in a way of their own. */
const PROBE =
  "The ferry’s crew—ＡＬＬ nine—said: “We [the keepers] don’t sail … before 6.30 a.m., U.S. time” [sic]. " +
  "ﬁsh naïve NAÏVE co\u00adoperate Straße 1,500 -5 1939-45 $7 rock 'n' roll [T]hey sail[ed] (laughter) " +
  "الـعَرَبِيَّة שָׁלוֹם צה״ל 港口的灯 İstanbul ½ ① \u200fx\u200e e\u0301 _a_ [...] […] . . . A/B @c #d 50% №7 [few words omitted: a lamp]";

/**
 * What an archive's index was made with: layout, folding, word boundaries, runs. Two versions of saidso that read any of
 * the probe's words otherwise have other stamps, so that an index is never read with keys it was not written with.
 */
export const STAMP = `${LAYOUT}.${BLOCK}.${probed()}`;

function probed(): string {
  const { words, runs } = fingerprint(readSources([plainSource(PROBE)]));
  let sum = 0;
  for (const key of [...words, ...runs]) sum = (Math.imul(sum, 31) + key) >>> 0;
  return sum.toString(16).padStart(8, "0");
}
