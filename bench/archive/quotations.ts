import type { Segment, Source } from "../../src/core/index.ts";
import { Random, seedOf } from "../misquote/random.ts";
import { keyOf, readWords } from "../misquote/word.ts";
import { Reservoir } from "./reservoir.ts";

/** A quotation whose true place is known. */
export interface PlacedQuotation {
  /** What is to be found. */
  readonly text: string;
  /** Its words, and which of them, counted from 0, are others than the source's. */
  readonly words: number;
  readonly changed: readonly number[];
  /** Where it was taken from: UTF-16 code units of the document's text, end-exclusive. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** What stands there. A boilerplate stands elsewhere too: who finds the same words has found it. */
  readonly original: string;
}

export interface QuotationOptions {
  readonly seed: number;
  /** Lengths in words. */
  readonly lengths: readonly number[];
  /** Quotations of each length. */
  readonly each: number;
}

/** One word in so many is changed. */
const WORDS_A_CHANGE = 6;
/** Words that others are changed to: enough for frequent ones to be there as often as they stand. */
const POOL = 20_000;
/** Starts that are tried in a stretch before it is passed over. */
const TRIES = 6;
/** Between two words of a quotation: no bracket, quotation mark, omission or paragraph's end. */
const PLAIN_GAP = /^(?:[^\p{L}\p{N}[\]［］()…⋯"“”„«»\n.]|\.(?!\s?\.))*$/u;

interface Stretch {
  readonly document: string;
  /** Offset of the first word. */
  readonly start: number;
  readonly text: string;
}

/**
 * Draws quotations from documents as they come, none of which it keeps: every spoken stretch is as likely as it is
 * long, and gives at most one quotation of a length.
 */
export class QuotationSampler {
  readonly #options: QuotationOptions;
  readonly #stretches: readonly Reservoir<Stretch>[];
  readonly #draws: readonly Random[];
  readonly #pool: Reservoir<string>;
  readonly #poolDraw: Random;

  constructor(options: QuotationOptions) {
    const { seed, lengths, each } = options;
    this.#options = options;
    this.#stretches = lengths.map((length) => new Reservoir(each, new Random(seedOf(seed, "age", length))));
    this.#draws = lengths.map((length) => new Random(seedOf(seed, "place", length)));
    this.#pool = new Reservoir(POOL, new Random(seedOf(seed, "pool")));
    this.#poolDraw = new Random(seedOf(seed, "word"));
  }

  /** Offers a document's spoken words; `document` is the name that quotations bear. */
  add(document: string, { text, segments }: Source): void {
    for (const segment of segments) {
      if (!isSpoken(segment)) continue;
      const { start, end } = segment;
      const weight = end - start;
      this.#pool.offer(weight, () => drawWord(text, segment, this.#poolDraw));
      this.#options.lengths.forEach((length, index) => {
        this.#stretches[index]!.offer(weight, () =>
          drawStretch(document, text, segment, length, this.#draws[index]!),
        );
      });
    }
  }

  /** The quotations as they stand, length by length; fewer than asked where the documents lack stretches so long. */
  intact(): PlacedQuotation[] {
    return this.#each((stretch, words) => quotationOf(stretch, words, new Map()));
  }

  /**
   * The same quotations with exactly one word in six, rounded down, changed to another word of the documents.
   * Throws where the documents have no two words to change to.
   */
  changed(): PlacedQuotation[] {
    const pool = this.#pool.items();
    if (new Set(pool.map(keyOf)).size < 2)
      throw new Error("Add documents first: there is no word to change to.");
    const random = new Random(seedOf(this.#options.seed, "change"));
    return this.#each((stretch, words) =>
      quotationOf(stretch, words, changesOf(stretch.text, words, pool, random)),
    );
  }

  /** Quotations of no document: words by their frequency, in no order. As many as asked for, of each length; none without documents. */
  absent(): string[] {
    const pool = this.#pool.items();
    const random = new Random(seedOf(this.#options.seed, "absent"));
    if (pool.length === 0) return [];
    return this.#options.lengths.flatMap((length) =>
      Array.from({ length: this.#options.each }, () =>
        Array.from({ length }, () => random.pick(pool)).join(" "),
      ),
    );
  }

  #each(make: (stretch: Stretch, words: number) => PlacedQuotation): PlacedQuotation[] {
    return this.#options.lengths.flatMap((length, index) =>
      this.#stretches[index]!.items().map((stretch) => make(stretch, length)),
    );
  }
}

/** What a speaker says: an uncredited quotation is taken for a speaker's, not for what he was asked. */
function isSpoken({ turn, voice, supplied }: Segment): boolean {
  return turn !== null && voice.kind === "speaker" && supplied !== true;
}

function drawWord(text: string, { start, end }: Segment, random: Random): string | null {
  const words = readWords(text, start, end);
  if (words.length === 0) return null;
  const word = random.pick(words);
  const raw = text.slice(word.start, word.end);
  return /^\p{Ll}+$/u.test(raw) ? copyOf(raw) : null;
}

/** A stretch of exactly `length` words that can be quoted as it is; null where a few tries find none. */
function drawStretch(
  document: string,
  text: string,
  { start, end }: Segment,
  length: number,
  random: Random,
): Stretch | null {
  const words = readWords(text, start, end);
  if (words.length < length) return null;
  for (let tries = 0; tries < TRIES; tries++) {
    const from = random.between(0, words.length - length);
    const first = words[from]!.start;
    const last = words[from + length - 1]!.end;
    const quoted = text.slice(first, last);
    if (standsAlone(text, first, last) && isQuotable(quoted, length))
      return { document, start: first, text: copyOf(quoted) };
  }
  return null;
}

/** Whether `[first, last)` is not broken off inside what another reader takes for one word: "half-light", "2.5%". */
function standsAlone(text: string, first: number, last: number): boolean {
  return (
    /^[\s"“]?$/u.test(text.slice(Math.max(0, first - 1), first)) && /^[\s.,;:?!"”]?$/u.test(text[last] ?? "")
  );
}

/** Whether nothing is marked in these words, and enough of them can be changed. */
function isQuotable(quoted: string, length: number): boolean {
  const words = readWords(quoted);
  const plain = words.every(
    ({ start }, index) => index === 0 || PLAIN_GAP.test(quoted.slice(words[index - 1]!.end, start)),
  );
  return plain && changeable(quoted).length >= Math.floor(length / WORDS_A_CHANGE);
}

/** Which words can be changed alone: letters only, with white space before and a mark or white space after. */
function changeable(quotation: string): number[] {
  return readWords(quotation).flatMap(({ start, end }, index) => {
    const alone =
      /^\p{L}+$/u.test(quotation.slice(start, end)) &&
      /^\s?$/u.test(quotation.slice(Math.max(0, start - 1), start)) &&
      /^(?:[.,;:?!]?(?:\s|$))/u.test(quotation.slice(end, end + 2));
    return alone ? [index] : [];
  });
}

/** New words by the index of the old ones; never what stands there. */
function changesOf(
  text: string,
  length: number,
  pool: readonly string[],
  random: Random,
): Map<number, string> {
  const words = readWords(text);
  const changes = new Map<number, string>();
  const chosen = random.shuffled(changeable(text)).slice(0, Math.floor(length / WORDS_A_CHANGE));
  for (const index of chosen) {
    const { start, end, key } = words[index]!;
    let word = random.pick(pool);
    while (keyOf(word) === key) word = random.pick(pool);
    const capital = /\p{Lu}/u.test(text.slice(start, end)[0]!);
    changes.set(index, capital ? word[0]!.toUpperCase() + word.slice(1) : word);
  }
  return changes;
}

function quotationOf(
  { document, start, text }: Stretch,
  length: number,
  changes: ReadonlyMap<number, string>,
): PlacedQuotation {
  let changed = "";
  let at = 0;
  readWords(text).forEach((word, index) => {
    const other = changes.get(index);
    if (other === undefined) return;
    changed += text.slice(at, word.start) + other;
    at = word.end;
  });
  return {
    text: changed + text.slice(at),
    words: length,
    changed: [...changes.keys()].sort((a, b) => a - b),
    document,
    start,
    end: start + text.length,
    original: text,
  };
}

/** The same characters in a string of its own: a slice would keep the whole document. */
function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
