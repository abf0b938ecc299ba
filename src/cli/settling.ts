import type { SqliteArchive } from "../stores/sqlite/index.ts";
import type { Interruption } from "./interruption.ts";
import { progressLine } from "./progress.ts";

/** Milliseconds of merging between two looks at whether somebody asked to end. */
const STEP = 200;

/** Merges the index's parts as long as there is something to merge; where it is interrupted, the next `add` goes on. */
export async function settle(archive: SqliteArchive, interruption: Interruption): Promise<void> {
  const progress = progressLine(process.stderr, "merging the index");
  while (interruption.code === null && !archive.settle(STEP)) {
    progress.show(() => "merging the index …");
    await new Promise((resolve) => setImmediate(resolve));
  }
  progress.clear();
}
