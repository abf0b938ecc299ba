/** Why a question cannot be answered. */
export type DeskErrorCode =
  | "unknown-document"
  | "unknown-version"
  | "unknown-passage"
  | "unknown-speaker"
  | "unreadable-text"
  | "no-words";

/** Misuse of a question: `message` is one line that names the input, the reason and the way out. */
export class DeskError extends Error {
  readonly code: DeskErrorCode;
  /** What was given. */
  readonly input: string;
  /** What is wrong with it, and the way out. */
  readonly reason: string;

  constructor(code: DeskErrorCode, input: string, reason: string) {
    super(`${input}: ${reason}`);
    this.name = "DeskError";
    this.code = code;
    this.input = input;
    this.reason = reason;
  }
}
