import { parentPort, workerData } from "node:worker_threads";
import { serveTasks, type ThreadData } from "../../src/server/task-thread.ts";
import { openArchive, type SqliteArchive } from "../../src/stores/sqlite/index.ts";

/**
 * A thread of the server's whose archive is a trap: asked for a document of one of these names it does what no archive
 * should, and with `slow` each quotation takes it that many milliseconds.
 */
const { archive, slow = 0, ...data } = workerData as ThreadData & { archive: string; slow?: number };
const TRAPS: Readonly<Record<string, () => void>> = {
  "eats memory": () => {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length));
  },
  "never ends": () => {
    for (;;);
  },
  "ends the thread": () => process.exit(3),
  "throws a text": () => {
    throw new Error("The lanterns of the west quay burn through the night");
  },
};

serveTasks(parentPort!, data, { open: () => trapped(openArchive(archive, { readOnly: true })) });

function trapped(opened: SqliteArchive): SqliteArchive {
  const { resolve, candidates } = opened;
  return Object.assign(opened, {
    resolve: (name: string) => {
      TRAPS[name]?.();
      return resolve.call(opened, name);
    },
    candidates: (...asked: Parameters<SqliteArchive["candidates"]>) => {
      if (slow > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slow);
      if (slow < 0) TRAPS["never ends"]!();
      return candidates.apply(opened, asked);
    },
  });
}
