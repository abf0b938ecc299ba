import type { EntityReader } from "./entity-reader.ts";
import { Emphasis } from "./markdown-emphasis.ts";
import { linkLabel, linkTarget, normalLabel } from "./markdown-link.ts";
import { AngleReader } from "./markdown-tags.ts";
import { raisedNote } from "./note-marker.ts";

/** A stretch of a text that other words stand for; none where it is cut. Offsets in UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Where the alternative text stands, for an image: it counts only where the image stands alone. */
  readonly alt?: { readonly start: number; readonly end: number };
  /** A new block begins after it. */
  readonly parts?: boolean;
  /** What a comment holds that is cut. */
  readonly remark?: string;
}

/** What a text's links and notes refer to. */
export interface References {
  /** True for the normal label of a link's definition. */
  has(label: string): boolean;
  /** The number that the footnote of this label shows. */
  noteNumber(label: string): string;
  /** Told of each `[3]` that is a link by its definition: it is kept as a note's marker. */
  useMarker(label: string): void;
}

interface Bracket {
  readonly start: number;
  readonly image: boolean;
  readonly emphasis: Emphasis["last"];
}

const SPECIAL = /[\\`*_~![\]<&]|\b(?:https?:\/\/|www\.)/g;
const ESCAPED = /[!-/:-@[-`{-~]/;
const NOTE_REFERENCE = /\[\^([^\]\s[^]{1,100})\]/y;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>[\]()*"“”]+/y;
const RAISED = /<sup>([^<]{1,8})<\/sup>/iy;
const NOTE_NUMBER = /^\d{1,4}$/;

/** Finds what of a paragraph's text is markup; see {@link inlineEdits}. */
class InlineReader {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #references: References;
  readonly #entities: EntityReader;
  readonly #emphasis: Emphasis;
  readonly #angles: AngleReader;
  readonly #brackets: Bracket[] = [];
  /** Brackets below this place in the stack stand around a link and can be none themselves. */
  #noLinkBelow = 0;
  #codeRuns: Map<number, number[]> | null = null;

  constructor(text: string, references: References, entities: EntityReader) {
    this.#text = text;
    this.#references = references;
    this.#entities = entities;
    this.#emphasis = new Emphasis(text, this.edits);
    this.#angles = new AngleReader(text);
  }

  read(): void {
    const special = new RegExp(SPECIAL);
    for (let match = special.exec(this.#text); match !== null; match = special.exec(this.#text)) {
      special.lastIndex = this.#take(match.index, match[0]);
    }
    this.#emphasis.close(null);
  }

  /** Deals with the sign at `at` and gives the offset to go on from. */
  #take(at: number, sign: string): number {
    switch (sign) {
      case "\\":
        return this.#escape(at);
      case "`":
        return this.#code(at);
      case "*":
      case "_":
      case "~":
        return at + this.#emphasis.take(at);
      case "!":
        return this.#text[at + 1] === "[" ? this.#open(at, true) : at + 1;
      case "[":
        return this.#noteReference(at) ?? this.#open(at, false);
      case "]":
        return this.#closeBracket(at);
      case "<":
        return this.#angle(at);
      case "&":
        return this.#entity(at);
      default:
        return this.#address(at);
    }
  }

  #cut(start: number, end: number, words = ""): void {
    if (end > start) this.edits.push({ start, end, words });
  }

  #escape(at: number): number {
    const next = this.#text[at + 1] ?? "";
    if (next === "\n" || next === "\r") this.#cut(at, at + 1);
    if (!ESCAPED.test(next)) return at + 1;
    this.#cut(at, at + 1);
    return at + 2;
  }

  #code(at: number): number {
    let end = at;
    while (this.#text[end] === "`") end++;
    const length = end - at;
    this.#codeRuns ??= this.#findCodeRuns();
    const starts = this.#codeRuns.get(length) ?? [];
    while (starts.length > 0 && starts.at(-1)! < end) starts.pop();
    const close = starts.at(-1);
    if (close === undefined) return end;
    this.#cut(at, end);
    this.#cut(close, close + length);
    return close + length;
  }

  /** Where runs of backticks stand, by their length; the last first, so that what is behind can be dropped. */
  #findCodeRuns(): Map<number, number[]> {
    const runs = new Map<number, number[]>();
    for (const match of this.#text.matchAll(/`+/g)) {
      const starts = runs.get(match[0].length);
      if (starts === undefined) runs.set(match[0].length, [match.index]);
      else starts.push(match.index);
    }
    for (const starts of runs.values()) starts.reverse();
    return runs;
  }

  #noteReference(at: number): number | null {
    NOTE_REFERENCE.lastIndex = at;
    const match = NOTE_REFERENCE.exec(this.#text);
    if (match === null) return null;
    const end = at + match[0].length;
    this.#cut(at, end, `[${this.#references.noteNumber(match[1]!)}]`);
    return end;
  }

  #open(at: number, image: boolean): number {
    this.#brackets.push({ start: at, image, emphasis: this.#emphasis.last });
    return at + (image ? 2 : 1);
  }

  #closeBracket(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket === undefined) return at + 1;
    const mayLink = bracket.image || this.#brackets.length >= this.#noLinkBelow;
    this.#noLinkBelow = Math.min(this.#noLinkBelow, this.#brackets.length);
    const link = mayLink ? this.#linkAt(bracket, at) : null;
    if (link === null) return at + 1;
    const { start, image } = bracket;
    if (image) {
      this.edits.push({ start, end: link.end, words: "", alt: { start: start + 2, end: at } });
    } else if (link.isMarker) {
      this.#cut(at + 1, link.end);
    } else {
      this.#cut(start, start + 1);
      this.#cut(at, link.end);
    }
    this.#emphasis.close(bracket.emphasis);
    if (!image) this.#noLinkBelow = this.#brackets.length;
    return link.end;
  }

  /** The link whose words end at `at`: `(address)`, `[label]`, `[]` or nothing follows. */
  #linkAt(bracket: Bracket, at: number): { readonly end: number; readonly isMarker: boolean } | null {
    const from = bracket.start + (bracket.image ? 2 : 1);
    const follows = this.#text[at + 1];
    const isNumber = at - from <= 4 && NOTE_NUMBER.test(this.#text.slice(from, at));
    const target = follows === "(" ? linkTarget(this.#text, at + 1) : null;
    if (target !== null) return { end: target.end, isMarker: isNumber && target.address.startsWith("#") };
    const label = follows === "[" ? linkLabel(this.#text, at + 1) : null;
    if (label !== null && label.label.trim() !== "") {
      return this.#references.has(normalLabel(label.label)) ? { end: label.end, isMarker: false } : null;
    }
    const own = linkLabel(this.#text, from - 1);
    if (own?.end !== at + 1 || !this.#references.has(normalLabel(own.label))) return null;
    if (isNumber) this.#references.useMarker(own.label);
    return { end: label?.end ?? at + 1, isMarker: isNumber };
  }

  #angle(at: number): number {
    const raised = this.#raisedNumber(at);
    if (raised !== null) return raised;
    const angle = this.#angles.read(at);
    if (angle === null) return at + 1;
    const end = at + angle.length;
    if (angle.kind === "comment") {
      this.edits.push({ start: at, end, words: "", remark: this.#text.slice(at + 4, end - 3) });
    } else if (angle.kind === "link") {
      this.#cut(at, at + 1);
      this.#cut(end - 1, end);
    } else {
      this.#cut(at, end, angle.kind === "break" ? "\n" : "");
    }
    return end;
  }

  #raisedNumber(at: number): number | null {
    RAISED.lastIndex = at;
    const match = RAISED.exec(this.#text);
    const number = match === null ? null : raisedNote(match[1]!, this.#text.slice(Math.max(at - 8, 0), at));
    if (match === null || number === null) return null;
    this.#cut(at, at + match[0].length, `[${number}]`);
    return at + match[0].length;
  }

  #entity(at: number): number {
    const entity = this.#entities.read(this.#text, at);
    if (entity === null || this.#text[at + entity.length - 1] !== ";") return at + 1;
    this.#cut(at, at + entity.length, entity.words);
    return at + entity.length;
  }

  /** A bare address stays as it is, with the `_` and `~` in it. */
  #address(at: number): number {
    ADDRESS.lastIndex = at;
    let end = at + (ADDRESS.exec(this.#text)?.[0].length ?? 1);
    while (end > at + 1 && /[?!.,:_~']/.test(this.#text[end - 1]!)) end--;
    return end;
  }
}

/**
 * The edits, in order and free of overlap but for those inside an image, that make of a paragraph's Markdown its words:
 * emphasis marks, links and tags are cut, escapes and character references resolved, note references made `[1]`.
 * Square brackets that are no link stay.
 */
export function inlineEdits(text: string, references: References, entities: EntityReader): readonly Edit[] {
  const reader = new InlineReader(text, references, entities);
  reader.read();
  return reader.edits.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The edits of a text that is images alone: each one's alternative text is a block. */
export function captionEdits(edits: readonly Edit[]): readonly Edit[] {
  const images = edits.flatMap(({ start, end, words, alt }): Edit[] => {
    if (alt === undefined) return [{ start, end, words }];
    const before = { start, end: alt.start, words: "", parts: true };
    return [before, { start: alt.end, end, words: "", parts: true }];
  });
  return images.sort((a, b) => a.start - b.start || b.end - a.end);
}
