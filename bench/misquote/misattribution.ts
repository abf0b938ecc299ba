import type { Voice } from "../../src/core/index.ts";
import { type Draw, drawExcerpt, keysOf, render, timesIn } from "./excerpt.ts";
import { broken, type Kind, type Made } from "./kind.ts";
import { occurrences, type Talk } from "./talk.ts";

/** A quotation shares no run of this many words with a source that is not its own. */
const FOREIGN_RUN = 6;

function isForeign(talk: Talk, quotation: string): boolean {
  const keys = keysOf(quotation);
  for (let i = 0; i + FOREIGN_RUN <= keys.length; i++)
    if (occurrences(talk, keys.slice(i, i + FOREIGN_RUN)) > 0) return false;
  return keys.length >= FOREIGN_RUN;
}

/** Words of the quotation that a source in the same language has at the least: a share that its particles alone make up. */
const SAME_LANGUAGE = 1 / 4;

/** Whether the source has words of the quotation's language: of words in another one it can't be told whether it has them. */
function isSameLanguage(talk: Talk, quotation: string): boolean {
  const keys = keysOf(quotation);
  return keys.filter((key) => occurrences(talk, [key]) > 0).length >= keys.length * SAME_LANGUAGE;
}

function otherDocument(draw: Draw): Made | null {
  const { random, corpus } = draw;
  const excerpt = drawExcerpt(draw);
  const source = random.pick(corpus.talks);
  if (excerpt === null || source === excerpt.talk) return null;
  const quotation = render(excerpt.pieces);
  if (!isForeign(source, quotation) || !isSameLanguage(source, quotation)) return null;
  const credited = namesOf(source);
  const attribution = credited.length > 0 && random.chance(0.5) ? random.pick(credited) : null;
  return { quotation, attribution, source };
}

function namesOf(talk: Talk): string[] {
  const voices: Voice[] = talk.turns.map(({ voice }) => voice).filter(({ kind }) => kind === "speaker");
  return [...new Set(voices.flatMap(({ name }) => (name === null ? [] : [name])))];
}

/** One party's words in another's mouth. */
function otherSpeaker(draw: Draw): Made | null {
  const { random, corpus } = draw;
  if (corpus.conversations.length === 0) return null;
  const talk = random.pick(corpus.conversations);
  const turn = random.pick(talk.turns);
  const excerpt = drawExcerpt(draw, { talk, turn, most: Math.max(8, Math.min(60, turn.words.length)) });
  const { kind, name } = turn.voice;
  if (excerpt === null || (kind !== "speaker" && kind !== "interviewer")) return null;
  const others = namesOf(talk).filter((other) => other !== name);
  const quotation = render(excerpt.pieces);
  if (others.length === 0 || timesIn(talk, quotation) > 1) return null;
  return { quotation, attribution: random.pick(others), source: talk };
}

/** Words that are not those of the source, or of the one credited. */
export const MISATTRIBUTION: readonly Kind[] = [
  broken("other-document", { status: ["absent"], rules: ["not-found"] }, otherDocument),
  broken("other-speaker", { status: ["verbatim"], rules: ["wrong-voice", "wrong-speaker"] }, otherSpeaker),
];
