import type { Source, Voice } from "../../src/core/index.ts";
import { joinKeys, readWords, type Word } from "./word.ts";

/** A word of a talk, with what the generator must know of it. */
export interface TalkWord extends Word {
  /** The editor's or translator's: in brackets, or in a stretch that the document calls supplied. */
  readonly supplied: boolean;
  /** A third party's whom the speaker quotes; `named` where he says who it is. */
  readonly thirdParty: "named" | "unnamed" | null;
  /** A sentence ends before it, plainly: a stop after a small-letter word, white space, a capital. */
  readonly startsSentence: boolean;
}

/** What one party says before another speaks. */
export interface TalkTurn {
  readonly voice: Voice;
  readonly words: readonly TalkWord[];
}

/** A document as material for cases. */
export interface Talk {
  /** Path inside the corpus folder. */
  readonly file: string;
  readonly text: string;
  readonly turns: readonly TalkTurn[];
  /** Every word in reading order, and the same without supplied words: what {@link occurrences} looks in. */
  readonly views: readonly string[];
}

/** Reads a source's turns and words. What an editor says outside turns is no material. */
export function readTalk(file: string, source: Source): Talk {
  const turns = new Map<number | null, { voice: Voice; words: TalkWord[] }>();
  const all: TalkWord[] = [];
  for (const segment of source.segments) {
    const words = wordsOf(source.text, segment, all[all.length - 1]);
    for (const word of words) all.push(word);
    if (segment.turn === null && segment.voice.kind === "editor") continue;
    const turn = turns.get(segment.turn);
    if (turn === undefined) turns.set(segment.turn, { voice: segment.voice, words });
    else {
      for (const word of words) turn.words.push(word);
      if (turn.voice.kind === "quoted" || turn.voice.kind === "editor") turn.voice = segment.voice;
    }
  }
  const spoken = all.filter(({ supplied }) => !supplied);
  return {
    file,
    text: source.text,
    turns: [...turns.values()],
    views: [all, spoken].map((words) => joinKeys(words.map(({ key }) => key))),
  };
}

/** A segment's words; `before` is the last word of what is read before it. */
function wordsOf(text: string, segment: Source["segments"][number], before: Word | undefined): TalkWord[] {
  const brackets = bracketsOf(text, segment.start, segment.end);
  const { kind, name } = segment.voice;
  const thirdParty = kind !== "quoted" ? null : name === null ? "unnamed" : "named";
  let next = 0;
  return readWords(text, segment.start, segment.end).map((word, index, words) => {
    while (next < brackets.length && brackets[next]![1] <= word.start) next++;
    const supplied = segment.supplied === true || (brackets[next]?.[0] ?? word.end) < word.start;
    const previous = index === 0 ? before : words[index - 1]!;
    const startsSentence = previous === undefined || endsSentence(text, previous, word);
    return { ...word, supplied, thirdParty, startsSentence };
  });
}

function bracketsOf(text: string, start: number, end: number): [number, number][] {
  const pairs: [number, number][] = [];
  let open = -1;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const character = text[i];
    if (character === "[" && depth++ === 0) open = i;
    if (character === "]" && depth > 0 && --depth === 0) pairs.push([open, i + 1]);
  }
  return pairs;
}

function endsSentence(text: string, before: Word, word: Word): boolean {
  if (before.end > word.start) return true;
  const gap = text.slice(before.end, word.start);
  if (/\n\s*\n/u.test(gap)) return true;
  const plain = /\p{Ll}{3}$/u.test(text.slice(before.start, before.end)) && !/[.…]{2}/u.test(gap);
  return plain && /[.?!]["'”’)]*\s/u.test(gap) && /\p{Lu}/u.test(text[word.start]!);
}

/** How often these words stand one after the other, in the view where they stand most often; at most 9. */
export function occurrences(talk: Talk, keys: readonly string[]): number {
  return Math.max(...talk.views.map((view) => count(view, joinKeys(keys))));
}

function count(view: string, run: string): number {
  let found = 0;
  for (let at = view.indexOf(run); at >= 0 && found < 9; at = view.indexOf(run, at + 1)) found++;
  return found;
}
