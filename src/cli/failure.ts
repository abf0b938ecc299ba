import type { DeskErrorCode } from "../desk/desk-error.ts";

/** Exit codes: nothing at or above `--fail-on`; findings; it could not run. */
export const Exit = { clean: 0, findings: 1, failed: 2 } as const;

export type FailureCode =
  | DeskErrorCode
  | "not-found"
  | "unreadable"
  | "too-large"
  | "binary"
  | "unsupported"
  | "no-sources"
  | "not-a-file"
  | "archive"
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
