import type { DeskErrorCode } from "../desk/desk-error.ts";
import type { FormatErrorCode } from "../formats/index.ts";

/** Exit codes: nothing at or above `--fail-on`; findings; it could not run. */
export const Exit = { clean: 0, findings: 1, failed: 2 } as const;

export type FailureCode =
  | DeskErrorCode
  | FormatErrorCode
  | "not-found"
  | "unreadable"
  | "too-large"
  | "no-sources"
  | "not-a-file"
  | "archive"
  | "config"
  | "baseline"
  | "unwritable"
  | "usage";

/** Why a command could not run: a code, the input it is about, and one line that says the reason and the way out. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly input: string;

  constructor(code: FailureCode, input: string, reason: string) {
    super(`${input}: ${reason}`);
    this.name = "Failure";
    this.code = code;
    this.input = input;
  }
}
