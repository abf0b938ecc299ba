import { Worker } from "node:worker_threads";
import { sharedTurns } from "../reading/turns.ts";
import { Failure } from "./failure.ts";
import type { Reading, Unread } from "./reading.ts";

/** The worker beside this file: as it is while developing, compiled where this one is. */
const WORKER = new URL(`./reading-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

interface Waiting {
  readonly path: string;
  readonly bytes: number;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread with the files it has not answered yet, in order, and their bytes together. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Waiting[];
  bytes: number;
}

/** Threads that read files while the main one writes. */
export class ReadingPool {
  readonly #threads: readonly Thread[];

  constructor(threads: number) {
    sharedTurns();
    this.#threads = Array.from({ length: threads }, startedThread);
  }

  /** Reads a file on the thread with the fewest bytes to read. Takes the bytes over: `original` is empty afterwards. */
  read(unread: Unread): Promise<Reading> {
    const thread = this.#threads.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    const { buffer, byteLength } = unread.original;
    return new Promise((resolve, reject) => {
      thread.waiting.push({ path: unread.path, bytes: byteLength, resolve, reject });
      thread.bytes += byteLength;
      thread.worker.postMessage(unread, byteLength === buffer.byteLength ? [buffer as ArrayBuffer] : []);
    });
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function startedThread(): Thread {
  const thread: Thread = { worker: new Worker(WORKER), waiting: [], bytes: 0 };
  thread.worker.on("message", (reading: Reading) => {
    const { bytes, resolve } = thread.waiting.shift()!;
    thread.bytes -= bytes;
    resolve(reading);
  });
  thread.worker.on("error", (error) => {
    for (const { path, reject } of thread.waiting.splice(0))
      reject(
        new Failure("unreadable", path, `reading it ended the thread (${String(error)}); leave it out.`),
      );
  });
  return thread;
}
