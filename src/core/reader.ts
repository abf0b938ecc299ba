import { CharClass, classAt, foldWord } from "./fold.ts";
import {
  type Bracket,
  cutRoundBrackets,
  omissionEnd,
  roundMark,
  squareBrackets,
  suppliedBrackets,
} from "./marks.ts";
import { emptyTokens, Flag, grow, type Stretch, type Tokens } from "./tokens.ts";
import { HASH_SEED, hashEnd, hashStep, UNKNOWN, type Vocabulary } from "./vocabulary.ts";
import { BRACKETS, endsPlainly, LONGEST_WORD, partialBrackets, startsNegative, wordRun } from "./word-run.ts";

/** Titles and shortenings whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st sr jr gen col lt sgt capt maj sen rep gov pres hon rev mme mlle m no nos vs etc vol fig art dept inc ltd co corp approx est jan feb mar apr jun jul aug sep sept oct nov dec al pp ed eds cf viz".split(
    " ",
  ),
);

/** Folded letters of the word being read; one buffer for all readers, as a word is read in one go. NFKC may lengthen a word fourfold. */
const units = new Uint16Array(LONGEST_WORD * 4);

interface ReaderOptions {
  readonly grows: boolean;
  readonly cut: boolean;
  readonly capacity: number;
  /** Whether round brackets supply words too; see {@link Style}. */
  readonly rounds?: boolean;
}

/**
 * Reads texts into {@link Tokens}. One reader serves a source (words are added to the vocabulary) or a quotation
 * (`grows` false: unknown words stay {@link UNKNOWN}; `cut` true: a bracket may lack its partner).
 */
export class Reader {
  readonly #vocabulary: Vocabulary;
  readonly #grows: boolean;
  readonly #cut: boolean;
  readonly #rounds: boolean;
  /** Numbers of words that the fast path cannot fold, by their raw letters. */
  readonly #raw = new Map<string, number>();
  readonly tokens: Tokens;
  #pending = 0;
  #plainNumber = UNKNOWN;
  /** A full stop was read since the last word. */
  #dot = false;

  constructor(vocabulary: Vocabulary, options: ReaderOptions) {
    this.#vocabulary = vocabulary;
    this.#grows = options.grows;
    this.#cut = options.cut;
    this.#rounds = options.rounds ?? false;
    this.tokens = emptyTokens(options.capacity);
  }

