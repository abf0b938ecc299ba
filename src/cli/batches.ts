import type { Interruption } from "./interruption.ts";

/** Words of one transaction: a second of writing, some hundred megabytes of memory. */
const BATCH_WORDS = 4_000_000;
/** Milliseconds of reading after which what is read is written, so that little is lost with the power. */
const BATCH_TIME = 8000;

/** Steps by the batch, `wordsOf` telling the words that each brings: until enough words are together or some time has passed; ends early where somebody asks to end. */
export async function* batchesOf<Step>(
  steps: AsyncIterable<Step>,
  wordsOf: (step: Step) => number,
  interruption: Pick<Interruption, "code">,
): AsyncGenerator<readonly Step[]> {
  let batch: Step[] = [];
  let words = 0;
  let began = performance.now();
  for await (const step of steps) {
    batch.push(step);
    words += wordsOf(step);
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
