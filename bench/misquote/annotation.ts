import { creditOf, type Draw, drawExcerpt, type Excerpt, render, timesIn } from "./excerpt.ts";
import { broken, type Kind, type Made, verbatim } from "./kind.ts";
import { drawGloss, omission } from "./marking.ts";

/** A place between two words of an excerpt, with one space between them. */
interface Place {
  readonly excerpt: Excerpt;
  /** Index of the piece after. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

function drawPlace(draw: Draw): Place | null {
  const excerpt = drawExcerpt(draw);
  if (excerpt === null) return null;
  const { pieces } = excerpt;
  const at = draw.random.between(1, pieces.length - 1);
  if (pieces[at]!.gap !== " ") return null;
  return { excerpt, at, before: render(pieces.slice(0, at)), after: render(pieces.slice(at)) };
}

/** The source's text with `inserted` before the word after the place: few corpora have enough annotations of their own. */
function annotated({ excerpt, at }: Place, inserted: string): string {
  const { text } = excerpt.talk;
  const { start } = excerpt.turn.words[excerpt.from + at]!;
  return text.slice(0, start) + inserted + text.slice(start);
}

function annotation(
  make: (draw: Draw, place: Place) => { text: string; quotation: string } | null,
): Kind["make"] {
  return (draw): Made | null => {
    const place = drawPlace(draw);
    const made = place === null ? null : make(draw, place);
    if (place === null || made === null) return null;
    const attribution = creditOf(draw.random, place.excerpt.turn);
    return { quotation: made.quotation, attribution, source: { text: made.text } };
  };
}

const noteMarker = annotation(({ random }, place) => {
  const { text } = place.excerpt.talk;
  const { end } = place.excerpt.turn.words[place.excerpt.from + place.at - 1]!;
  const copy = `${text.slice(0, end)}[${random.between(1, 40)}]${text.slice(end)}`;
  return { text: copy, quotation: `${place.before} ${place.after}` };
});

const suppliedLeftOut = annotation((draw, place) => ({
  text: annotated(place, `[${drawGloss(draw)}] `),
  quotation: `${place.before} ${place.after}`,
}));

const suppliedKept = annotation((draw, place) => {
  const gloss = drawGloss(draw);
  return { text: annotated(place, `[${gloss}] `), quotation: `${place.before} [${gloss}] ${place.after}` };
});

const omissionKept = annotation(({ random }, place) => ({
  text: annotated(place, omission(random, null).trimStart()),
  quotation: place.before + omission(random, null) + place.after,
}));

const bracketDropped = annotation((draw, place) => {
  const gloss = drawGloss(draw);
  const quotation = `${place.before} ${gloss} ${place.after}`;
  if (timesIn(place.excerpt.talk, quotation) > 0) return null;
  return { text: annotated(place, `[${gloss}] `), quotation };
});

const omissionDropped = annotation(({ random }, place) => {
  const quotation = `${place.before} ${place.after}`;
  // Said twice, the words stand uncut in the other place.
  if (timesIn(place.excerpt.talk, quotation) > 1) return null;
  return { text: annotated(place, omission(random, null).trimStart()), quotation };
});

/** What the source's own marks allow and forbid. Each case carries its own annotated copy of a source. */
export const ANNOTATION: readonly Kind[] = [
  verbatim("note-marker", noteMarker),
  verbatim("supplied-left-out", suppliedLeftOut),
  verbatim("supplied-kept", suppliedKept),
  verbatim("omission-kept", omissionKept),
  broken("bracket-dropped", { status: ["altered"], rules: ["bracket-dropped"] }, bracketDropped),
  broken("omission-dropped", { status: ["altered"], rules: ["omission-dropped"] }, omissionDropped),
];
