import { ArchiveError, type ArchiveErrorCode } from "../archive/index.ts";
import { DeskError, type DeskErrorCode } from "../desk/index.ts";

/**
 * Why a task has no answer. `busy`: too much is waiting. `timed-out`: it was ended, being over its time. `cancelled`:
 * nobody waits for it any more. `fault`: an error that nobody foresaw.
 */
export type TaskErrorCode =
  | DeskErrorCode
  | `archive-${ArchiveErrorCode}`
  | "busy"
  | "timed-out"
  | "cancelled"
  | "fault";

/** What a thread tells of an error: an `Error` loses its code on the way between threads. */
export interface ToldError {
  readonly code: TaskErrorCode;
  /** What was given; null where the error is about nothing in particular. */
  readonly input: string | null;
  /** One line. */
  readonly message: string;
}

/** A task that failed, on whichever thread it ran. */
export class TaskError extends Error {
  readonly code: TaskErrorCode;
  readonly input: string | null;

  constructor({ code, input, message }: ToldError) {
    super(message);
    this.name = "TaskError";
    this.code = code;
    this.input = input;
  }
}

/** An error as it crosses threads. What nobody foresaw keeps the place it comes from, and no words of a text. */
export function toldError(error: unknown): ToldError {
  if (error instanceof DeskError) return { code: error.code, input: error.input, message: error.message };
  if (error instanceof ArchiveError)
    return { code: `archive-${error.code}`, input: null, message: `The archive: ${error.code}.` };
  const place = error instanceof Error ? (/\n\s+(at [^\n]+)/u.exec(error.stack ?? "")?.[1] ?? "") : "";
  const kind = error instanceof Error ? error.name : typeof error;
  return { code: "fault", input: null, message: `${kind} ${place}` };
}
