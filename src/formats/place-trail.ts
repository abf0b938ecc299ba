import type { Place, PlacedSpan } from "./place.ts";

/**
 * Notes the places of words while a text is written. Each note says how far the text has come, and where the words since
 * the last note stand; stretches of one place, the same object, that white space alone parts become one.
 */
export class PlaceTrail {
  readonly #ends: number[] = [];
  readonly #places: (Place | null)[] = [];

  note(length: number, place: Place | null): void {
    const last = this.#ends.length - 1;
    if (last >= 0 && this.#ends[last]! >= length) return;
    if (last >= 0 && this.#places[last] === place) this.#ends[last] = length;
    else {
      this.#ends.push(length);
      this.#places.push(place);
    }
  }

  /** The stretches of the text that was written, none for those without a place. */
  finish(text: string): PlacedSpan[] {
    const spans: PlacedSpan[] = [];
    let start = 0;
    for (const [i, end] of this.#ends.entries()) {
      const place = this.#places[i]!;
      while (start < end && /\s/.test(text[start]!)) start++;
      if (place !== null && start < end) spans.push({ start, end, place });
      start = end;
    }
    return spans;
  }
}
