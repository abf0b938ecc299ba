import { workerData } from "node:worker_threads";

/** A thread that takes so many milliseconds for each quotation. */
workerData.slow = 100;
await import("./hostile-worker.ts");
