import { Worker } from "node:worker_threads";
import { TaskError } from "./task-error.ts";
import type { TaskAnswer, TaskInput, TaskName } from "./tasks.ts";
import type { CheckPart, Told } from "./thread-message.ts";

export interface PoolOptions {
  /** The module that a thread runs; it calls `serveTasks`. */
  readonly worker: URL;
  /** Given to each thread beside what the pool gives it. */
  readonly data: object;
  readonly threads: number;
  /** Tasks that may wait for a thread; past them `ask` throws `busy`. */
  readonly queue: number;
  /** Milliseconds after which a task is to stop with what it has. */
  readonly limit: number;
  /** Milliseconds that a task over its time is given to stop by itself, before its thread is ended. */
  readonly grace?: number;
}

export interface AskOptions {
  /** Told what a check has so far. */
  readonly part?: (part: CheckPart) => void;
  /** Nobody waits for the answer any more: a task that waits is dropped, a running check stops before its next quotation. */
  readonly signal?: AbortSignal;
  /** A check that stops before its next quotation when another task finds no thread free. */
  readonly yields?: boolean;
  /** Bytes that it holds in memory while it waits. */
  readonly weight?: number;
}

interface Job {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
  readonly part: (part: CheckPart) => void;
  readonly yields: boolean;
  readonly weight: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: TaskError) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly cancelled: Int32Array<SharedArrayBuffer>;
  /** Whether it has started: the time of a task that it is given before that begins then. */
  isReady: boolean;
  job: Job | null;
  /** Ends a task that does not stop by itself, or a thread that does not start. */
  timer: NodeJS.Timeout | undefined;
}

/** Grace where no other is set: one quotation of a hostile text, no more. */
const GRACE = 2000;
/** Bytes of tasks that wait: four requests as large as one may be, or each of a full line with a megabyte. */
const MOST_WAITING = 64 * 2 ** 20;
/** Milliseconds that a thread is given to start, on the busiest of machines. */
const STARTING = 30_000;
/** Milliseconds that a thread is given to close its archive. */
const CLOSING = 2000;
/**
 * Megabytes of a thread's heap: young ones, with fewer of which a tenth more of a check is spent on collecting them, and
 * with more of which memory grows for nothing; and all of it, so that a hostile text ends its own thread and not the server.
 */
const LIMITS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 };

