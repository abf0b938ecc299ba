import { isTitle } from "./name.ts";

/** People's full names by their first and their last word, so that either word finds them. */
export class FullNames {
  readonly #byWord = new Map<string, Set<string>>();

  /** Reads names once for many texts: ten thousand take some milliseconds. */
  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    const plain = withoutTitles(name);
    const words = plain.split(WHITE);
    const first = foldName(words[0]!);
    const last = foldName(words[words.length - 1]!);
    this.#put(last, plain);
    if (first !== last) this.#put(first, plain);
  }

  /** The names, without titles, whose first or last word this is. */
  with(word: string): ReadonlySet<string> {
    return this.#byWord.get(foldName(word)) ?? NONE;
  }

  #put(word: string, plain: string): void {
    const held = this.#byWord.get(word);
    if (held === undefined) this.#byWord.set(word, new Set([plain]));
    else held.add(plain);
  }
}

const NONE: ReadonlySet<string> = new Set();
const WHITE = /\s+/;

/** A word of a name as it is compared. */
export function foldName(word: string): string {
  return word.toLowerCase().replace(/[’‘ʿʼ]/g, "'");
}

/** A name without the titles before it, and without spaces around it. */
export function withoutTitles(name: string): string {
  const words = name.trim().split(WHITE);
  let first = 0;
  while (words.length - first > 1 && isTitle({ lower: words[first]!.toLowerCase() })) first++;
  return words.slice(first).join(" ");
}
