/** Which keys stand in which blocks: sorted by key, then by block; no pair stands twice. */
export interface Pairs {
  readonly keys: Uint32Array;
  readonly blocks: Uint32Array;
}

/** Bits of one pass of the sort: three passes for 32; the buckets' places still fit into the nearest cache. */
const DIGIT = 11;
const BUCKETS = 2 ** DIGIT;

/**
 * Pairs whose blocks ascend, sorted by key, repeats and all. A radix sort from the lowest digit (Knuth 1973, 5.2.5): its
 * passes are stable, so the blocks of a key stay in order.
 */
export function sortedPairs(pairs: Pairs): Pairs {
  let sorted = pairs;
  for (let shift = 0; shift < 32; shift += DIGIT) sorted = sortedByDigit(sorted, shift);
  return sorted;
}

function sortedByDigit({ keys, blocks }: Pairs, shift: number): Pairs {
  const count = keys.length;
  const places = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < count; i++) places[((keys[i]! >>> shift) & (BUCKETS - 1)) + 1]!++;
  for (let bucket = 0; bucket < BUCKETS; bucket++) places[bucket + 1]! += places[bucket]!;
  const sorted = { keys: new Uint32Array(count), blocks: new Uint32Array(count) };
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    const place = places[(key >>> shift) & (BUCKETS - 1)]!++;
    sorted.keys[place] = key;
    sorted.blocks[place] = blocks[i]!;
  }
  return sorted;
}

/** Takes repeats out of sorted pairs; the arrays given are overwritten. */
export function distinctPairs({ keys, blocks }: Pairs): Pairs {
  let kept = 0;
  for (let i = 0; i < keys.length; i++) {
    if (kept > 0 && keys[kept - 1] === keys[i] && blocks[kept - 1] === blocks[i]) continue;
    keys[kept] = keys[i]!;
    blocks[kept++] = blocks[i]!;
  }
  return { keys: keys.subarray(0, kept), blocks: blocks.subarray(0, kept) };
}

/**
 * Pairs of several lists as one. The blocks of each list come after those of the one before, so that of equal keys the
 * earlier list's go first. With `keep`, only postings in blocks that it answers true for.
 */
export function mergePairs(lists: readonly Pairs[], keep?: (block: number) => boolean): Pairs {
  const left = lists.filter(({ keys }) => keys.length > 0);
  const total = left.reduce((sum, { keys }) => sum + keys.length, 0);
  const merged = { keys: new Uint32Array(total), blocks: new Uint32Array(total) };
  const heads = new Uint32Array(left.length);
  let count = 0;
  for (;;) {
    const key = leastKey(left, heads);
    if (key === Number.POSITIVE_INFINITY) break;
    for (let list = 0; list < left.length; list++) {
      const { keys, blocks } = left[list]!;
      let head = heads[list]!;
      for (; head < keys.length && keys[head] === key; head++) {
        if (keep !== undefined && !keep(blocks[head]!)) continue;
        merged.keys[count] = key;
        merged.blocks[count++] = blocks[head]!;
      }
      heads[list] = head;
    }
  }
  return { keys: merged.keys.subarray(0, count), blocks: merged.blocks.subarray(0, count) };
}

function leastKey(lists: readonly Pairs[], heads: Uint32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let list = 0; list < lists.length; list++) {
    const key = lists[list]!.keys[heads[list]!];
    if (key !== undefined && key < least) least = key;
  }
  return least;
}
