/** Index of the first of ascending numbers that is at least `value`; their count where none is. */
export function firstAtLeast(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices of the `most` greatest values, the greatest first; of equal ones the earlier. One pass, for few of many. */
export function greatest(values: ArrayLike<number>, most: number): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (chosen.length === most && value <= values[chosen[most - 1]!]!) continue;
    let at = chosen.length === most ? most - 1 : chosen.length;
    for (; at > 0 && values[chosen[at - 1]!]! < value; at--) chosen[at] = chosen[at - 1]!;
    chosen[at] = i;
  }
  return chosen;
}
