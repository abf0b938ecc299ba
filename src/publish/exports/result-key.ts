import { wordKey } from "../../core/index.ts";

/**
 * Keys of results that stay the same when the text is edited elsewhere: made of the rule and of the words, not of the
 * line. Of results with the same rule and words the first has 1, the next 2, as the order of the text has them.
 */
export class ResultKeys {
  readonly #seen = new Map<string, number>();

  /** The key of the next result with these parts: 16 hexadecimal digits, a colon, its number. */
  next(parts: readonly string[]): string {
    const key = digest(parts.map((part) => part.replace(/\s+/gu, " ")).join("\n"), 2);
    const number = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, number);
    return `${key}:${number}`;
  }
}

/** A name for something that has no address: a UUID of version 8 (RFC 9562), the same for the same words. */
export function uuidOf(words: string): string {
  const hex = digest(words, 4);
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** So many 32-bit keys of the same words, each behind a letter of its own, in hexadecimal. */
function digest(words: string, keys: number): string {
  return Array.from({ length: keys }, (_, i) =>
    wordKey(`${String.fromCharCode(0x61 + i)}${words}`)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
}
