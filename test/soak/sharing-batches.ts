import type { MadeDocument } from "./made-document.ts";
import { tries } from "./soak-count.ts";

/** Documents of a batch, and batches of a writer. */
export const [BATCH, BATCHES] = [5, tries(8, 30)];

/** The documents of a writer's batch; no two batches have one in common. */
export function sharedBatch(writer: number, batch: number): MadeDocument[] {
  const first = 1 + (writer * BATCHES + batch) * BATCH;
  return Array.from({ length: BATCH }, (_, i) => ({ number: first + i, revision: 1 }));
}

/** The batch, of all writers' batches, that a document is of, by its id. */
export function batchOf(id: string): number {
  return Math.floor((Number(id.split("-").at(-1)) - 1) / BATCH);
}
