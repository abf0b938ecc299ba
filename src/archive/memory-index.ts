import { type Postings, sortPostings } from "./postings.ts";
import type { Listing, QuotationIndex } from "./quotation-index.ts";

/** The quotation index as plain maps: the reference that the encoded one must agree with. */
export class MemoryIndex implements QuotationIndex {
  readonly #runs = new Map<number, number[]>();
  readonly #terms = new Map<number, number[]>();
  readonly #counts = new Map<number, number>();
  #blocks = 0;
  words = 0;

  get blocks(): number {
    return this.#blocks;
  }

  /** Adds what stands in a version; answers its first block. */
  add(postings: Postings): number {
    const first = this.#blocks;
    const { runs, terms, counts } = sortPostings([{ postings, first }]);
    this.#blocks += postings.blocks;
    this.words += postings.words;
    runs.keys.forEach((key, i) => {
      listed(this.#runs, key).push(runs.blocks[i]!);
    });
    terms.keys.forEach((key, i) => {
      listed(this.#terms, key).push(terms.blocks[i]!);
    });
    counts.keys.forEach((key, i) => {
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + counts.counts[i]!);
    });
    return first;
  }

  /** Takes out what stands in the version that begins at block `first`. Its blocks' numbers are not given out again. */
  remove(postings: Postings, first: number): void {
    const { runs, terms, counts } = sortPostings([{ postings, first }]);
    const isOther = (block: number): boolean => block < first || block >= first + postings.blocks;
    for (const key of new Set(runs.keys)) keep(this.#runs, key, isOther);
    for (const key of new Set(terms.keys)) keep(this.#terms, key, isOther);
    counts.keys.forEach((key, i) => {
      this.#counts.set(key, this.#counts.get(key)! - counts.counts[i]!);
    });
    this.words -= postings.words;
  }

  run(key: number): Listing | null {
    const blocks = this.#runs.get(key);
    return blocks === undefined ? null : listing(blocks, blocks.length);
  }

  term(key: number): Listing | null {
    const blocks = this.#terms.get(key);
    return blocks === undefined ? null : listing(blocks, this.#counts.get(key) ?? 0);
  }
}

function listed(map: Map<number, number[]>, key: number): number[] {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made: number[] = [];
  map.set(key, made);
  return made;
}

function keep(map: Map<number, number[]>, key: number, isKept: (block: number) => boolean): void {
  const left = (map.get(key) ?? []).filter(isKept);
  if (left.length === 0) map.delete(key);
  else map.set(key, left);
}

function listing(blocks: readonly number[], occurrences: number): Listing {
  return {
    count: blocks.length,
    occurrences,
    blocks: (most) => Uint32Array.from(blocks.slice(0, most)),
  };
}
