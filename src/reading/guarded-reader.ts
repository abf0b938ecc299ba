import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import {
  FormatError,
  type FormatName,
  type FormattedText,
  formatOf,
  holdsSeveral,
  type Part,
  type Reader,
  readText,
} from "../formats/index.ts";
import { textOfPortable } from "./portable-text.ts";
import { type Answered, type Asked, STARTING, type ThreadData } from "./thread-message.ts";
import { sharedTurns, type Turn, type Turns } from "./turns.ts";

/** What reading one file may take. */
export interface ReadingLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes that the process may grow by meanwhile, where no other thread of it reads. */
  readonly memory: number;
}

/**
 * Ten seconds are six hundred pages of print on a slow machine; a file that asks for more is more likely hostile than
 * long. With what a check itself takes, memory stays below 500 MB.
 */
export const READING_LIMITS: ReadingLimits = { time: 10_000, memory: 336 * 2 ** 20 };

/** Formats whose readers a file can bring to take more than it has bytes. Others only where they are long. */
const GUARDED: ReadonlySet<FormatName> = new Set(["pdf", "docx", "subtitles", "tei", "warc", "json-lines"]);
/** Bytes of markup from which on it is guarded too: reading fewer takes less than starting a thread. */
const LONG = 2 ** 20;
/** Milliseconds that a thread may take to start; past them the file is asked for all the same, and its time runs. */
const LONGEST_START = 30_000;
/** Milliseconds between two looks at the clock and at memory. */
const LOOK = 20;

/** Whether reading the file could take much more than it has bytes, so that it is read on a thread. */
export function isGuarded(bytes: Uint8Array, name: string): boolean {
  try {
    const format = formatOf(bytes, name);
    return GUARDED.has(format) || (bytes.length >= LONG && format !== "plain");
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** The thread's module, beside this file: as it is while developing, bundled where this is. */
const WORKER = new URL(`./format-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** What there was too much of; `shared memory` where other threads read meanwhile, so that it may have been theirs. */
type Excess = "time" | "memory" | "shared memory";

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly answered: Int32Array<SharedArrayBuffer>;
}

/**
 * Reads files of all formats, one after the other. What could take long is read on a thread of its own, for which the caller
 * waits as for a file: a thread that goes over the limits is ended, and the next file gets another. The thread holds no
 * process open.
 */
export class GuardedReader implements Reader {
  readonly #limits: ReadingLimits;
  readonly #turns: Turns;
  #thread: Thread | null = null;
  #id = 0;

  constructor(limits: ReadingLimits = READING_LIMITS, turns: Turns = sharedTurns()) {
    this.#limits = limits;
    this.#turns = turns;
  }

  /** As the formats' `readFile`, at once. Throws a `FormatError`, `too-complex` where the file is over the limits. */
  read(bytes: Uint8Array, name: string): FormattedText {
    if (!isGuarded(bytes, name)) return readText(bytes, name);
    const answer = this.#ask("read", bytes, name);
    if (answer.kind === "text") return textOfPortable(answer.text);
    throw errorOf(answer, name);
  }

  /** As the formats' `unpack`. Throws as {@link read}. */
  unpack(bytes: Uint8Array, name: string): readonly Part[] {
    if (!holdsSeveral(formatOf(bytes, name))) return [{ name, bytes }];
    const answer = this.#ask("unpack", bytes, name);
    if (answer.kind === "parts") return answer.parts;
    throw errorOf(answer, name);
  }

  #ask(task: Asked["task"], bytes: Uint8Array, name: string): Answered {
    const { time } = this.#limits;
    const asked = { task, bytes, name };
    const answer = this.#inTurn(asked, this.#turns.beside(time));
    if (typeof answer !== "string") return answer;
    // Another file may have taken what this one is held to have taken.
    const alone = answer === "shared memory" ? this.#inTurn(asked, this.#turns.alone(time)) : answer;
    return typeof alone !== "string" ? alone : refused(alone === "time" ? "time" : "memory", name);
  }

  #inTurn(asked: Omit<Asked, "id">, turn: Turn): Answered | Excess {
    try {
      this.#thread ??= startedThread();
      const { port, answered } = this.#thread;
      const id = ++this.#id;
      port.postMessage({ id, ...asked } satisfies Asked);
      const excess = this.#wait(answered, id, turn);
      if (excess === null) return (receiveMessageOnPort(port) as { message: Answered }).message;
      this.#end();
      return excess;
    } finally {
      turn.end();
    }
  }

  /** Waits until the question is answered; what there was too much of, where it is over the limits. */
  #wait(answered: Thread["answered"], id: number, turn: Turn): Excess | null {
    const until = performance.now() + this.#limits.time;
    const most = process.memoryUsage.rss() + this.#limits.memory;
    let isShared = false;
    for (let last = Atomics.load(answered, 0); last !== id; last = Atomics.load(answered, 0)) {
      isShared ||= turn.isShared();
      if (performance.now() > until) return "time";
      if (process.memoryUsage.rss() > most) return isShared ? "shared memory" : "memory";
      Atomics.wait(answered, 0, last, LOOK);
    }
    return null;
  }

  #end(): void {
    const ended = this.#thread!;
    this.#thread = null;
    void ended.worker.terminate();
    ended.port.close();
  }
}

function startedThread(): Thread {
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(STARTING);
  const data: ThreadData = { answered };
  const worker = new Worker(WORKER, {
    workerData: { ...data, port: port2 },
    transferList: [port2],
    // What a reader's library has to say is said by its errors.
    stdout: true,
    stderr: true,
  });
  // What ends the thread is told by its answer that does not come.
  worker.on("error", () => {});
  worker.unref();
  port.unref();
  // Its start is no file's time: a busy machine takes seconds for it.
  Atomics.wait(answered, 0, STARTING, LONGEST_START);
  return { worker, port, answered };
}

const EXCESS = {
  time: "it takes more time to read than a file may",
  memory: "it takes more memory to read than a file may",
};

function refused(excess: "time" | "memory", name: string): Answered {
  const reason = `${EXCESS[excess]}; split it, or save it as plain text`;
  return { id: 0, kind: "refused", code: "too-complex", data: { name, format: null, reason } };
}

function errorOf(answer: Answered, name: string): Error {
  if (answer.kind === "refused") return new FormatError(answer.code, answer.data);
  const told = answer.kind === "fault" ? answer.reason : answer.kind;
  const reason = `it cannot be read (${told}); please report this as a fault of saidso`;
  return new FormatError("damaged", { name, format: null, reason });
}

let shared: GuardedReader | null = null;

/** The reader of this thread, with the usual limits. */
export function guardedReader(): GuardedReader {
  shared ??= new GuardedReader();
  return shared;
}
