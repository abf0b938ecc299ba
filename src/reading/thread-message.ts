import type { FormatErrorCode, FormatErrorData, Part } from "../formats/index.ts";
import type { PortableText } from "./portable-text.ts";

/** What a thread is asked: to read a file, or to take it apart. */
export interface Asked {
  readonly id: number;
  readonly task: "read" | "unpack";
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What it answers. An error loses its class on the way between threads; `fault` is one that nobody foresaw. */
export type Answered = { readonly id: number } & (
  | { readonly kind: "text"; readonly text: PortableText }
  | { readonly kind: "parts"; readonly parts: readonly Part[] }
  | { readonly kind: "refused"; readonly code: FormatErrorCode; readonly data: FormatErrorData }
  | { readonly kind: "fault"; readonly reason: string }
);

/** What stands for a thread that is not ready yet; ids of questions are above 0. */
export const STARTING = -1;

/** What a thread is started with: where it tells that an answer is there. */
export interface ThreadData {
  /** One number: {@link STARTING} until the thread can be asked, then the id of the last question that was answered. */
  readonly answered: Int32Array<SharedArrayBuffer>;
}
