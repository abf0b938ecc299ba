import { creditOf, type Draw, drawExcerpt, type Excerpt, type Piece, render, timesIn } from "./excerpt.ts";
import { broken, type Kind } from "./kind.ts";
import { denied, numbered, reended, undenied } from "./spelling.ts";
import { keyOf } from "./word.ts";

/** A way to alter one place of a quotation; null where the place does not serve. */
type Alteration = (pieces: readonly Piece[], at: number, draw: Draw) => Piece[] | null;

function withRaw(pieces: readonly Piece[], at: number, raw: string | null): Piece[] | null {
  const piece = pieces[at]!;
  if (raw === null || keyOf(raw) === keyOf(piece.raw)) return null;
  const capital = /^\p{Lu}/u.test(piece.raw) && /^\p{Ll}/u.test(raw);
  const set = capital ? raw[0]!.toUpperCase() + raw.slice(1) : raw;
  return [...pieces.slice(0, at), { ...piece, raw: set }, ...pieces.slice(at + 1)];
}

const change: Alteration = (pieces, at, { random, corpus }) =>
  /^\p{Ll}/u.test(pieces[at]!.raw) ? withRaw(pieces, at, random.pick(corpus.words)) : null;

const changeName: Alteration = (pieces, at, { random, corpus }) => {
  const { raw, startsSentence } = pieces[at]!;
  if (at === 0 || startsSentence || corpus.names.length === 0 || !/^\p{Lu}\p{Ll}{2,}$/u.test(raw))
    return null;
  return withRaw(pieces, at, random.pick(corpus.names));
};

const changeEnding: Alteration = (pieces, at, { random, corpus }) =>
  withRaw(pieces, at, reended(pieces[at]!.raw, random, corpus.vocabulary));

/** A word left out at an edge is a cut, so only inner words are dropped; one that is a whole sentence is no word dropped. */
const drop: Alteration = (pieces, at) => {
  if (at === 0 || at === pieces.length - 1) return null;
  if (pieces[at]!.startsSentence && pieces[at + 1]!.startsSentence) return null;
  return [...pieces.slice(0, at), ...pieces.slice(at + 1)];
};

const add: Alteration = (pieces, at, { random, corpus }) => {
  const raw = random.pick(corpus.words);
  const neighbours = [pieces[at - 1], pieces[at]].map((piece) => keyOf(piece?.raw ?? ""));
  return neighbours.includes(keyOf(raw)) ? null : withAdded(pieces, at, raw);
};

function withAdded(pieces: readonly Piece[], at: number, raw: string): Piece[] {
  const added = { gap: pieces[at]?.gap || " ", raw, startsSentence: false, free: true };
  const after = at < pieces.length ? [{ ...pieces[at]!, gap: " " }, ...pieces.slice(at + 1)] : [];
  return [...pieces.slice(0, at), added, ...after];
}

/** A word two to eight places on or back, inside its sentence. */
const move: Alteration = (pieces, at, { random }) => {
  const to = at + random.between(2, 8) * (random.chance(0.5) ? 1 : -1);
  if (to < 0 || to >= pieces.length) return null;
  const between = pieces.slice(Math.min(at, to) + 1, Math.max(at, to) + 1);
  if (between.some(({ startsSentence, free }) => startsSentence || !free)) return null;
  const rest = [...pieces.slice(0, at), ...pieces.slice(at + 1)];
  return withAdded(rest, to, pieces[at]!.raw);
};

const dropNegation: Alteration = (pieces, at, draw) => {
  const other = undenied(pieces[at]!.raw);
  if (other === null) return null;
  return other === "" ? drop(pieces, at, draw) : withRaw(pieces, at, other);
};

const addNegation: Alteration = (pieces, at) => {
  const next = pieces[at + 1];
  if (next === undefined || /\S/u.test(next.gap) || undenied(next.raw) !== null) return null;
  const negation = denied(pieces[at]!.raw);
  return negation === null ? null : withAdded(pieces, at + 1, negation);
};

