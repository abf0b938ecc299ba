import { FormatError, type FormatErrorCode } from "../format-error.ts";

/** Why a file is not read; made into a {@link FormatError} where the file's name is known. */
export class Refusal extends Error {
  readonly code: FormatErrorCode;
  /** The format that the file is of instead, where that is known. */
  readonly format: string;

  constructor(code: FormatErrorCode, reason: string, format = "docx") {
    super(reason);
    this.name = "Refusal";
    this.code = code;
    this.format = format;
  }

  toFormatError(name: string): FormatError {
    return new FormatError(this.code, { name, format: this.format, reason: this.message });
  }
}
