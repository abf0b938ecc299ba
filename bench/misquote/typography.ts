import { creditOf, type Draw, drawExcerpt, gapAfter, render } from "./excerpt.ts";
import { type Kind, verbatim } from "./kind.ts";
import type { Random } from "./random.ts";

type Dressing = (text: string, random: Random) => string;

const DOUBLE_MARKS = [
  ["“", "”"],
  ['"', '"'],
  ["«", "»"],
  ["„", "“"],
  ["‘", "’"],
  ["'", "'"],
] as const;

/** Nested marks and apostrophes in another shape. */
export const quoteShapes: Dressing = (text, random) => {
  const [open, close] = random.pick(DOUBLE_MARKS);
  const apostrophe = random.pick(["'", "’"]);
  return text
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, apostrophe)
    .replace(/["“”„«»]/gu, (_, at: number) => (at === 0 || /[\s—–-]/u.test(text[at - 1]!) ? open : close));
};

/** White space of another kind between words: line breaks, several spaces, tabs. */
export const spaces: Dressing = (text, random) =>
  text.replace(/\s+/gu, () =>
    random.chance(0.3) ? random.pick(["\n", "  ", " \n", "\r\n", "\t", "\n\n"]) : " ",
  );

const dashes: Dressing = (text, random) => {
  const dash = random.pick(["—", "–", " — ", " – ", "--", " -- "]);
  const hyphen = random.pick(["-", "\u2010", "\u2011"]);
  return text.replace(/\s*(?:--|[—–])\s*/gu, dash).replace(/(?<=\p{L})-(?=\p{L})/gu, hyphen);
};

const LIGATURES = [
  ["ffi", "ﬃ"],
  ["ffl", "ﬄ"],
  ["ff", "ﬀ"],
  ["fi", "ﬁ"],
  ["fl", "ﬂ"],
] as const;

const ligatures: Dressing = (text) =>
  LIGATURES.reduce((dressed, [letters, one]) => dressed.replaceAll(letters, one), text);

const softHyphens: Dressing = (text, random) =>
  text.replace(/\p{L}{6,}/gu, (word) => {
    if (random.chance(0.5)) return word;
    const at = random.between(2, word.length - 2);
    return `${word.slice(0, at)}\u00ad${word.slice(at)}`;
  });

const noBreakSpaces: Dressing = (text, random) =>
  text.replace(/ /gu, (space) =>
    random.chance(0.4) ? random.pick(["\u00a0", "\u202f", "\u2007", "\u2009"]) : space,
  );

const invisibleMarks: Dressing = (text, random) =>
  text.replace(/(?<=\s)(?=\p{L})/gu, () =>
    random.chance(0.2) ? random.pick(["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"]) : "",
  );

const firstLetter: Dressing = (text) => {
  const first = text[0]!;
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + text.slice(1);
};

/** What a house does to whatever it prints. */
export function dress(text: string, random: Random): string {
  return quoteShapes(text.replace(/\s+/gu, " "), random);
}

function dressed(dressing: Dressing): Kind["make"] {
  return (draw) => {
    const excerpt = drawExcerpt(draw);
    if (excerpt === null) return null;
    const plain = render(excerpt.pieces);
    const quotation = dressing(plain, draw.random);
    if (quotation === plain) return null;
    return { quotation, attribution: creditOf(draw.random, excerpt.turn), source: excerpt.talk };
  };
}

function intact(draw: Draw): ReturnType<Kind["make"]> {
  const excerpt = drawExcerpt(draw, { marksToo: true });
  if (excerpt === null) return null;
  const attribution = creditOf(draw.random, excerpt.turn);
  return { quotation: render(excerpt.pieces), attribution, source: excerpt.talk };
}

/** The last comma or full stop put in, left out or exchanged. */
function lastMark(draw: Draw): ReturnType<Kind["make"]> {
  const excerpt = drawExcerpt(draw);
  if (excerpt === null) return null;
  const own = /^[.,]?/u.exec(gapAfter(excerpt))![0];
  const mark = draw.random.pick([",", ".", ""].filter((one) => one !== own));
  const attribution = creditOf(draw.random, excerpt.turn);
  return { quotation: render(excerpt.pieces) + mark, attribution, source: excerpt.talk };
}

/** What may change in silence. */
export const TYPOGRAPHY: readonly Kind[] = [
  verbatim("intact", intact),
  verbatim("quote-shapes", dressed(quoteShapes)),
  verbatim("dashes", dressed(dashes)),
  verbatim("spaces", dressed(spaces)),
  verbatim("ligatures", dressed(ligatures)),
  verbatim("soft-hyphens", dressed(softHyphens)),
  verbatim("no-break-spaces", dressed(noBreakSpaces)),
  verbatim("invisible-marks", dressed(invisibleMarks)),
  verbatim("first-letter", dressed(firstLetter)),
  verbatim("last-mark", lastMark),
];