const changeNumber: Alteration = (pieces, at, { random }) =>
  withRaw(pieces, at, numbered(pieces[at]!.raw, random));

function altered(alteration: Alteration, anyWord = false): Kind["make"] {
  return (draw) => {
    const excerpt = drawExcerpt(draw);
    if (excerpt === null) return null;
    const { pieces, talk, turn } = excerpt;
    for (const at of draw.random.shuffled(pieces.map((_, index) => index))) {
      if (!anyWord && !pieces[at]!.free) continue;
      const after = alteration(pieces, at, draw);
      if (after === null) continue;
      const quotation = render(after);
      if (timesIn(talk, quotation) > 0 || standsBeyond(excerpt, after)) return null;
      return { quotation, attribution: creditOf(draw.random, turn), source: talk };
    }
    return null;
  };
}

/** Words looked at beyond an excerpt's ends. */
const BEYOND = 10;

/** Whether a new first or last word stands in the source just beyond that end: the words between may as well have been left out. */
function standsBeyond({ turn, from, to, pieces }: Excerpt, after: readonly Piece[]): boolean {
  const has = (start: number, end: number, { raw }: Piece): boolean =>
    turn.words.slice(Math.max(0, start), end).some(({ key }) => key === keyOf(raw));
  const [first, last] = [after[0]!, after[after.length - 1]!];
  if (first.raw !== pieces[0]!.raw && has(from - BEYOND, from, first)) return true;
  return last.raw !== pieces[pieces.length - 1]!.raw && has(to, to + BEYOND, last);
}

/** Words that one of several alterations needs around it: one in six, as press quotations that are mended at all. */
const WORDS_PER_ALTERATION = 6;

function several(draw: Draw): ReturnType<Kind["make"]> {
  const { random } = draw;
  const excerpt = drawExcerpt(draw, { least: 2 * WORDS_PER_ALTERATION });
  if (excerpt === null) return null;
  const most = Math.min(4, Math.floor(excerpt.pieces.length / WORDS_PER_ALTERATION));
  const count = random.between(2, most);
  const places = random.shuffled(excerpt.pieces.map((_, index) => index)).slice(0, count);
  // From the end, so that the places before stay where they are.
  places.sort((a, b) => b - a);
  if (places.some((at, i) => i > 0 && places[i - 1]! - at < 3)) return null;
  let pieces: readonly Piece[] = excerpt.pieces;
  for (const at of places) {
    const after = pieces[at]!.free ? random.pick([change, drop, add, changeEnding])(pieces, at, draw) : null;
    if (after === null) return null;
    pieces = after;
  }
  const quotation = render(pieces);
  if (timesIn(excerpt.talk, quotation) > 0) return null;
  return { quotation, attribution: creditOf(random, excerpt.turn), source: excerpt.talk };
}

const CHANGED = { status: ["altered"], rules: ["word-changed"] } as const;
const DROPPED = { status: ["altered"], rules: ["word-dropped", "word-changed"] } as const;
const ADDED = { status: ["altered"], rules: ["word-added", "word-changed"] } as const;
const ANY = { status: ["altered"], rules: ["word-changed", "word-dropped", "word-added"] } as const;
const MOVED = { status: ["altered"], rules: ["words-moved", ...ANY.rules] } as const;

/** Words changed with no mark. */
export const ALTERATION: readonly Kind[] = [
  broken("word-changed", CHANGED, altered(change)),
  broken("negation-dropped", ANY, altered(dropNegation)),
  broken("negation-added", ADDED, altered(addNegation)),
  broken("number-changed", CHANGED, altered(changeNumber, true)),
  broken("name-changed", CHANGED, altered(changeName)),
  broken("word-dropped", DROPPED, altered(drop)),
  broken("word-added", ADDED, altered(add)),
  broken("word-moved", MOVED, altered(move)),
  broken("ending-changed", CHANGED, altered(changeEnding)),
  broken("several-changes", ANY, several),
];
