/** What a plan knows of a segment: its postings, and which share of its blocks is no longer held. */
export interface Planned {
  readonly size: number;
  readonly dropped: number;
  /** A removal's, which has counts alone and stands in no order. */
  readonly removal: boolean;
}

/**
 * A segment is merged with all after it when they have together this share of its postings. So there are few of them,
 * the logarithm to base 5 (the logarithmic method; Bentley and Saxe 1980), and a posting is written again about three
 * times while an archive grows tenfold. A larger share writes less often and leaves more segments, each of which costs
 * every lookup a page.
 */
const SHARE = 1 / 4;

/** Segments smaller than this together are merged whatever their shares: it takes less than a tenth of a second. */
const SMALL = 200_000;

/** Share of a segment's blocks that are no longer held from which it is written again without them. */
const WASTE = 1 / 4;

/** Removals' segments that may stand. */
const MOST_REMOVALS = 6;

/** Limits of a plan; smaller ones are for tests. */
export interface MergeLimits {
  readonly small?: number;
  readonly share?: number;
}

/**
 * Which segments, by their places in `segments`, are to be merged into one now; none where none need be.
 * `segments` stand in the order of their blocks; so do those chosen, which are adjacent but for removals.
 */
export function mergePlan(segments: readonly Planned[], limits: MergeLimits = {}): number[] {
  const { small = SMALL, share = SHARE } = limits;
  const removals = places(segments, ({ removal }) => removal);
  const listed = places(segments, ({ removal }) => !removal);
  let tail = 0;
  let from = listed.length;
  for (let i = listed.length - 1; i >= 0; i--) {
    const { size } = segments[listed[i]!]!;
    if (tail > 0 && (tail >= size * share || tail + size <= small)) from = i;
    tail += size;
  }
  if (from < listed.length) return [...removals, ...listed.slice(from)];
  const wasted = listed.find((i) => segments[i]!.dropped >= WASTE);
  if (wasted !== undefined) return [...removals, wasted];
  return removals.length > MOST_REMOVALS ? removals : [];
}

function places(segments: readonly Planned[], test: (one: Planned) => boolean): number[] {
  return Array.from(segments.keys()).filter((i) => test(segments[i]!));
}
