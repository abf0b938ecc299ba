import { type CheckRequest, type Context, checkText } from "../desk/index.ts";
import { printableJson } from "../publish/index.ts";

/**
 * What the server's threads do. Each takes a plain value and answers one that can be sent between threads; pages and
 * reports are answered as the text that goes out, so that the thread that answers requests only passes it on.
 */
export const TASKS = {
  /** The report as JSON, byte for byte what `saidso check --format json` prints. */
  check: (request: CheckRequest, context: Context): string =>
    `${printableJson(checkText(request, context))}\n`,
};

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0];
export type TaskAnswer<K extends TaskName> = ReturnType<Tasks[K]>;
