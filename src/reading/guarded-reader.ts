import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import {
  FormatError,
  type FormatName,
  type FormattedText,
  formatOf,
  type Part,
  type Reader,
  readText,
} from "../formats/index.ts";
import { textOfPortable } from "./portable-text.ts";
import type { Answered, Asked, ThreadData } from "./thread-message.ts";

/** What reading one file may take. */
export interface ReadingLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes that the process may grow by meanwhile. */
  readonly memory: number;
}

/**
 * Ten seconds are six hundred pages of print on a slow machine; a file that asks for more is more likely hostile than
 * long. With what a check itself takes, memory stays below 500 MB.
 */
export const READING_LIMITS: ReadingLimits = { time: 10_000, memory: 384 * 2 ** 20 };

/** Formats whose readers a file can bring to take more than it has bytes. Others only where they are long. */
const GUARDED: ReadonlySet<FormatName> = new Set(["pdf", "docx", "subtitles", "tei", "warc", "json-lines"]);
/** Formats whose files may hold several documents. */
const SEVERAL: ReadonlySet<FormatName> = new Set(["warc", "tei", "json-lines"]);
/** Bytes of text from which on it is guarded too: reading fewer takes less than starting a thread. */
const LONG = 2 ** 20;
/** Milliseconds between two looks at the clock and at memory. */
const LOOK = 20;

/** The thread's module, beside this file: as it is while developing, bundled where this is. */
const WORKER = new URL(`./format-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

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
  #thread: Thread | null = null;
  #id = 0;

  constructor(limits: ReadingLimits = READING_LIMITS) {
    this.#limits = limits;
  }

  /** As the formats' `readFile`, at once. Throws a `FormatError`, `too-complex` where the file is over the limits. */
  read(bytes: Uint8Array, name: string): FormattedText {
    if (!GUARDED.has(formatOf(bytes, name)) && bytes.length < LONG) return readText(bytes, name);
    const answer = this.#ask("read", bytes, name);
    if (answer.kind === "text") return textOfPortable(answer.text);
    throw errorOf(answer, name);
  }

  /** As the formats' `unpack`. Throws as {@link read}. */
  unpack(bytes: Uint8Array, name: string): readonly Part[] {
    if (!SEVERAL.has(formatOf(bytes, name))) return [{ name, bytes }];
    const answer = this.#ask("unpack", bytes, name);
    if (answer.kind === "parts") return answer.parts;
    throw errorOf(answer, name);
  }

  #ask(task: Asked["task"], bytes: Uint8Array, name: string): Answered {
    this.#thread ??= startedThread();
    const { port, answered } = this.#thread;
    const id = ++this.#id;
    port.postMessage({ id, task, bytes, name } satisfies Asked);
    const excess = this.#wait(answered, id);
    if (excess !== null) {
      this.#end();
      return refused(excess, name);
    }
    return (receiveMessageOnPort(port) as { message: Answered }).message;
  }

  /** Waits until the question is answered; what there was too much of, where it is over the limits. */
  #wait(answered: Thread["answered"], id: number): "time" | "memory" | null {
    const until = performance.now() + this.#limits.time;
    const most = process.memoryUsage.rss() + this.#limits.memory;
    for (let last = Atomics.load(answered, 0); last !== id; last = Atomics.load(answered, 0)) {
      if (performance.now() > until) return "time";
      if (process.memoryUsage.rss() > most) return "memory";
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
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const data: ThreadData = { answered };
  const worker = new Worker(WORKER, {
    workerData: { ...data, port: port2 },
    transferList: [port2],
    // What a reader's library has to say is said by its errors.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  port.unref();
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
