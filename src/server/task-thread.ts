import type { MessagePort } from "node:worker_threads";
import type { Archive } from "../archive/index.ts";
import { guardedReader } from "../reading/index.ts";
import { hashOf } from "./hash.ts";
import { toldError } from "./task-error.ts";
import { TASKS, type TaskName } from "./tasks.ts";
import type { Asked, CheckPart, Sent, Told } from "./thread-message.ts";

/** What a thread of the server is started with. */
export interface ThreadData {
  /** The number of the task that nobody waits for any more, written by the pool. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
}

/** The archive of a thread. */
export interface ThreadArchive {
  /** Opens it. Throws an `ArchiveError` where that fails. */
  readonly open: () => Archive;
  /** Whether the file that was opened last is still the archive's; where it is not, it is opened anew. */
  readonly isCurrent?: () => boolean;
  /** Looks after an archive that is written, a little at a time, while nothing is asked; true where nothing is left to do. */
  readonly settle?: () => boolean;
}

/**
 * Answers tasks on a thread, one after the other, until it is told that nothing more comes; then closes the archive.
 * Errors are told, never thrown; an archive that cannot be opened is tried again with each task.
 */
export function serveTasks(
  port: MessagePort,
  data: ThreadData,
  { open, isCurrent, settle }: ThreadArchive,
): void {
  let opened: Archive | null = null;
  const archive = (): Archive => {
    // SQLite would go on with a file that was taken away or replaced, and what is written there is lost.
    if (opened !== null && isCurrent?.() === false) {
      const left = opened;
      opened = null;
      left.close();
    }
    opened ??= open();
    return opened;
  };
  const settling = settlingOf(settle);
  port.on("message", (sent: Sent) => {
    if (sent === null) {
      settling.end();
      opened?.close();
      port.close();
      return;
    }
    answer(port, sent, data, archive);
    settling.begin();
  });
  try {
    archive();
  } catch {
    // Whoever asks is told.
  }
  port.postMessage({ kind: "ready" } satisfies Told);
}

function answer(port: MessagePort, asked: Asked, { cancelled }: ThreadData, archive: () => Archive): void {
  const { id, task, input, limit } = asked;
  const until = Date.now() + limit;
  const tell = (told: Told): void => port.postMessage(told);
  const part = (one: CheckPart): void => tell({ id, kind: "part", part: one });
  const watch = {
    begun: (report: Extract<CheckPart, { kind: "begun" }>["report"]) => part({ kind: "begun", report }),
    found: (finding: Extract<CheckPart, { kind: "found" }>["finding"], index: number) =>
      part({ kind: "found", index, finding }),
    isOver: () => Date.now() >= until || Atomics.load(cancelled, 0) === id,
  };
  try {
    const run = TASKS[task as TaskName] as (input: unknown, context: object) => unknown;
    tell({
      id,
      kind: "answer",
      answer: run(input, { archive: archive(), reader: guardedReader(), hash: hashOf, watch }),
    });
  } catch (error) {
    tell({ id, kind: "error", error: toldError(error) });
  }
}

/** Settles between tasks, which are heard before each step. What hinders it is left for the next time. */
function settlingOf(settle: (() => boolean) | undefined): { begin: () => void; end: () => void } {
  let next: NodeJS.Immediate | null = null;
  const step = (): void => {
    next = null;
    try {
      if (!settle!()) begin();
    } catch {}
  };
  const begin = (): void => {
    if (settle !== undefined) next ??= setImmediate(step);
  };
  const end = (): void => {
    if (next !== null) clearImmediate(next);
    settle = undefined;
  };
  return { begin, end };
}
