import type { Markup } from "./markup.ts";
import type { PlacedSpan } from "./place.ts";

/** What a block is, as its format says it. Plain text knows paragraphs alone. */
export type BlockKind = "heading" | "paragraph" | "quotation" | "caption" | "item" | "note" | "preformatted";

/** A block of text, in UTF-16 code units of {@link FormattedText.text}, end-exclusive, trimmed of white space. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Headings: 1 to 6. Quotations and items: how deep they are nested, from 1. Else 0. */
  readonly level: number;
  /** BCP 47 tag where the format says it (`lang="ar"`), else null. */
  readonly language: string | null;
}

/** Where a character stands in the original, both counted from 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A comment that its format sets apart from the text (`<!-- … -->`). */
export interface Remark {
  /** Offset into the text: inside a block, or at its end, where it stands in one; else where the next block begins, or would. */
  readonly at: number;
  /** What stands between the comment's signs. */
  readonly text: string;
  /** Where in the original it begins. */
  readonly position: Position;
}

/** The formats that are read. */
export type FormatName =
  | "plain"
  | "markdown"
  | "html"
  | "pdf"
  | "docx"
  | "subtitles"
  | "tei"
  | "warc"
  | "json-lines";

const WITHOUT_LINES: ReadonlySet<FormatName> = new Set(["pdf", "docx"]);

/** Whether a format's files have lines: a position in one that has none is one in the text that was read. */
export function hasLines(format: FormatName): boolean {
  return !WITHOUT_LINES.has(format);
}

/**
 * The text of a file, freed of its markup.
 * `blocks` stand in text order and do not overlap; between two blocks stands white space alone.
 */
export interface FormattedText {
  readonly format: FormatName;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the format's own fields say (HTML head, Markdown front matter); null where they say nothing. */
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  /** Where the text was got from, as an absolute URL: what a saved page or a WARC record says of it; else null. */
  readonly address: string | null;
  /** When it was got from there, as an ISO instant (`2021-05-07T09:30:00Z`); else null. */
  readonly captured: string | null;
  /** Where in the original the text stands, beside its line; in text order, not overlapping, empty where nothing is known. */
  readonly places: readonly PlacedSpan[];
  /** What the format itself says of voices and marks; null where a form has to be recognised. */
  readonly markup: Markup | null;
  /** Comments of the original, which are no words of the text, in their order; left out where the format has none. */
  readonly remarks?: readonly Remark[];
  /**
   * Line and column of an offset into `text` (0 to text.length): in the decoded original; for a format without lines of
   * its own (PDF, DOCX), in `text`.
   */
  position(offset: number): Position;
}
