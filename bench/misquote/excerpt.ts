import type { Corpus } from "./corpus.ts";
import type { Random } from "./random.ts";
import { occurrences, type Talk, type TalkTurn, type TalkWord } from "./talk.ts";
import { readWords } from "./word.ts";

/** What a kind draws its cases with. */
export interface Draw {
  readonly random: Random;
  readonly corpus: Corpus;
}

/** A word of a quotation in the making, with what stands before it. */
export interface Piece {
  readonly gap: string;
  readonly raw: string;
  readonly startsSentence: boolean;
  /** White space, or the excerpt's edge, on both sides: it can be changed alone. */
  readonly free: boolean;
}

/** Words `[from, to)` of a turn. */
export interface Excerpt {
  readonly talk: Talk;
  readonly turn: TalkTurn;
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

export const SHORTEST = 8;
export const LONGEST = 60;

interface Wanted {
  readonly least?: number;
  readonly most?: number;
  readonly talk?: Talk;
  readonly turn?: TalkTurn;
  /** Brackets, round brackets and the source's own omissions may stand inside. */
  readonly marksToo?: boolean;
}

/** An excerpt drawn at random, a third of them from a sentence's start and a third to a sentence's end; null where the draw fails. */
export function drawExcerpt({ random, corpus }: Draw, wanted: Wanted = {}): Excerpt | null {
  const talk = wanted.talk ?? random.pick(corpus.talks);
  const length = random.between(wanted.least ?? SHORTEST, wanted.most ?? LONGEST);
  const turn = wanted.turn ?? drawTurn(random, talk, length);
  if (turn === null || turn.words.length < length) return null;
  const { words } = turn;
  let from = random.between(0, words.length - length);
  if (random.chance(1 / 3)) from = seek(words, from, Math.min(words.length - length, from + LONGEST)) ?? from;
  let to = from + length;
  if (random.chance(1 / 3))
    to = seek(words, from + (wanted.least ?? SHORTEST), Math.min(words.length, to)) ?? to;
  return excerptAt(talk, turn, from, to, wanted.marksToo === true);
}

/** A turn of at least `length` words, the longer ones oftener. */
function drawTurn(random: Random, talk: Talk, length: number): TalkTurn | null {
  const turns = talk.turns.filter(({ words }) => words.length >= length);
  let at = random.next() * turns.reduce((sum, { words }) => sum + words.length, 0);
  for (const turn of turns) {
    at -= turn.words.length;
    if (at < 0) return turn;
  }
  return null;
}

/** The first word from `from` to `to` that starts a sentence. */
function seek(words: readonly TalkWord[], from: number, to: number): number | null {
  for (let i = from; i <= to && i < words.length; i++) if (words[i]!.startsSentence) return i;
  return null;
}

const PLAIN_GAP = /^[^\p{L}\p{N}[\]［］()…⋯]{0,12}$/u;
const MARKED_GAP = /^[^\p{L}\p{N}]{0,24}$/u;
const DOTS = /\.\s?\.\s?\./u;
const WORD_ENDS = /[\s—–]|--/u;

/**
 * The words `[from, to)` of a turn, or null where they can't be quoted as they are: a named third party's, mostly
 * words that the speaker himself quotes, or broken off inside a word.
 */
export function excerptAt(
  talk: Talk,
  turn: TalkTurn,
  from: number,
  to: number,
  marksToo = false,
): Excerpt | null {
  const { text } = talk;
  const { words } = turn;
  if (!WORD_ENDS.test(gapBefore(text, words, from)) || !WORD_ENDS.test(gapBefore(text, words, to)))
    return null;
  const pieces: Piece[] = [];
  let quoted = 0;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    if (word.thirdParty === "unnamed") quoted++;
    if (word.thirdParty === "named" || quoted > (to - from) / 2) return null;
    if (word.supplied && (!marksToo || i === from || i === to - 1)) return null;
    const gap = i === from ? "" : gapBefore(text, words, i);
    const allowed = marksToo ? MARKED_GAP.test(gap) : PLAIN_GAP.test(gap) && !DOTS.test(gap);
    if (!allowed || (i > from && word.start < words[i - 1]!.end)) return null;
    const raw = text.slice(word.start, word.end);
    const free =
      /^[\p{L}'’]+$/u.test(raw) &&
      (i === from || /\s/u.test(gap)) &&
      (i === to - 1 || /\s/u.test(gapBefore(text, words, i + 1)));
    pieces.push({ gap, raw, startsSentence: word.startsSentence, free });
  }
  return { talk, turn, from, to, pieces };
}

/** What stands between word `i` and the one before; a space at the turn's edges. */
function gapBefore(text: string, words: readonly TalkWord[], i: number): string {
  if (i <= 0 || i >= words.length) return " ";
  return text.slice(words[i - 1]!.end, words[i]!.start);
}

/** What the source has after the excerpt's last word, up to the next one. */
export function gapAfter({ talk, turn, to }: Excerpt): string {
  return gapBefore(talk.text, turn.words, to);
}

/** The pieces as a text. */
export function render(pieces: readonly Piece[]): string {
  return pieces.map(({ gap, raw }, index) => (index === 0 ? raw : gap + raw)).join("");
}

/** Keys of the words of a quotation. */
export function keysOf(quotation: string): string[] {
  return readWords(quotation).map(({ key }) => key);
}

/** How often the talk has exactly these words in a row. */
export function timesIn(talk: Talk, quotation: string): number {
  return occurrences(talk, keysOf(quotation));
}

/** The one credited with a turn's words: as the source names him, left out by one in five. */
export function creditOf(random: Random, turn: TalkTurn): string | null {
  if (turn.voice.kind !== "speaker" || random.chance(1 / 5)) return null;
  return turn.voice.name;
}
