/**
 * `binary`: the bytes are no text. `unsupported`: they are of a known format that is not read, or not read here.
 * `damaged`: the file breaks its own format's rules and holds nothing that can be read, or is cut off.
 * `no-text`: the file is sound and has no words, as a scanned page has none. `locked`: it needs a password.
 * `too-complex`: reading it would take more time or memory than a file may.
 */
export type FormatErrorCode = "binary" | "unsupported" | "damaged" | "no-text" | "locked" | "too-complex";

/** `name` is the file's name as given; `format` is the known format's name (`pdf`), or null. */
export interface FormatErrorData {
  readonly name: string;
  readonly format: string | null;
  readonly reason: string;
}

/** Thrown for bytes that hold no text this folder can read. Show `code` and `data`; `message` repeats the reason. */
export class FormatError extends Error {
  readonly code: FormatErrorCode;
  readonly data: FormatErrorData;

  constructor(code: FormatErrorCode, data: FormatErrorData) {
    super(data.reason);
    this.name = "FormatError";
    this.code = code;
    this.data = data;
  }
}
