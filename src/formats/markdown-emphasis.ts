import type { Edit } from "./markdown-inline.ts";

/** A run of `*`, `_` or `~`; `start` moves right as its marks close, `length` shrinks as marks are used. */
interface Delimiter {
  readonly mark: string;
  start: number;
  length: number;
  readonly whole: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  before: Delimiter | null;
  after: Delimiter | null;
}

const SPACE = /^\s?$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

function canMatch(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.mark !== closer.mark || !opener.canOpen) return false;
  if (opener.mark === "~") return opener.length === closer.length;
  const both = opener.canClose || closer.canOpen;
  return (
    !both || (opener.whole + closer.whole) % 3 !== 0 || (opener.whole % 3 === 0 && closer.whole % 3 === 0)
  );
}

function openerKey(closer: Delimiter): string {
  return `${closer.mark}${closer.canOpen}${closer.whole % 3}`;
}

/**
 * Finds the emphasis marks of a text by CommonMark's rules (0.31, "process emphasis"): which runs of `*`, `_` and `~~`
 * open and close, so that those marks are cut and all others stay. Linear, as the search for an opener never looks
 * again where one of its kind was not found.
 */
export class Emphasis {
  readonly #text: string;
  readonly #edits: Edit[];
  #last: Delimiter | null = null;

  /** `edits` takes the cuts. */
  constructor(text: string, edits: Edit[]) {
    this.#text = text;
    this.#edits = edits;
  }

  /** The newest run so far; give it to {@link close} to close what came after it. */
  get last(): Delimiter | null {
    return this.#last;
  }

  /** Takes the run of marks at `at` and gives its length. */
  take(at: number): number {
    const mark = this.#text[at]!;
    let end = at;
    while (this.#text[end] === mark) end++;
    const length = end - at;
    if (mark === "~" && length !== 2) return length;
    const before = this.#text[at - 1] ?? "";
    const after = this.#text[end] ?? "";
    const left =
      !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
    const right =
      !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
    const inWord = mark === "_";
    const canOpen = left && (!inWord || !right || PUNCTUATION.test(before));
    const canClose = right && (!inWord || !left || PUNCTUATION.test(after));
    const run: Delimiter = {
      mark,
      start: at,
      length,
      whole: length,
      canOpen,
      canClose,
      before: this.#last,
      after: null,
    };
    if (this.#last !== null) this.#last.after = run;
    this.#last = run;
    return length;
  }

  /** Matches the runs after `bottom` (all for null) and forgets them. */
  close(bottom: Delimiter | null): void {
    const bottoms = new Map<string, Delimiter | null>();
    let closer = this.#firstAfter(bottom);
    while (closer !== null) {
      if (!closer.canClose) {
        closer = closer.after;
        continue;
      }
      const key = openerKey(closer);
      const stop = bottoms.has(key) ? bottoms.get(key)! : bottom;
      const opener = this.#openerOf(closer, stop, bottom);
      if (opener === null) {
        bottoms.set(key, closer.before);
        closer = closer.after;
      } else {
        this.#match(opener, closer);
        if (closer.length === 0) closer = this.#remove(closer);
      }
    }
    this.#last = bottom;
    if (bottom !== null) bottom.after = null;
  }

  #firstAfter(bottom: Delimiter | null): Delimiter | null {
    if (this.#last === bottom) return null;
    if (bottom !== null) return bottom.after;
    let first = this.#last;
    while (first !== null && first.before !== null) first = first.before;
    return first;
  }

  #openerOf(closer: Delimiter, stop: Delimiter | null, bottom: Delimiter | null): Delimiter | null {
    let opener = closer.before;
    while (opener !== null && opener !== stop && opener !== bottom) {
      if (canMatch(opener, closer)) return opener;
      opener = opener.before;
    }
    return null;
  }

  #match(opener: Delimiter, closer: Delimiter): void {
    const used = opener.length >= 2 && closer.length >= 2 ? 2 : 1;
    const openAt = opener.start + opener.length - used;
    this.#edits.push({ start: openAt, end: openAt + used, words: "" });
    this.#edits.push({ start: closer.start, end: closer.start + used, words: "" });
    opener.length -= used;
    closer.length -= used;
    closer.start += used;
    opener.after = closer;
    closer.before = opener;
    if (opener.length === 0) this.#remove(opener);
  }

  #remove(run: Delimiter): Delimiter | null {
    if (run.before !== null) run.before.after = run.after;
    if (run.after !== null) run.after.before = run.before;
    else this.#last = run.before;
    return run.after;
  }
}
