import type { Span } from "../../core/index.ts";
import type { Document, Passage, Turn } from "../../documents/index.ts";
import { type Cast, isEditors } from "./cast.ts";
import { element } from "./element.ts";
import type { Identity } from "./identity.ts";
import type { Words } from "./words.ts";

/** What stands in a document, in text order: a passage, the start of a turn, or a label that names no turn. */
type Item =
  | { readonly kind: "passage"; readonly at: number; readonly passage: Passage }
  | { readonly kind: "turn"; readonly at: number; readonly turn: Turn }
  | { readonly kind: "label"; readonly at: number; readonly span: Span };

/** The body of a document: a division for what stands above the first heading, and one for each heading. */
export function bodyOf(document: Document, cast: Cast, identity: Identity, words: Words): string {
  const body = new Body(document, cast, identity, words);
  for (const item of itemsOf(document)) body.add(item);
  return body.finish();
}

function itemsOf({ text, pieces, passages, turns }: Document): Item[] {
  const labelled = new Set(turns.flatMap(({ label }) => label?.start ?? []));
  const firstOf = new Map(
    passages.toReversed().flatMap(({ turn, start }) => (turn === null ? [] : [[turn, start] as const])),
  );
  const items: Item[] = passages.map((passage) => ({ kind: "passage", at: passage.start, passage }));
  // A turn without words and label stands before the next one.
  let at = text.length;
  for (const turn of turns.toReversed()) {
    at = turn.label?.start ?? firstOf.get(turn.number) ?? at;
    items.push({ kind: "turn", at, turn });
  }
  for (const { kind, start, end } of pieces)
    if (kind === "label" && !labelled.has(start)) {
      const span = { start, end: start + text.slice(start, end).trimEnd().length };
      items.push({ kind: "label", at: start, span });
    }
  return items.sort((a, b) => a.at - b.at || order(a) - order(b));
}

/** Of what stands at one place: the turns, in their order, then labels, then words. */
function order(item: Item): number {
  if (item.kind === "turn") return item.turn.number - 1e9;
  return item.kind === "label" ? 0 : 1;
}

class Body {
  readonly #document: Document;
  readonly #cast: Cast;
  readonly #identity: Identity;
  readonly #words: Words;
  readonly #notes: ReadonlyMap<string, string>;
  readonly #divisions: string[] = [];
  readonly #lines: string[] = [];
  readonly #spoken: string[] = [];
  readonly #labels: Span[] = [];
  #turn: Turn | null = null;
  #hasWords = false;
  #begun = 0;
  /** Whether the division holds headings alone so far, which stand above all else in it. */
  #atTop = true;

