import type { Place, PlacedSpan } from "../../formats/index.ts";
import type { NumberReader, NumberWriter } from "./number-list.ts";
import type { Numbering } from "./numbering.ts";
import { SpanReader, SpanWriter } from "./span-list.ts";

/** Kinds of places, and parts of a word processor's file, by the numbers they are kept with. */
const KINDS = ["page", "paragraph", "cue", "element"] as const;
const PARTS = ["body", "footnotes", "endnotes"] as const;
/** Boxes are kept in tenths of a point, which is what they are told in. */
const TENTHS = 10;

/** Writes places, each by what differs from the one before. */
export function packPlaces(
  places: readonly PlacedSpan[],
  numbers: NumberWriter,
  words: Numbering<string>,
): void {
  const spans = new SpanWriter(numbers);
  const steps = new Steps();
  numbers.put(places.length);
  for (const { start, end, place } of places) {
    spans.put({ start, end });
    numbers.put(KINDS.indexOf(place.kind));
    if (place.kind === "element") numbers.put(words.numberOf(place.id));
    else for (const [at, value] of fieldsOf(place).entries()) numbers.putSigned(steps.from(at, value));
  }
}

/** Reads what {@link packPlaces} wrote; nothing where the numbers end before. */
export function unpackPlaces(numbers: NumberReader, words: readonly string[]): PlacedSpan[] {
  const spans = new SpanReader(numbers);
  const steps = new Steps();
  return Array.from({ length: numbers.next() }, () => {
    spans.next();
    const { start, end } = spans;
    const kind = KINDS[numbers.next()]!;
    if (kind === "element") return { start, end, place: { kind, id: words[numbers.next()]! } };
    const fields = Array.from({ length: LENGTHS[kind] }, (_, at) => steps.to(at, numbers.nextSigned()));
    return { start, end, place: placeOf(kind, fields) };
  });
}

type Numbered = Exclude<Place, { kind: "element" }>;

const LENGTHS: Record<Numbered["kind"], number> = { page: 5, paragraph: 2, cue: 3 };

function fieldsOf(place: Numbered): number[] {
  if (place.kind === "page") return [place.page, ...place.box.map((edge) => Math.round(edge * TENTHS))];
  if (place.kind === "paragraph") return [place.number, PARTS.indexOf(place.part)];
  return [place.number, place.from, place.to];
}

function placeOf(kind: Numbered["kind"], [first, ...rest]: readonly number[]): Place {
  if (kind === "page") {
    const [left, top, right, bottom] = rest.map((edge) => edge / TENTHS);
    return { kind, page: first!, box: [left!, top!, right!, bottom!] };
  }
  if (kind === "paragraph") return { kind, part: PARTS[rest[0]!]!, number: first! };
  return { kind, number: first!, from: rest[0]!, to: rest[1]! };
}

/** Numbers as steps from the last one at their place in the list. */
class Steps {
  readonly #last: number[] = [];

  from(at: number, value: number): number {
    const step = value - (this.#last[at] ?? 0);
    this.#last[at] = value;
    return step;
  }

  to(at: number, step: number): number {
    const value = (this.#last[at] ?? 0) + step;
    this.#last[at] = value;
    return value;
  }
}
