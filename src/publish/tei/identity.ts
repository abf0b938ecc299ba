import type { Span } from "../../core/index.ts";
import type { Document } from "../../documents/index.ts";

/** What may stand as an `xml:id`. */
const NC_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u;

/** A stretch of words and the element that they stand in; null where it has no id. */
export interface Placed extends Span {
  readonly id: string | null;
}

/**
 * The ids of a document as TEI has it: those of the elements that its words stand in where it tells them, else those of
 * its passages. Each is written once; a second stretch of the same element points to the first.
 */
export class Identity {
  readonly #document: Document;
  readonly #taken = new Set<string>();
  readonly #written = new Set<string>();
  readonly #placed: readonly Placed[];
  /** Whose ids they are: `element-ids` of the original, or `passage-ids`. */
  readonly kind: "element-ids" | "passage-ids";

  constructor(document: Document) {
    this.#document = document;
    const elements = document.places.flatMap(({ start, end, place }): Placed[] =>
      place.kind === "element" ? [{ start, end, id: ncName(place.id) }] : [],
    );
    this.kind = elements.length > 0 ? "element-ids" : "passage-ids";
    this.#placed = elements.length > 0 ? elements : document.passages;
    for (const { id } of this.#placed) if (id !== null) this.#taken.add(id);
  }

  /** An id that nothing else has, `wanted` or `wanted` with a sign behind it. */
  readonly free = (wanted: string): string => {
    let id = wanted;
    while (this.#taken.has(id)) id += "_";
    this.#taken.add(id);
    return id;
  };

  /** The element that most of a passage's words stand in; null where some of them stand in none. */
  main({ start, end }: Span): string | null {
    const lengths = new Map<string, number>();
    for (const part of this.parts(start, end)) {
      if (part.id === null && /\S/u.test(this.#document.text.slice(part.start, part.end))) return null;
      if (part.id !== null) lengths.set(part.id, (lengths.get(part.id) ?? 0) + part.end - part.start);
    }
    return [...lengths].reduce<[string | null, number]>(
      (most, one) => (one[1] > most[1] ? one : most),
      [null, 0],
    )[0];
  }

  /** The one element that all words of a stretch stand in, or null; `inside` for white space alone. */
  only(start: number, end: number, inside: string | null): string | null {
    const ids = new Set(
      this.parts(start, end)
        .filter((part) => part.id !== null || /\S/u.test(this.#document.text.slice(part.start, part.end)))
        .map(({ id }) => id),
    );
    if (ids.size === 0) return inside;
    return ids.size === 1 ? [...ids][0]! : null;
  }

  /** A stretch cut where its words stand in another element. */
  parts(start: number, end: number): Placed[] {
    const parts: Placed[] = [];
    let at = start;
    for (let next = this.#firstEndingAfter(start); at < end; next++) {
      const placed = this.#placed[next];
      if (placed === undefined || placed.start >= end) {
        parts.push({ start: at, end, id: null });
        break;
      }
      if (placed.start > at) parts.push({ start: at, end: placed.start, id: null });
      const from = Math.max(at, placed.start);
      const to = Math.min(end, placed.end);
      if (to > from) parts.push({ start: from, end: to, id: placed.id });
      at = Math.max(from, to);
    }
    return parts;
  }

  /** The attributes that give an element this id: the id itself once, then a pointer to the element that has it. */
  attributes(id: string | null): Record<string, string | null> {
    if (id === null) return {};
    if (this.#written.has(id)) return { sameAs: `#${id}` };
    this.#written.add(id);
    return { "xml:id": id };
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#placed[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An id as XML allows it; one that it does not is prefixed, with a _ for what it forbids. */
function ncName(id: string): string {
  return NC_NAME.test(id) ? id : `id-${id.replace(/[^\p{L}\p{M}\p{N}_.-]/gu, "_")}`;
}
