import type { MessagePort } from "node:worker_threads";
import type { Archive } from "../archive/index.ts";
import { hashOf } from "./hash.ts";
import { toldError } from "./task-error.ts";
import { TASKS, type TaskName } from "./tasks.ts";
import type { Asked, CheckPart, Told } from "./thread-message.ts";

/** What a thread of the server is started with. */
export interface ThreadData {
  /** The number of the task that nobody waits for any more, written by the pool. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
}

/** Answers tasks on a thread, one after the other, until the port is closed. Errors are told, never thrown. */
export function serveTasks(port: MessagePort, { cancelled }: ThreadData, archive: Archive): void {
  port.on("message", ({ id, task, input, until }: Asked) => {
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
      tell({ id, kind: "answer", answer: run(input, { archive, hash: hashOf, watch }) });
    } catch (error) {
      tell({ id, kind: "error", error: toldError(error) });
    }
  });
}
