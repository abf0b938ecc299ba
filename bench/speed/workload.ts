import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../misquote/random.ts";
import { readWords, type Word } from "../misquote/word.ts";

/** Text to search in, and quotations from it with one word changed. */
export interface Workload {
  readonly text: string;
  readonly quotations: readonly string[];
}

const SHORTEST = 8;
const LONGEST = 40;

/** `length` characters of the corpus, or of made-up prose where the folder does not exist. */
export function sourceText(corpus: string, length: number): string {
  if (!existsSync(corpus)) return madeUpProse(length);
  let text = "";
  for (const name of readdirSync(corpus).sort()) {
    if (!name.endsWith(".txt")) continue;
    // The first line names the speaker.
    text += `${readFileSync(join(corpus, name), "utf8").replace(/^.*\n+/u, "")}\n\n`;
    if (text.length >= length) return text.slice(0, length);
  }
  return text + madeUpProse(length - text.length);
}

const SYLLABLES = "ka lo mer ti sa ven dor pel in ar ul ost ba che fi go ham wen ri ya".split(" ");

/** Prose of made-up words: some frequent, most rare, as in a language. The same length gives the same text. */
export function madeUpProse(length: number): string {
  const random = new Random(length);
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: random.between(1, 4) }, () => random.pick(SYLLABLES)).join(""),
  );
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const sentence = Array.from(
      { length: random.between(5, 25) },
      () => words[Math.floor(words.length * random.next() ** 4)]!,
    ).join(" ");
    const part = `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.${random.chance(0.2) ? "\n\n" : " "}`;
    parts.push(part);
    size += part.length;
  }
  return parts.join("").slice(0, length);
}

/** So many quotations of 8 to 40 words, each with one inner word changed to one that the text does not have. */
export function workload(text: string, count: number): Workload {
  const random = new Random(1);
  const words = readWords(text);
  const quotations: string[] = [];
  while (quotations.length < count) {
    const length = random.between(SHORTEST, LONGEST);
    const from = random.between(0, words.length - length - 1);
    const quotation = changed(text, words.slice(from, from + length), random.between(1, length - 2));
    if (quotation !== null) quotations.push(quotation);
  }
  return { text, quotations };
}

/** These words with the one at `at` changed; null where it is no word between spaces, or where brackets or … mark something. */
function changed(text: string, words: readonly Word[], at: number): string | null {
  const word = words[at]!;
  const before = text.slice(words[0]!.start, word.start);
  const after = text.slice(word.end, words[words.length - 1]!.end);
  const plain = / $/u.test(before) && /^ /u.test(after) && !/[[\]()…]|\.\s?\./u.test(before + after);
  return plain ? `${before}zq${text.slice(word.start, word.end)}${after}` : null;
}

/** A text in so many pieces of about the same length. */
export function inPieces(text: string, count: number): string[] {
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
}
