/** Median of numbers; of an even count the lower one of the two in the middle, a value that was measured. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

/** Milliseconds that `work` takes, once. */
export function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Runs after which the compiler has settled. */
const WARMING = 5;

/** Median milliseconds of several runs, after some that warm up and do not count. */
export function medianTime(runs: number, work: () => unknown): number {
  for (let run = 0; run < WARMING; run++) work();
  return median(Array.from({ length: runs }, () => timeOf(work)));
}

/** Bytes that what `make` returns keeps alive. Needs `node --expose-gc`, else throws. */
export function memoryOf(make: () => unknown): number {
  if (globalThis.gc === undefined) throw new Error("Run with node --expose-gc.");
  const used = (): number => {
    globalThis.gc!();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = [make()];
  const bytes = used() - before;
  kept.pop();
  return bytes;
}
