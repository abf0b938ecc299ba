/**
 * Where words stand in an original that a reader does not count in lines.
 *
 * - `page`: a page of a PDF, from 1, and the box of the line that the words stand in: left, top, right, bottom, in points
 *   from the page's upper left corner as it is shown.
 * - `paragraph`: a paragraph of a word processor's file, from 1, counted in its body, its footnotes or its endnotes.
 * - `cue`: a subtitle, from 1, and when it is shown, in milliseconds.
 * - `element`: the id of the element that the words stand in, of HTML or TEI.
 */
export type Place =
  | {
      readonly kind: "page";
      readonly page: number;
      readonly box: readonly [left: number, top: number, right: number, bottom: number];
    }
  | { readonly kind: "paragraph"; readonly part: "body" | "footnotes" | "endnotes"; readonly number: number }
  | { readonly kind: "cue"; readonly number: number; readonly from: number; readonly to: number }
  | { readonly kind: "element"; readonly id: string };

/** A stretch of a text and its place. Offsets are UTF-16 code units into the text, end-exclusive. */
export interface PlacedSpan {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/**
 * The place of an offset, or null where none is known. `spans` are in text order and do not overlap.
 *
 * @example
 * placeAt([{ start: 0, end: 9, place: { kind: "element", id: "p1" } }], 4)?.kind; // "element"
 */
export function placeAt(spans: readonly PlacedSpan[], offset: number): Place | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= offset ? span.place : null;
}

const PARTS = { body: "paragraph", footnotes: "footnote paragraph", endnotes: "endnote paragraph" } as const;

/**
 * A place in words: `page 3`, `paragraph 12`, `00:14:07`, `#q4`.
 *
 * @example
 * placeLabel({ kind: "paragraph", part: "body", number: 12 }); // "paragraph 12"
 */
export function placeLabel(place: Place): string {
  switch (place.kind) {
    case "page":
      return `page ${place.page}`;
    case "paragraph":
      return `${PARTS[place.part]} ${place.number}`;
    case "cue":
      return clock(place.from);
    case "element":
      return `#${place.id}`;
  }
}

/** Hours, minutes and whole seconds of a time in milliseconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