  /** Reads one stretch of `text`; `index` is what its words carry as their stretch. A stretch starts a sentence unless `joins`. */
  read(text: string, stretch: Stretch, index: number, joins = false): void {
    const { start, end } = stretch;
    if (!joins) this.#pending |= Flag.sentenceBefore;
    const brackets = (this.#rounds ? suppliedBrackets : squareBrackets)(text, start, end, this.#cut);
    let nextBracket = 0;
    let inside: Bracket | null = null;
    let opens = 0;
    let newlines = 0;
    const rounds = this.#cut ? cutRoundBrackets(text, start, end) : [];
    let i = start;
    while (i < end) {
      if (text.charCodeAt(i) === 0x20) {
        i++;
        continue;
      }
      if (inside !== null && i >= inside.end) inside = null;
      if (i === rounds[0]?.start) inside = rounds.shift()!;
      const bracket = brackets[nextBracket];
      if (bracket !== undefined && i >= bracket.start) {
        nextBracket++;
        if (bracket.kind === "supplied") {
          inside = bracket;
          opens = Flag.opens;
        } else {
          this.#mark(bracket);
          i = bracket.end;
          continue;
        }
      }
      const plainEnd = this.#plainEnd(text, i, end);
      if (plainEnd > i) {
        newlines = 0;
        const flags = stretch.supplied === true || inside !== null ? Flag.supplied | opens : 0;
        opens = 0;
        this.#push(text, i, plainEnd, index, flags | (inside?.half ? Flag.half : 0), this.#plainNumber);
        i = plainEnd;
        continue;
      }
      const cls = classAt(text, i);
      if (cls === CharClass.newline) {
        if (!(text.charCodeAt(i) === 0x0a && text.charCodeAt(i - 1) === 0x0d)) newlines++;
        if (newlines > 1) this.#pending |= Flag.sentenceBefore;
        i++;
        continue;
      }
      const wordEnd = this.#wordEnd(text, i, end, cls, brackets, nextBracket, inside);
      if (wordEnd > i) {
        newlines = 0;
        const partial = partialBrackets(brackets, nextBracket, i, wordEnd, inside);
        const flags = stretch.supplied === true || (inside !== null && !partial) ? Flag.supplied | opens : 0;
        opens = 0;
        const bits = flags | (inside?.half ? Flag.half : 0);
        if (partial === null) this.#push(text, i, wordEnd, index, bits, this.#number(text, i, wordEnd));
        else this.#pushPartial(text, i, wordEnd, index, bits, partial);
        i = wordEnd;
        while (brackets[nextBracket] !== undefined && brackets[nextBracket]!.end <= i) nextBracket++;
        continue;
      }
      i = this.#punctuation(text, i, end, cls, index);
    }
    this.tokens.omissionAtEnd = (this.#pending & Flag.omissionBefore) !== 0;
  }

  #mark(bracket: Bracket): void {
    if (bracket.kind === "omission") this.#pending |= Flag.omissionBefore;
    if (bracket.kind === "emphasis") this.tokens.emphasis = true;
    if (bracket.kind === "sic" && this.tokens.count > 0)
      this.tokens.flags[this.tokens.count - 1]! |= Flag.sicAfter;
  }

  /** Reads what is no word at `i`; answers the offset after it. */
  #punctuation(text: string, i: number, end: number, cls: number, stretch: number): number {
    if (cls === CharClass.dot || cls === CharClass.ellipsis) {
      const after = omissionEnd(text, i, end);
      if (after > i) {
        this.#pending |= Flag.omissionBefore;
        return after;
      }
      this.#dot = true;
    } else if (cls === CharClass.stop || text.charCodeAt(i) === 0x3002) this.#pending |= Flag.sentenceBefore;
    else if (cls === CharClass.clause) this.#pending |= Flag.clauseBefore;
    else if (cls === CharClass.round) {
      const mark = roundMark(text, i, end);
      if (mark !== null && mark.kind !== "supplied") {
        this.#mark(mark);
        return mark.end;
      }
      if (mark !== null) return this.#stage(text, mark, stretch);
    }
    return i + 1;
  }

