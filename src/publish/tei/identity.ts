import type { Span } from "../../core/index.ts";
import type { Document } from "../../documents/index.ts";

/**
 * Letters of an `xml:id`: of Latin, Greek, Cyrillic, Hebrew, Arabic, kana, hangul and CJK those that are letters in every
 * edition of XML. Its fifth allows more, which schemas and older parsers refuse.
 */
const LETTER =
  "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3";
/** What may stand behind the first letter besides. */
const OTHER = ".0-9\u0300-\u0345\u064b-\u0652\u0660-\u0669-";
const NC_NAME = new RegExp(`^[${LETTER}][${LETTER}${OTHER}]*$`, "u");
const FORBIDDEN = new RegExp(`[^${LETTER}${OTHER}]`, "gu");

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
    const elements = document.places.flatMap(({ start, end, place }) =>
      place.kind === "element" ? [{ start, end, id: place.id }] : [],
    );
    this.kind = elements.length > 0 ? "element-ids" : "passage-ids";
    const placed: readonly (Span & { readonly id: string })[] =
      elements.length > 0 ? elements : document.passages;
    const names = this.#namesOf(new Set(placed.map(({ id }) => id)));
    this.#placed = placed.map(({ start, end, id }) => ({ start, end, id: names.get(id)! }));
  }

  /** Ids as XML allows them: those that it does not are prefixed, with a _ for what it forbids. */
  #namesOf(ids: ReadonlySet<string>): Map<string, string> {
    const names = new Map<string, string>();
    for (const id of ids) if (NC_NAME.test(id)) names.set(id, this.free(id));
    for (const id of ids) if (!names.has(id)) names.set(id, this.free(`id-${id.replace(FORBIDDEN, "_")}`));
    return names;
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
