import type { Postings } from "../../archive/index.ts";
import { sortPostings } from "../../archive/index.ts";
import type { Counts } from "../../archive/segment/counts.ts";
import type { Pairs } from "../../archive/segment/pairs.ts";

/** The sums of a version's postings. */
export interface PostingSums {
  readonly runs: number;
  readonly terms: number;
}

/** Sums of what an index lists, whatever the order: two indexes with the same sums list the same but once in 2^32. */
export function sumsOf(postings: Postings): PostingSums & { readonly counts: number } {
  const { runs, terms, counts } = sortPostings([{ postings, first: 0 }]);
  return { runs: pairSum(runs), terms: pairSum(terms), counts: countSum(counts) };
}

export function pairSum({ keys, blocks }: Pairs): number {
  let sum = 0;
  for (let i = 0; i < keys.length; i++) sum = (sum + mixed(keys[i]!, blocks[i]!)) | 0;
  return sum;
}

export function countSum({ keys, counts }: Counts): number {
  let sum = 0;
  for (let i = 0; i < keys.length; i++) sum = (sum + Math.imul(mixed(keys[i]!, 0), counts[i]!)) | 0;
  return sum;
}

/** 32 bits that depend on all bits of both (the last steps of MurmurHash3; Appleby). */
export function mixed(key: number, block: number): number {
  let hash = key ^ Math.imul(block + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
