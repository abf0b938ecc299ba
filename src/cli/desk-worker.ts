import { statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { serveTasks, type ThreadData } from "../server/task-thread.ts";
import type { SqliteArchive } from "../stores/sqlite/index.ts";
import { loadStore } from "./store.ts";

/** Milliseconds of merging between two looks at whether something is asked: a reader never notices. */
const STEP = 20;

/** One thread of the server's: opens the archive and answers tasks. */
const { archive, readOnly, ...data } = workerData as ThreadData & { archive: string; readOnly: boolean };
const { openArchive } = await loadStore();
let opened: SqliteArchive | null = null;
let file: string | null = null;
/** Which file the path leads to: its device and its inode. Null where there is none. */
const fileNow = (): string | null => {
  const found = statSync(archive, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
};
const isCurrent = (): boolean => fileNow() === file;
const open = (): SqliteArchive => {
  // Looked at first: a file that is put there meanwhile is noticed by the next task.
  file = fileNow();
  opened = openArchive(archive, { readOnly });
  return opened;
};
serveTasks(parentPort!, data, {
  open,
  isCurrent,
  ...(readOnly ? {} : { settle: () => opened?.settle(STEP) ?? true }),
});
