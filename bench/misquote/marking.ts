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
import { type Kind, marked } from "./kind.ts";
import type { Random } from "./random.ts";

const OMISSIONS = ["…", "...", ". . .", "[…]", "[...]", "[ . . . ]"] as const;

/** An omission mark as it is set between two words, or after the full stop of the sentence before. */
export function omission(random: Random, before: Excerpt | null): string {
  const stop = before !== null && /^\.\s/u.test(gapAfter(before)) && random.chance(0.5) ? "." : "";
  const mark = random.pick(OMISSIONS);
  const tight = !mark.startsWith("[") && stop === "" && random.chance(0.2);
  return `${stop}${tight ? "" : " "}${mark} `;
}

/** Words left out at a cut: mostly a clause, at times a paragraph or two, now and then most of the turn. */
function drawSkip(random: Random): number {
  const size = random.next();
  if (size < 0.5) return random.between(1, 12);
  if (size < 0.8) return random.between(13, 60);
  return size < 0.95 ? random.between(61, 400) : random.between(401, 3000);
}

/** The turn's next stretch after `before`, `skip` words on. */
function stretchAfter(before: Excerpt, skip: number, length: number): Excerpt | null {
  const from = before.to + skip;
  if (from + length > before.turn.words.length) return null;
  return excerptAt(before.talk, before.turn, from, from + length);
}

function cut(cuts: number): Kind["make"] {
  return (draw) => {
    const { random } = draw;
    let part = drawExcerpt(draw, { least: 3, most: Math.floor(50 / (cuts + 1)) });
    if (part === null) return null;
    const { talk, turn } = part;
    let quotation = render(part.pieces);
    let bare = quotation;
    for (let i = 0; i < cuts; i++) {
      const next: Excerpt | null = stretchAfter(part, drawSkip(random), random.between(3, 20));
      if (next === null) return null;
      quotation += omission(random, part) + render(next.pieces);
      bare += ` ${render(next.pieces)}`;
      part = next;
    }
    // Where the source has the parts side by side as well, the mark leaves nothing out.
    if (timesIn(talk, bare) > 0) return null;
    return { quotation, attribution: creditOf(random, turn), source: talk };
  };
}

/** One to three words of the corpus, as somebody might supply them. */
export function drawGloss({ random, corpus }: Draw): string {
  return Array.from({ length: random.between(1, 3) }, () => random.pick(corpus.words)).join(" ");
}

function bracketReplaced(draw: Draw): ReturnType<Kind["make"]> {
  const { random } = draw;
  const excerpt = drawExcerpt(draw);
  if (excerpt === null) return null;
  const { pieces } = excerpt;
  const count = random.between(1, 3);
  const at = random.between(0, pieces.length - count);
  const replaced = pieces.slice(at, at + count);
  const inOneSentence = replaced.every((piece, i) => piece.free && (i === 0 || /^\s$/u.test(piece.gap)));
  if (!inOneSentence) return null;
  const gloss = { ...replaced[0]!, raw: `[${drawGloss(draw)}]` };
  const quotation = render([...pieces.slice(0, at), gloss, ...pieces.slice(at + count)]);
  return { quotation, attribution: creditOf(random, excerpt.turn), source: excerpt.talk };
}

function bracketSupplied(draw: Draw): ReturnType<Kind["make"]> {
  const { random } = draw;
  const excerpt = drawExcerpt(draw);
  if (excerpt === null) return null;
  const { pieces } = excerpt;
  const at = random.between(1, pieces.length - 1);
  if (!/^\s$/u.test(pieces[at]!.gap)) return null;
  const quotation = `${render(pieces.slice(0, at))} [${drawGloss(draw)}] ${render(pieces.slice(at))}`;
  return { quotation, attribution: creditOf(random, excerpt.turn), source: excerpt.talk };
}

/** `[T]he` for "the", `sail[ed]` for "sailing". */
function bracketLetter(draw: Draw): ReturnType<Kind["make"]> {
  const { random } = draw;
  const excerpt = drawExcerpt(draw);
  if (excerpt === null) return null;
  const pieces = [...excerpt.pieces];
  const at = random.chance(0.5) ? 0 : random.between(1, pieces.length - 1);
  const piece = pieces[at]!;
  if (!piece.free || !/^\p{L}{2,}$/u.test(piece.raw)) return null;
  const raw = at === 0 ? otherCase(piece.raw) : otherEnding(piece.raw, random);
  if (raw === null) return null;
  pieces[at] = { ...piece, raw };
  return { quotation: render(pieces), attribution: creditOf(random, excerpt.turn), source: excerpt.talk };
}

function otherCase(word: string): string {
  const first = word[0]!;
  return `[${first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()}]${word.slice(1)}`;
}

function otherEnding(word: string, random: Random): string | null {
  const match = /^(\p{Ll}{3,})(ing|ed|s)$/u.exec(word);
  if (match === null) return null;
  return `${match[1]}[${random.pick(["ing", "ed", "s"].filter((ending) => ending !== match[2]))}]`;
}

function sic(draw: Draw): ReturnType<Kind["make"]> {
  const { random } = draw;
  const excerpt = drawExcerpt(draw);
  if (excerpt === null) return null;
  const pieces = [...excerpt.pieces];
  const at = random.between(0, pieces.length - 1);
  if (!pieces[at]!.free) return null;
  pieces[at] = { ...pieces[at]!, raw: `${pieces[at]!.raw} ${random.pick(["[sic]", "[sic]", "(sic)"])}` };
  return { quotation: render(pieces), attribution: creditOf(random, excerpt.turn), source: excerpt.talk };
}

/** What may change where it says so. */
export const MARKING: readonly Kind[] = [
  marked("cut", cut(1)),
  marked("two-cuts", cut(2)),
  marked("bracket-replaced", bracketReplaced),
  marked("bracket-supplied", bracketSupplied),
  marked("bracket-letter", bracketLetter),
  marked("sic", sic),
];