  constructor(document: Document, cast: Cast, identity: Identity, words: Words) {
    this.#document = document;
    this.#cast = cast;
    this.#identity = identity;
    this.#words = words;
    this.#notes = new Map(
      document.notes.flatMap(({ number, passage }) => (passage === null ? [] : [[passage, number]])),
    );
  }

  add(item: Item): void {
    if (item.kind === "label") this.#labels.push(item.span);
    else if (item.kind === "turn") this.#begin(item.turn);
    else if (item.passage.turn !== null) this.#say(item.passage);
    else this.#write(item.passage);
  }

  finish(): string {
    this.#endTurn();
    this.#writeLabels();
    this.#endDivision();
    const divisions = this.#divisions.length > 0 ? this.#divisions : ["<div><p/></div>"];
    return `<body>\n${divisions.join("\n")}\n</body>`;
  }

  /** A paragraph of a turn. */
  #say(passage: Passage): void {
    const turn = this.#document.turns[passage.turn! - 1]!;
    if (this.#turn !== turn) this.#begin(turn);
    this.#spoken.push(this.#passage("p", {}, passage));
    this.#hasWords = true;
  }

  /** Opens a turn, or goes on with the one that a heading or the like stood in. */
  #begin(turn: Turn): void {
    this.#endTurn();
    const isNew = turn.number > this.#begun;
    this.#begun = Math.max(this.#begun, turn.number);
    const { label } = turn;
    if (isNew && label !== null) {
      // What stands above the label belongs to nobody's words.
      this.#writeLabels(label.start);
      const id = this.#identity.only(label.start, label.end, null);
      const words = this.#words.plain(label.start, label.end, id);
      this.#spoken.push(element("speaker", this.#identity.attributes(id), words));
    }
    this.#turn = turn;
  }

  #endTurn(): void {
    if (this.#turn !== null) {
      const { number, voice } = this.#turn;
      if (!this.#hasWords) this.#spoken.push("<p/>");
      const attributes = { n: String(number), who: `#${this.#cast.id(voice)}` };
      this.#line(element("sp", attributes, this.#spoken.join("\n")));
    }
    this.#spoken.length = 0;
    this.#turn = null;
    this.#hasWords = false;
  }

  /** A passage outside turns; what goes on while somebody speaks stands in his turn. */
  #write(passage: Passage): void {
    const { kind, voice } = passage;
    const resp = isEditors(voice) ? null : `#${this.#cast.id(voice)}`;
    // Apart from a label that stands alone it is none of that turn.
    const isBeside = this.#hasWords || this.#document.text[passage.start - 1] === " ";
    if (kind === "stage" && this.#turn !== null && isBeside) {
      this.#spoken.push(this.#outside(passage, resp));
      return;
    }
    this.#endTurn();
    if (kind === "heading" && !this.#atTop) this.#endDivision();
    const isHead = kind === "heading" || (this.#atTop && (kind === "title" || kind === "header"));
    if (isHead) this.#lines.push(this.#passage("head", { type: kind, resp }, passage));
    else if (kind === "note") this.#note(passage, resp);
    else this.#line(this.#outside(passage, resp));
  }

  #outside(passage: Passage, resp: string | null): string {
    switch (passage.kind) {
      case "paragraph":
        return this.#passage("p", { resp }, passage);
      case "caption":
        return element("figure", {}, this.#passage("head", { resp }, passage));
      case "stage":
        return this.#passage("stage", { resp }, passage);
      default:
        return this.#passage("ab", { type: passage.kind, resp }, passage);
    }
  }

  /** A note with its number; the label is written where it is another than the number in brackets. */
  #note(passage: Passage, resp: string | null): void {
    const labels = this.#labels.map(({ start, end }) => this.#document.text.slice(start, end).trim());
    const n = this.#notes.get(passage.id) ?? labels[0]?.replace(/^[[(]|[\]).]+$/gu, "") ?? null;
    const isApart = /\s/u.test(this.#document.text[passage.start - 1] ?? "");
    if (labels.length === 1 && labels[0] === `[${n}]` && isApart) this.#labels.length = 0;
    this.#line(this.#passage("note", { n, resp }, passage));
  }

  /** An element with a passage's words, after the labels that stand before them. */
  #passage(tag: string, attributes: Readonly<Record<string, string | null>>, passage: Passage): string {
    const id = this.#identity.main(passage);
    const own = { ...attributes, ...this.#identity.attributes(id) };
    const labels = this.#takeLabels(passage.start).map(({ start, end }) => {
      const isApart = /\s/u.test(this.#document.text[end] ?? "");
      return element("label", {}, this.#words.plain(start, end, id)) + (isApart ? " " : "");
    });
    const write = passage.kind === "stage" ? "plain" : "write";
    return element(tag, own, labels.join("") + this.#words[write](passage.start, passage.end, id));
  }

  #writeLabels(before = Number.POSITIVE_INFINITY): void {
    for (const { start, end } of this.#takeLabels(before))
      this.#line(element("ab", {}, element("label", {}, this.#words.plain(start, end, null))));
  }

  /** The labels that wait and stand before an offset. */
  #takeLabels(before: number): Span[] {
    const count = this.#labels.findIndex(({ start }) => start >= before);
    return this.#labels.splice(0, count < 0 ? this.#labels.length : count);
  }

  #line(line: string): void {
    this.#lines.push(line);
    this.#atTop = false;
  }

  #endDivision(): void {
    if (this.#lines.length > 0) this.#divisions.push(element("div", {}, `\n${this.#lines.join("\n")}\n`));
    this.#lines.length = 0;
    this.#atTop = true;
  }
}
