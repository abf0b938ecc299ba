import type { Span } from "../../core/index.ts";
import type { Document, Mark } from "../../documents/index.ts";
import type { Cast } from "./cast.ts";
import { element, exactText } from "./element.ts";
import type { Identity } from "./identity.ts";

/** What is marked up inside a passage: a document's mark, or a reference by its place in the document. */
interface Marked extends Span {
  readonly mark: Mark | null;
  readonly reference: number;
}

/** Writes the words of a document's passages, with what is marked in them. */
export class Words {
  readonly #document: Document;
  readonly #cast: Cast;
  readonly #identity: Identity;
  readonly #references: readonly string[];
  readonly #noteIds: ReadonlyMap<string, string>;
  readonly #marked: readonly Marked[];

  constructor(document: Document, cast: Cast, identity: Identity, references: readonly string[]) {
    this.#document = document;
    this.#cast = cast;
    this.#identity = identity;
    this.#references = references;
    this.#noteIds = noteIdsOf(document, identity);
    this.#marked = [
      ...document.marks.map((mark): Marked => ({ ...mark, mark, reference: -1 })),
      ...document.references.map((one, reference): Marked => ({ ...one, mark: null, reference })),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The words of `text[start, end)`; `inside` is the id of the element that they are written in. */
  write(start: number, end: number, inside: string | null): string {
    const from = countBefore(this.#marked, start);
    return this.#nested(start, end, this.#marked.slice(from, countBefore(this.#marked, end)), inside);
  }

  /** Writes words without marks. */
  plain(start: number, end: number, inside: string | null): string {
    return this.#identity
      .parts(start, end)
      .map((part) => {
        const words = xmlWords(this.#document.text.slice(part.start, part.end));
        const isInside = part.id === null || part.id === inside;
        return isInside ? words : element("seg", this.#identity.attributes(part.id), words);
      })
      .join("");
  }

  /** `marked` are in text order; one that crosses the end of another ends with it, and its rest is one of its own. */
  #nested(start: number, end: number, marked: readonly Marked[], inside: string | null): string {
    let written = "";
    let at = start;
    for (let next = 0; next < marked.length; ) {
      const one = marked[next++]!;
      const from = Math.max(one.start, at);
      if (from >= one.end) continue;
      const inner: Marked[] = [];
      const rest: Marked[] = [];
      const to = Math.min(one.end, end);
      for (; next < marked.length && marked[next]!.start < to; next++) {
        const held = marked[next]!;
        inner.push(held);
        if (held.end > to) rest.push({ ...held, start: to });
      }
      written += this.plain(at, from, inside) + this.#placed({ ...one, start: from, end: to }, inner, inside);
      at = to;
      if (rest.length > 0) return written + this.#nested(at, end, [...rest, ...marked.slice(next)], inside);
    }
    return written + this.plain(at, end, inside);
  }

  /** A mark in the element that its words stand in. */
  #placed(one: Marked, inner: readonly Marked[], inside: string | null): string {
    const id = this.#identity.only(one.start, one.end, inside);
    if (id === null || id === inside) return this.#element(one, inner, inside);
    const attributes = this.#identity.attributes(id);
    return element("seg", attributes, this.#element(one, inner, id));
  }

  #element(one: Marked, inner: readonly Marked[], inside: string | null): string {
    const { start, end, mark } = one;
    const content = (): string => this.#nested(start, end, inner, inside);
    if (mark === null) {
      const target = `#${this.#references[one.reference]!}`;
      return element("ref", { type: "dispatch", target }, content());
    }
    switch (mark.kind) {
      case "open":
      case "close":
        return element("pc", { type: mark.kind }, this.#bare(start, end));
      case "omission":
        return this.#gap(start, end);
      case "note-marker":
        return element("ref", this.#anchor(mark.name), this.#bare(start, end));
      case "stage":
        return element("stage", {}, content());
      case "quoted":
        return element("q", { who: `#${this.#cast.id({ kind: "quoted", name: mark.name })}` }, content());
      case "supplied":
        return element("supplied", {}, this.#supplied(one, inner, inside));
    }
  }

  /** What stands in brackets, without them; with them where it would be read as bracketed already. */
  #supplied({ start, end }: Marked, inner: readonly Marked[], inside: string | null): string {
    const words = this.#document.text.slice(start, end);
    const content = words.slice(1, -1).trim();
    const isPlain = /^\[[\s\S]*\]$/u.test(words) && content !== "" && !/^\[[\s\S]*\]$/u.test(content);
    return isPlain
      ? this.#nested(start + 1, end - 1, inner, inside)
      : this.#nested(start, end, inner, inside);
  }

  #gap(start: number, end: number): string {
    const words = this.#document.text.slice(start, end);
    const said = words === "[…]" ? "" : element("desc", {}, exactText(words.replace(/\s+/gu, " ")));
    return element("gap", { reason: "editorial" }, said);
  }

  #anchor(name: string | null): Record<string, string | null> {
    const note = name === null ? undefined : this.#noteIds.get(name);
    return { type: "noteAnchor", n: name, target: note === undefined ? null : `#${note}` };
  }

  #bare(start: number, end: number): string {
    return exactText(this.#document.text.slice(start, end));
  }
}

/** Words with their line ends as elements. */
function xmlWords(words: string): string {
  return words
    .split(/\r\n|[\r\n]/u)
    .map(exactText)
    .join("<lb/>");
}

/** The ids of the notes that have one to themselves. */
function noteIdsOf({ notes, passages }: Document, identity: Identity): Map<string, string> {
  const mains = passages.map((passage) => ({ passage: passage.id, id: identity.main(passage) }));
  const sharing = Map.groupBy(mains, ({ id }) => id);
  const idOf = new Map(mains.map(({ passage, id }) => [passage, id]));
  return new Map(
    notes.flatMap(({ number, passage }) => {
      const id = passage === null ? null : idOf.get(passage)!;
      return id !== null && sharing.get(id)!.length === 1 ? [[number, id] as const] : [];
    }),
  );
}

/** How many of the spans, which are in text order, start before an offset. */
function countBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