/**
 * Threads that run tasks, each one at a time; what finds none free waits in line. A thread that ends, or that had to be
 * ended, fails its own task and is replaced.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #threads: Thread[] = [];
  readonly #waiting: Job[] = [];
  #last = 0;
  #closing: (() => void) | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Tasks that run or wait. */
  get load(): number {
    return this.#waiting.length + this.#threads.filter(({ job }) => job !== null).length;
  }

  /** Threads that have nothing to do, while nothing waits for one. */
  get idle(): number {
    return Math.max(0, this.#options.threads - this.load);
  }

  /** Whether nothing more is taken. */
  get isFull(): boolean {
    const { threads, queue } = this.#options;
    return this.#closing !== null || this.load >= threads + queue;
  }

  /** Throws `busy` where nothing more is taken: who is turned away is so before his request is read. */
  requireRoom(): void {
    if (this.isFull) throw busy();
  }

  /** Starts the threads, so that the first task need not wait for that. */
  warm(): void {
    while (this.#threads.length < this.#options.threads) this.#threads.push(this.#thread());
  }

  /** Runs a task. Throws a {@link TaskError}; `busy` where too many wait, or the pool is closing. */
  ask<K extends TaskName>(
    task: K,
    input: TaskInput<K>,
    { part = () => {}, signal, yields = false, weight = 0 }: AskOptions = {},
  ): Promise<TaskAnswer<K>> {
    if (this.isFull || this.#isTooHeavy(weight)) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const id = this.#nextId();
      const job: Job = { id, task, input, part, yields, weight, resolve: resolve as Job["resolve"], reject };
      if (signal?.aborted) {
        reject(cancelled());
        return;
      }
      signal?.addEventListener("abort", () => this.#cancel(job), { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends the threads once what runs and waits is done; takes nothing more. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#closing = resolve;
      this.#next();
    });
    await Promise.all(this.#threads.splice(0).map(ended));
  }

  /** Whether a task may not wait beside those that do; one alone always may. */
  #isTooHeavy(weight: number): boolean {
    const waiting = this.#waiting.reduce((sum, job) => sum + job.weight, 0);
    return this.#waiting.length > 0 && waiting + weight > MOST_WAITING;
  }

  #nextId(): number {
    this.#last = (this.#last + 1) & 0x7fffffff || 1;
    return this.#last;
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#free();
      if (thread === null) {
        this.#hurry();
        return;
      }
      this.#start(thread, this.#waiting.shift()!);
    }
    if (this.load === 0) this.#closing?.();
  }

  /** Stops what may wait. */
  #hurry(): void {
    for (const { job, cancelled } of this.#threads) if (job?.yields) Atomics.store(cancelled, 0, job.id);
  }

  /** A thread that does nothing, a new one where there may be more; null where all are at work. */
  #free(): Thread | null {
    const idle = this.#threads.find(({ job }) => job === null);
    if (idle !== undefined) return idle;
    if (this.#threads.length >= this.#options.threads) return null;
    const thread = this.#thread();
    this.#threads.push(thread);
    return thread;
  }

  #thread(): Thread {
    const { worker, data } = this.#options;
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const started = new Worker(worker, { workerData: { ...data, cancelled }, resourceLimits: LIMITS });
    const thread: Thread = { worker: started, cancelled, isReady: false, job: null, timer: undefined };
    thread.timer = setTimeout(() => this.#end(thread), STARTING);
    this.#listen(thread);
    return thread;
  }

  #start(thread: Thread, job: Job): void {
    const { limit } = this.#options;
    thread.job = job;
    if (thread.isReady) this.#limit(thread);
    thread.worker.postMessage({ id: job.id, task: job.task, input: job.input, limit });
  }

  #limit(thread: Thread): void {
    const { limit, grace = GRACE } = this.#options;
    thread.timer = setTimeout(() => this.#end(thread), limit + grace);
  }

  #listen(thread: Thread): void {
    const { worker } = thread;
    const over = (reason: string): void =>
      this.#replace(
        thread,
        new TaskError({ code: "fault", input: null, message: `A thread ended: ${reason}.` }),
      );
    worker.on("message", (told: Told) => this.#hear(thread, told));
    worker.on("error", (error: Error & { code?: string }) =>
      over(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it needed too much memory" : error.name),
    );
    worker.on("exit", (code) => over(`exit code ${code}`));
  }

  #hear(thread: Thread, told: Told): void {
    const { job } = thread;
    if (told.kind === "ready") {
      clearTimeout(thread.timer);
      thread.isReady = true;
      if (job !== null) this.#limit(thread);
      return;
    }
    if (job === null || told.id !== job.id) return;
    if (told.kind === "part") {
      job.part(told.part);
      return;
    }
    this.#release(thread);
    if (told.kind === "answer") job.resolve(told.answer);
    else job.reject(new TaskError(told.error));
    this.#next();
  }

  #release(thread: Thread): void {
    clearTimeout(thread.timer);
    thread.job = null;
  }

  /** Ends a thread whose task does not stop. */
  #end(thread: Thread): void {
    const message = "It took longer than --limit; start the server with more, or split the text.";
    this.#replace(thread, new TaskError({ code: "timed-out", input: null, message }));
  }

  #replace(thread: Thread, error: TaskError): void {
    const { worker, job } = thread;
    const at = this.#threads.indexOf(thread);
    if (at < 0) return;
    this.#threads.splice(at, 1);
    this.#release(thread);
    worker.removeAllListeners();
    worker.on("error", () => {});
    void worker.terminate();
    job?.reject(error);
    this.#next();
  }

  #cancel(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
    const running = this.#threads.find((thread) => thread.job === job);
    if (running !== undefined) Atomics.store(running.cancelled, 0, job.id);
    job.reject(cancelled());
    this.#next();
  }
}

function busy(): TaskError {
  return new TaskError({ code: "busy", input: null, message: "Too much is waiting." });
}

function cancelled(): TaskError {
  return new TaskError({ code: "cancelled", input: null, message: "Nobody waits for it." });
}

/** Lets a thread that does nothing close its archive, and end. */
async function ended({ worker, timer: running }: Thread): Promise<void> {
  clearTimeout(running);
  worker.removeAllListeners("exit");
  const exit = new Promise((resolve) => worker.once("exit", resolve));
  worker.postMessage(null);
  const timer = setTimeout(() => void worker.terminate(), CLOSING);
  await exit;
  clearTimeout(timer);
}
