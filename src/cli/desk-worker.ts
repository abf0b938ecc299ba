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
const open = (): SqliteArchive => {
  opened = openArchive(archive, { readOnly });
  return opened;
};
serveTasks(parentPort!, data, readOnly ? { open } : { open, settle: () => opened?.settle(STEP) ?? true });
