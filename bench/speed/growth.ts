import { prepare, verify } from "../../src/core/index.ts";
import { medianTime, memoryOf } from "./measure.ts";
import { atMost, type Row } from "./row.ts";
import { sourceText, workload } from "./workload.ts";

const RUNS = 9;

/** How time and memory grow with ten times the source, and time with ten times the quotations. */
export function growth(corpus: string): Row[] {
  const large = sourceText(corpus, 10_000_000);
  const small = large.slice(0, large.length / 10);
  const [smallTime, largeTime] = [small, large].map((text) => medianTime(RUNS, () => prepare(text)));
  const [smallMemory, largeMemory] = [small, large].map((text) => memoryOf(() => prepare(text)));
  const prepared = prepare(small);
  const { quotations } = workload(small, 1000);
  const [few, many] = [100, 1000].map((count) =>
    medianTime(RUNS, () => {
      for (const quotation of quotations.slice(0, count)) verify(quotation, prepared);
    }),
  );
  return [
    atMost(
      `prepare: 10 MB to 1 MB, time (${largeTime!.toFixed(0)} to ${smallTime!.toFixed(0)} ms)`,
      largeTime! / smallTime!,
      12,
      "×",
    ),
    atMost(
      `prepare: 10 MB to 1 MB, memory (${megabytes(largeMemory!)} to ${megabytes(smallMemory!)} MB)`,
      largeMemory! / smallMemory!,
      12,
      "×",
    ),
    atMost(
      `verify: 1,000 to 100 quotations, time (${many!.toFixed(1)} to ${few!.toFixed(1)} ms)`,
      many! / few!,
      11,
      "×",
    ),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
