import {
  creditOf,
  type Draw,
  drawExcerpt,
  type Excerpt,
  excerptAt,
  gapAfter,
  render,
  timesIn,
} from "./excerpt.ts";
import { broken, type Kind, type Made } from "./kind.ts";
import { omission } from "./marking.ts";
import { occurrences } from "./talk.ts";

/** Words on each side of a join: fewer could as well have been changed. */
const SHORTEST_PART = 5;
const LONGEST_PART = 25;
/** Words beside a join that must stand in one place of the source alone: else the join may be somewhere else's wording. */
const UNIQUE_RUN = 6;
/** More words than this, or a sentence's end among them, make what is left out a splice and no dropped word. */
const MOST_DROPPED = 8;

function firstKeys({ turn, from, to }: Excerpt): string[] {
  return turn.words.slice(from, Math.min(to, from + UNIQUE_RUN)).map(({ key }) => key);
}

function lastKeys({ turn, from, to }: Excerpt): string[] {
  return turn.words.slice(Math.max(from, to - UNIQUE_RUN), to).map(({ key }) => key);
}

/** Whether both sides of a join stand in one place of the source alone. */
function isSure(left: Excerpt, right: Excerpt): boolean {
  return occurrences(left.talk, lastKeys(left)) === 1 && occurrences(right.talk, firstKeys(right)) === 1;
}

function joined(draw: Draw, left: Excerpt, right: Excerpt, between: string): Made | null {
  const quotation = render(left.pieces) + between + render(right.pieces);
  if (!isSure(left, right) || timesIn(left.talk, quotation) > 0) return null;
  return { quotation, attribution: creditOf(draw.random, left.turn), source: left.talk };
}

/** What joins two parts with no mark: the left one's full stop where the right one starts a sentence. */
function seam(left: Excerpt, right: Excerpt): string {
  const stop = /^[.?!]/u.exec(gapAfter(left))?.[0] ?? ".";
  return right.pieces[0]!.startsSentence ? `${stop} ` : " ";
}

function partAt({ random }: Draw, { talk, turn }: Excerpt, from: number): Excerpt | null {
  const to = from + random.between(SHORTEST_PART, LONGEST_PART);
  return from < 0 || to > turn.words.length ? null : excerptAt(talk, turn, from, to);
}

function drawPart(draw: Draw): Excerpt | null {
  return drawExcerpt(draw, { least: SHORTEST_PART, most: LONGEST_PART });
}

function spokenBetween({ turn, to }: Excerpt, { from }: Excerpt): number {
  return turn.words.slice(to, from).filter(({ supplied }) => !supplied).length;
}

/** More than eight words passed over. */
function longJump(draw: Draw): Made | null {
  const left = drawPart(draw);
  const skipped = draw.random.between(MOST_DROPPED + 1, draw.random.pick([20, 60, 200]));
  const right = left === null ? null : partAt(draw, left, left.to + skipped);
  if (left === null || right === null || spokenBetween(left, right) <= MOST_DROPPED) return null;
  return joined(draw, left, right, seam(left, right));
}

/** A sentence or more passed over whole. */
function sentenceJump(draw: Draw): Made | null {
  const left = drawPart(draw);
  if (left === null || left.turn.words[left.to]?.startsSentence !== true) return null;
  const starts: number[] = [];
  for (let i = left.to + 2; i < left.turn.words.length && starts.length < 3; i++)
    if (left.turn.words[i]!.startsSentence) starts.push(i);
  if (starts.length === 0) return null;
  const right = partAt(draw, left, draw.random.pick(starts));
  return right === null ? null : joined(draw, left, right, seam(left, right));
}

function reversed(draw: Draw): Made | null {
  const first = drawPart(draw);
  const second = first === null ? null : partAt(draw, first, first.to + draw.random.between(0, 100));
  if (first === null || second === null) return null;
  if (timesIn(first.talk, render(first.pieces)) > 1 || timesIn(first.talk, render(second.pieces)) > 1)
    return null;
  return joined(draw, second, first, omission(draw.random, second));
}

/** Parts of two turns of one speaker. */
function acrossTurns(isMarked: boolean): Kind["make"] {
  return (draw) => {
    const { random, corpus } = draw;
    if (corpus.conversations.length === 0) return null;
    const talk = random.pick(corpus.conversations);
    const left = drawExcerpt(draw, { talk, least: SHORTEST_PART, most: LONGEST_PART });
    if (left === null) return null;
    const { voice } = left.turn;
    const later = talk.turns
      .slice(talk.turns.indexOf(left.turn) + 1)
      .filter((turn) => turn.voice.kind === voice.kind && turn.voice.name === voice.name);
    if (voice.kind !== "speaker" || later.length === 0) return null;
    const turn = random.pick(later);
    const right = drawExcerpt(draw, { talk, turn, least: SHORTEST_PART, most: LONGEST_PART });
    if (right === null || timesIn(talk, render(left.pieces)) > 1 || timesIn(talk, render(right.pieces)) > 1)
      return null;
    return joined(draw, left, right, isMarked ? omission(random, left) : seam(left, right));
  };
}

const SPLICED = ["spliced"] as const;

/** Words of two stretches that stand as one. */
export const SPLICE: readonly Kind[] = [
  broken("jump", { status: SPLICED, rules: ["omission-unmarked"] }, longJump),
  broken("sentence-jump", { status: SPLICED, rules: ["omission-unmarked"] }, sentenceJump),
  broken("reversed", { status: SPLICED, rules: ["omission-reorders"] }, reversed),
  broken(
    "turns-joined",
    { status: SPLICED, rules: ["omission-unmarked", "omission-crosses-turns"] },
    acrossTurns(false),
  ),
  broken("turns-joined-marked", { status: SPLICED, rules: ["omission-crosses-turns"] }, acrossTurns(true)),
];
