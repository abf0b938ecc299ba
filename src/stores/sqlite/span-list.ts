import type { Span } from "../../core/index.ts";
import type { NumberReader, NumberWriter } from "./number-list.ts";

/** Spans one after the other, each by how far it begins from the end of the one before and how long it is. */
export class SpanWriter {
  readonly #numbers: NumberWriter;
  #last = 0;

  constructor(numbers: NumberWriter) {
    this.#numbers = numbers;
  }

  put({ start, end }: Span): void {
    this.#numbers.putSigned(start - this.#last);
    this.#numbers.putSigned(end - start);
    this.#last = end;
  }
}

/** Reads what a {@link SpanWriter} wrote. */
export class SpanReader {
  readonly #numbers: NumberReader;
  start = 0;
  end = 0;

  constructor(numbers: NumberReader) {
    this.#numbers = numbers;
  }

  /** Goes to the next span. */
  next(): void {
    this.start = this.end + this.#numbers.nextSigned();
    this.end = this.start + this.#numbers.nextSigned();
  }
}
