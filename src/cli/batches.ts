import type { Interruption } from "./interruption.ts";
import type { ReadStep } from "./read-steps.ts";

/** Words of one transaction: a second of writing, some hundred megabytes of memory. */
const BATCH_WORDS = 4_000_000;
/** Milliseconds of reading after which what is read is written, so that little is lost with the power. */
const BATCH_TIME = 8000;

/** Steps by the batch: until enough words are together or some time has passed; ends early where somebody asks to end. */
export async function* batchesOf(
  steps: AsyncIterable<ReadStep>,
  interruption: Pick<Interruption, "code">,
): AsyncGenerator<readonly ReadStep[]> {
  let batch: ReadStep[] = [];
  let words = 0;
  let began = performance.now();
  for await (const step of steps) {
    batch.push(step);
    if (step.kind === "parcel") words += step.parcel.summary.words;
    if (words >= BATCH_WORDS || performance.now() - began >= BATCH_TIME) {
      yield batch;
      [batch, words, began] = [[], 0, performance.now()];
    }
    // Signals are heard between steps only.
    await new Promise((resolve) => setImmediate(resolve));
    if (interruption.code !== null) break;
  }
  if (batch.length > 0) yield batch;
}
