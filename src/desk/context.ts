import type { Archive } from "../archive/index.ts";
import type { Watch } from "../check/index.ts";
import type { Reader } from "../formats/index.ts";

/** What a question is answered from. */
export interface Context {
  readonly archive: Archive;
  /** Reads what is sent along. */
  readonly reader: Reader;
  /** SHA-256 of bytes, 64 hexadecimal digits. */
  readonly hash: (bytes: Uint8Array) => string;
  /** Looks on at a check. */
  readonly watch?: Watch;
}
