import type { Postings } from "./postings.ts";

/** Keys in a sketch: enough to tell a corrected document from another one, at 256 bytes a version. */
const KEYS = 64;
/**
 * Likeness from which two texts of one name are two versions of one document. Other documents of one desk share its
 * stock phrases and the commonest words, a tenth of all; a corrected dispatch shares more than half.
 */
const VERSION = 0.3;

/** The least keys of a document's words and runs (bottom-k sketch; Cohen and Kaplan 2007), ascending, distinct. */
export function sketchOf({ runs, terms }: Pick<Postings, "runs" | "terms">): Uint32Array {
  return leastKeys([...leastKeys(runs), ...leastKeys(terms)]);
}

/** The least distinct keys, ascending: few of many are below the greatest one kept. */
function leastKeys(keys: Iterable<number>): Uint32Array {
  let kept = new Set<number>();
  let bound = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    if (key >= bound) continue;
    kept.add(key);
    if (kept.size < 4 * KEYS) continue;
    kept = new Set(Uint32Array.from(kept).sort().subarray(0, KEYS));
    bound = Math.max(...kept);
  }
  return Uint32Array.from(kept).sort().slice(0, KEYS);
}

/** Whether two sketches are of two versions of one document: the share of the least keys of both that both have. */
export function isRevision(a: Uint32Array, b: Uint32Array): boolean {
  const held = new Set(b);
  const union = Uint32Array.from(new Set([...a, ...b])).sort();
  const least = union.slice(0, Math.min(KEYS, union.length));
  const own = new Set(a);
  const shared = least.filter((key) => own.has(key) && held.has(key)).length;
  return least.length > 0 && shared / least.length >= VERSION;
}
