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
  return leastKeys(Uint32Array.of(...leastKeys(runs), ...leastKeys(terms)));
}

/** Keys looked at to find those kept: with a few repeats among them there are still enough. */
const LOOKED_AT = 4 * KEYS;

/** The least distinct keys, ascending. Keys are spread evenly, so that the least of many are below a bound that can be told before. */
function leastKeys(keys: Uint32Array): Uint32Array {
  for (let share = LOOKED_AT / Math.max(1, keys.length); ; share *= 4) {
    const least = distinct(share < 1 ? keysBelow(keys, share * 2 ** 32) : keys.slice());
    if (least.length >= KEYS || share >= 1) return least.slice(0, KEYS);
  }
}

function keysBelow(keys: Uint32Array, bound: number): Uint32Array {
  const below: number[] = [];
  for (let i = 0; i < keys.length; i++) if (keys[i]! < bound) below.push(keys[i]!);
  return Uint32Array.from(below);
}

/** The keys without repeats, ascending; the array given is sorted. */
function distinct(keys: Uint32Array): Uint32Array {
  return keys.sort().filter((key, i, sorted) => i === 0 || sorted[i - 1] !== key);
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
