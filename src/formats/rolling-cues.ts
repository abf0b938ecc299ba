import type { CueText } from "./cue-text.ts";

/** The words that a cue shows, each with where it ends, and the numbers of those that begin a line. */
interface Shown {
  readonly words: readonly string[];
  readonly ends: readonly number[];
  readonly lines: readonly number[];
}

/** A display has two to four lines; what is above has scrolled away. */
const MOST_LINES = 4;
/** Words of a cue that are looked at: far more than a display holds. */
const MOST_WORDS = 200;
/** Cues that follow each other on a display leave no gap but for rounding, in milliseconds. */
const CLOSE = 250;
/** Fewer cues that repeat the line before may be people who repeat themselves. */
const FEWEST = 3;
/** Of cues that scroll, all but those after a pause repeat; of others, hardly one in a hundred. */
const SHARE = 0.2;

function shownIn(text: string): Shown {
  const words: string[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (words.length === MOST_WORDS) break;
    if (words.length === 0 || text.slice(last, index).includes("\n")) lines.push(words.length);
    last = index + word.length;
    words.push(word);
    ends.push(last);
  }
  return { words, ends, lines };
}

/** How many of `next`'s first words repeat the last lines of `before`. */
function repeated(before: Shown, next: Shown): number {
  for (const first of before.lines.slice(-MOST_LINES)) {
    const count = before.words.length - first;
    if (count > next.words.length) continue;
    let at = 0;
    while (at < count && before.words[first + at] === next.words[at]) at++;
    if (at === count) return count;
  }
  return 0;
}

/**
 * Tells captions that roll up or are painted on, where each cue shows the line before again, and how much of each is
 * repeated. Tell it of every cue in order; ask it in the same order, with a new one.
 */
export class RollingCues {
  #before: Shown | null = null;
  #to = 0;
  #cues = 0;
  #grown = 0;

  /** Code units at the start of the cue's text that repeat what the cue before shows. */
  next({ text }: CueText, from: number, to: number): number {
    const shown = shownIn(text);
    if (shown.words.length === 0) return 0;
    const count = this.#before !== null && from - this.#to <= CLOSE ? repeated(this.#before, shown) : 0;
    this.#cues++;
    if (count > 0 && count < shown.words.length) this.#grown++;
    this.#before = shown;
    this.#to = to;
    return count === 0 ? 0 : shown.ends[count - 1]!;
  }

  /** Whether so many of the cues go on from a line that they repeat that the file's captions roll. */
  get isRolling(): boolean {
    return this.#grown >= FEWEST && this.#grown >= this.#cues * SHARE;
  }
}
