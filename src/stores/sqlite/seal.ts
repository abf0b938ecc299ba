import { crc32 } from "node:zlib";
import { ArchiveError } from "../../archive/index.ts";

export type Value = string | number | null | Uint8Array;

/**
 * CRC-32 of bytes and of the number that they are kept under, as a signed number of 32 bits: SQLite stores that in four
 * bytes. The number is what the sum starts from, so that bytes found under another one do not fit.
 */
export function bytesSum(bytes: Uint8Array, id: number): number {
  return summed(bytes, (id ^ Math.imul(Math.floor(id / 2 ** 32), 0x9e3779b1)) >>> 0) | 0;
}

/** CRC-32 of a row's values as they are stored, in their order, signed. */
export function rowSum(values: readonly Value[]): number {
  const plain = values.map((value) => (value instanceof Uint8Array ? value.length : stored(value)));
  let sum = crc32(JSON.stringify(plain));
  for (const value of values) if (value instanceof Uint8Array) sum = summed(value, sum);
  return sum | 0;
}

/** A value as SQLite gives it back: a half of a letter, which UTF-8 does not have, becomes U+FFFD. */
export function stored<T extends Value>(value: T): T | string {
  return typeof value === "string" ? value.toWellFormed() : value;
}

/** CRC-32 from `start` on. Node.js 22 answers 0 for no bytes at an address of zero, which is how SQLite gives them. */
function summed(bytes: Uint8Array, start: number): number {
  return bytes.length === 0 ? start : crc32(bytes, start);
}

/** A sum of sums, whatever their order: `sign` 1 for a row that comes, -1 for one that goes. */
export function addSum(total: number, crc: number, sign: 1 | -1): number {
  return (total + sign * crc) | 0;
}

/** What a store says where something is not as it was written: `what` names the table. */
export function damaged(what: string, data: Readonly<Record<string, unknown>> = {}): ArchiveError {
  return new ArchiveError("damaged", { what, ...data });
}
