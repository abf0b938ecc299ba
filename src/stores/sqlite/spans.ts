import type { Span } from "../../core/index.ts";

/** Spans as pairs of small numbers: how far each begins behind the end of the one before, and how long it is. */
export function packSpans(spans: readonly Span[]): number[] {
  const packed: number[] = [];
  let last = 0;
  for (const { start, end } of spans) {
    packed.push(start - last, end - start);
    last = end;
  }
  return packed;
}

/** What {@link packSpans} packed. */
export function unpackSpans(packed: readonly number[]): Span[] {
  const spans: Span[] = [];
  let last = 0;
  for (let i = 0; i < packed.length; i += 2) {
    const start = last + packed[i]!;
    last = start + packed[i + 1]!;
    spans.push({ start, end: last });
  }
  return spans;
}
