/** How often each key stands in a segment, or how much less often since a removal: `keys` ascend, none stands twice. */
export interface Counts {
  readonly keys: Uint32Array;
  readonly counts: Int32Array;
}

/** Counts of several lists as one: equal keys are summed, and what sums to nought is left out. */
export function mergeCounts(lists: readonly Counts[]): Counts {
  const total = lists.reduce((sum, { keys }) => sum + keys.length, 0);
  const merged = { keys: new Uint32Array(total), counts: new Int32Array(total) };
  const heads = new Uint32Array(lists.length);
  let length = 0;
  for (;;) {
    let key = Number.POSITIVE_INFINITY;
    for (let list = 0; list < lists.length; list++)
      key = Math.min(key, lists[list]!.keys[heads[list]!] ?? Number.POSITIVE_INFINITY);
    if (key === Number.POSITIVE_INFINITY) break;
    let sum = 0;
    for (let list = 0; list < lists.length; list++)
      if (lists[list]!.keys[heads[list]!] === key) sum += lists[list]!.counts[heads[list]!++]!;
    if (sum === 0) continue;
    merged.keys[length] = key;
    merged.counts[length++] = sum;
  }
  return { keys: merged.keys.subarray(0, length), counts: merged.counts.subarray(0, length) };
}
