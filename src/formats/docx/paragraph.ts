import { headingKind, type StyleKind } from "./style-kind.ts";
import { BODY_OUTLINE, type Style } from "./styles.ts";

/** Paragraphs with words, or their parts that become blocks. Ten million words have some two hundred thousand. */
export const MOST_PARAGRAPHS = 300_000;

/** As much of a paragraph's end as tells whether a raised number after it is a note's marker. */
const TAIL = 8;

/** Words of one paragraph in one language; `language` is null where it is the document's default. */
export interface Piece {
  words: string;
  /** The paragraph's number in its part, from 1. */
  readonly number: number;
  readonly language: string | null;
}

/**
 * A paragraph as it is shown: what stands in one `w:p`, or in several whose marks between them are deleted or hidden.
 * A line break is "\n", a tab "\t". `kind` is null for common paragraphs.
 */
export interface Paragraph {
  readonly kind: StyleKind | null;
  readonly pieces: readonly Piece[];
}

/** What a paragraph or a style says of its list; `number` is "0" for none. */
export interface ListProperties {
  number: string | null;
  level: number;
}

/** A paragraph being read. */
export class ParagraphDraft {
  readonly #number: number;
  /** How many fields were open before it. */
  readonly fields: number;
  /** Paragraphs of text boxes that are anchored in it. */
  readonly boxed: Paragraph[];
  readonly #pieces: Piece[];
  style: Style;
  /** Its own outline level, from 0; null where its style decides. */
  outline: number | null = null;
  /** Its own list; null where its style decides. */
  list: ListProperties | null = null;
  /** Its mark is not shown: the next one goes on in the same paragraph, and says what kind it is. */
  joinsNext = false;
  /** It opens with the raised number of a marker before it: it is that note. */
  isNote = false;

  /** `before` is the paragraph that goes on in this one. */
  constructor(number: number, fields: number, style: Style, before: ParagraphDraft | null) {
    this.#number = number;
    this.fields = fields;
    this.style = style;
    this.boxed = before?.boxed ?? [];
    this.#pieces = before === null ? [] : before.#pieces;
  }

  add(words: string, language: string | null): void {
    const last = this.#pieces.at(-1);
    if (last?.language === language && last.number === this.#number) last.words += words;
    else this.#pieces.push({ words, number: this.#number, language });
  }

  /** The end of its words so far. */
  get tail(): string {
    return this.#pieces.at(-1)?.words.slice(-TAIL) ?? "";
  }

  /** The paragraph, or null where it has no words. */
  finish(): Paragraph | null {
    const hasWords = this.#pieces.some(({ words }) => /\S/.test(words));
    return hasWords ? { kind: this.#kind, pieces: this.#pieces } : null;
  }

  get #kind(): StyleKind | null {
    if (this.isNote) return { kind: "note", level: 0 };
    const { kind } = this.style;
    if (kind !== null && kind.kind !== "heading" && kind.kind !== "item") return kind;
    if (this.outline !== null && this.outline < BODY_OUTLINE) return headingKind(this.outline + 1);
    if (kind?.kind === "heading" && this.outline === null) return kind;
    if (this.list?.number == null) return kind?.kind === "item" ? kind : null;
    return this.list.number === "0" ? null : { kind: "item", level: this.list.level + 1 };
  }
}
