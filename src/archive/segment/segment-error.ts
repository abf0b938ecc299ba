/** `damaged`: bytes that no encoder wrote. `misuse`: what was to be encoded is out of order or out of its range. */
export type SegmentErrorCode = "damaged" | "misuse";

/** `reason` in plain words; `at` is the bit of the page, or the index of the pair, where it was noticed. */
export interface SegmentErrorData {
  readonly reason: string;
  readonly at: number;
}

/** Thrown by the pages of an index segment. `message` repeats the reason. */
export class SegmentError extends Error {
  readonly code: SegmentErrorCode;
  readonly data: SegmentErrorData;

  constructor(code: SegmentErrorCode, data: SegmentErrorData) {
    super(data.reason);
    this.name = "SegmentError";
    this.code = code;
    this.data = data;
  }
}
