import { parentPort, workerData } from "node:worker_threads";
import { serveTasks, type ThreadData } from "../server/task-thread.ts";
import { loadStore } from "./store.ts";

/** One thread of the server's: opens the archive and answers tasks. */
const { archive, readOnly, ...data } = workerData as ThreadData & { archive: string; readOnly: boolean };
const { openArchive } = await loadStore();
serveTasks(parentPort!, data, openArchive(archive, { readOnly }));