  /** Words of a stage mark in round brackets, read as supplied ones. */
  #stage(text: string, mark: Bracket, stretch: number): number {
    const word = /\p{L}+/gu;
    word.lastIndex = mark.start;
    let opens: number = Flag.opens;
    for (let m = word.exec(text); m !== null && m.index < mark.end; m = word.exec(text)) {
      const stop = m.index + m[0].length;
      this.#push(text, m.index, stop, stretch, Flag.supplied | opens, this.#number(text, m.index, stop));
      opens = 0;
    }
    this.#dot ||= text[mark.end - 2] === ".";
    return mark.end;
  }

  /** Where the word that starts at `i` ends, or `i` where none starts. */
  #wordEnd(
    text: string,
    i: number,
    end: number,
    first: number,
    brackets: readonly Bracket[],
    nextBracket: number,
    inside: Bracket | null,
  ): number {
    if (first === CharClass.symbol) return i + 1;
    if (first === CharClass.solo) return this.#soloEnd(text, i, end);
    if (first === CharClass.minus)
      return startsNegative(text, i) ? wordRun(text, i + 1, end, brackets, nextBracket, inside) : i;
    if (first !== CharClass.letter && first !== CharClass.digit) return i;
    return wordRun(text, i, end, brackets, nextBracket, inside);
  }

  #soloEnd(text: string, i: number, end: number): number {
    let j = i + ((text.charCodeAt(i) & 0xfc00) === 0xd800 ? 2 : 1);
    while (j < end && (classAt(text, j) === CharClass.vanishing || /\p{M}/u.test(text[j]!))) j++;
    return Math.min(j, end);
  }

  #push(text: string, start: number, end: number, stretch: number, flags: number, word: number): void {
    const tokens = this.tokens;
    if (tokens.count === tokens.word.length) grow(tokens);
    const at = tokens.count++;
    tokens.start[at] = start;
    tokens.end[at] = end;
    tokens.stretch[at] = stretch;
    tokens.word[at] = word;
    const capital = isCapital(text, start);
    let pending = this.#pending;
    if (this.#dot && endsSentence(tokens, at, text, start)) pending |= Flag.sentenceBefore;
    if ((pending & Flag.omissionBefore) !== 0 && capital) pending |= Flag.sentenceBefore;
    tokens.flags[at] = flags | pending | (capital ? Flag.capital : 0);
    this.#pending = 0;
    this.#dot = false;
  }

  /** A word that brackets hold a part of: it stands with its opening bracket and is read without. */
  #pushPartial(
    text: string,
    start: number,
    end: number,
    stretch: number,
    flags: number,
    partial: readonly Bracket[],
  ): void {
    const outer = partial[0]!;
    const last = partial[partial.length - 1]!;
    const word = this.#number(text.slice(start, end).replace(BRACKETS, ""), 0, undefined);
    this.#push(text, start, end, stretch, flags | Flag.partial, word);
    const at = this.tokens.count - 1;
    if (outer.start === start - 1) this.tokens.start[at] = start - 1;
    this.tokens.outside.set(at, [
      foldWord(text.slice(start, Math.max(start, outer.start))),
      foldWord(text.slice(Math.min(end, last.end), end)),
    ]);
  }

  /**
   * Where the word at `i` ends, if it is of ASCII letters alone and a space or a plain mark ends it, else `i`.
   * Its number is left in `#plainNumber`. Nine words in ten are such: they are scanned, folded and hashed in one go.
   */
  #plainEnd(text: string, i: number, end: number): number {
    let hash = HASH_SEED;
    let at = i;
    for (; at < end && at - i < LONGEST_WORD; at++) {
      const lower = text.charCodeAt(at) | 0x20;
      if (lower < 0x61 || lower > 0x7a) break;
      units[at - i] = lower;
      hash = hashStep(hash, lower);
    }
    if (at === i || (at < end && !endsPlainly(text, at, end))) return i;
    const length = at - i;
    this.#plainNumber = this.#grows
      ? this.#vocabulary.intern(units, length, hashEnd(hash))
      : this.#vocabulary.find(units, length, hashEnd(hash));
    return at;
  }

  #number(text: string, start: number, end: number | undefined): number {
    const stop = end ?? text.length;
    let length = 0;
    for (let i = start; i < stop; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x61 && code <= 0x7a) units[length++] = code;
      else if (code >= 0x41 && code <= 0x5a) units[length++] = code + 32;
      else if ((code >= 0x30 && code <= 0x39) || code === 0x27) units[length++] = code;
      else return this.#slowNumber(text.slice(start, stop));
    }
    return this.#grows ? this.#vocabulary.intern(units, length) : this.#vocabulary.find(units, length);
  }

  /** Words that are not plain ASCII letters and digits: folded once a spelling. */
  #slowNumber(raw: string): number {
    const held = this.#raw.get(raw);
    if (held !== undefined) return held;
    const folded = foldWord(raw);
    const length = Math.min(folded.length, units.length);
    for (let i = 0; i < length; i++) units[i] = folded.charCodeAt(i);
    const number = this.#grows
      ? this.#vocabulary.intern(units, length)
      : this.#vocabulary.find(units, length);
    if (number !== UNKNOWN || !this.#grows) this.#raw.set(raw, number);
    return number;
  }
}

function isCapital(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return code < 0x590 && /\p{Lu}/u.test(text[offset]!);
}

/** Whether the full stop before the word at `at` ended a sentence: not after an abbreviation or an initial, not before a small letter. */
function endsSentence(tokens: Tokens, at: number, text: string, start: number): boolean {
  if (/\p{Ll}/u.test(text[start]!)) return false;
  if (at === 0 || tokens.stretch[at - 1] !== tokens.stretch[at]) return true;
  const from = tokens.start[at - 1]!;
  const to = tokens.end[at - 1]!;
  if (to - from === 1) return !/\p{Lu}/u.test(text[from]!) || text[from] === "I";
  if (to - from > 6) return true;
  const word = text.slice(from, to);
  return !word.includes(".") && !ABBREVIATIONS.has(word.toLowerCase());
}
