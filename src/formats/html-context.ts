import type { BlockShape } from "./block-writer.ts";
import type { BlockKind } from "./formatted-text.ts";
import { attribute, type HtmlElement, tokens } from "./html-parser.ts";
import { roles } from "./html-visibility.ts";
import type { Place } from "./place.ts";

/** A note being read: its label, null where it has none, and whether its `[label]` has been written. */
export interface NoteState {
  readonly label: string | null;
  written: boolean;
}

/** What an element's place in the page makes of the text in it. */
export interface Context {
  /** The shape of blocks that open here. */
  readonly shape: BlockShape;
  /** What the nearest element that decides alone says of its text; null in running text. */
  readonly own: { readonly kind: BlockKind; readonly level: number } | null;
  readonly quotes: number;
  readonly items: number;
  readonly language: string | null;
  readonly keepSpace: boolean;
  /** How many `<q>` stand around. */
  readonly marks: number;
  readonly note: NoteState | null;
  /** The nearest element around that has an id; null where none has. */
  readonly place: Place | null;
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer
   form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre
   search section summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
);

const TYPED = new Set(["pre", "listing", "plaintext", "xmp"]);

const CAPTION_CLASS = /(?:^|[\s_-]|thumb)caption(?:[\s_-]?text)?(?:$|\s)/i;

const BLOCK_STYLE = /(?:^|[;\s])display\s*:\s*(?:block|flex|grid|list-item|table)\b/i;

/** True for elements before and after which a browser starts a new line. */
export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName) || BLOCK_STYLE.test(attribute(element, "style") ?? "");
}

/** The context of a page's text, `quotes` block quotations deep. */
export function outerContext(quotes: number, language: string | null): Context {
  return shaped({
    own: null,
    quotes,
    items: 0,
    language,
    keepSpace: false,
    marks: 0,
    note: null,
    place: null,
  });
}

function shapeOf(context: Omit<Context, "shape">): BlockShape {
  const { own, quotes, items, language, note } = context;
  if (note !== null) return { kind: "note", level: 0, language };
  if (own !== null) return { ...own, language };
  if (quotes > 0) return { kind: "quotation", level: quotes, language };
  if (items > 0) return { kind: "item", level: items, language };
  return { kind: "paragraph", level: 0, language };
}

function shaped(context: Omit<Context, "shape">): Context {
  return { ...context, shape: shapeOf(context) };
}

function ownKind(element: HtmlElement): Context["own"] {
  const { tagName } = element;
  if (/^h[1-6]$/.test(tagName)) return { kind: "heading", level: Number(tagName[1]) };
  if (tokens(element, "role").includes("heading")) {
    const level = Number(attribute(element, "aria-level") ?? 2);
    return { kind: "heading", level: level >= 1 && level <= 6 ? Math.floor(level) : 2 };
  }
  if (TYPED.has(tagName)) return { kind: "preformatted", level: 0 };
  if (tagName === "figcaption" || tagName === "caption") return { kind: "caption", level: 0 };
  if (tagName === "blockquote" || !isBlock(element)) return null;
  return CAPTION_CLASS.test(attribute(element, "class") ?? "") ? { kind: "caption", level: 0 } : null;
}

function languageOf(element: HtmlElement): string | null {
  return (attribute(element, "lang") ?? attribute(element, "xml:lang"))?.trim() || null;
}

/** Ids of more code units are no names that somebody could use. */
const LONGEST_ID = 200;

function placeOf(element: HtmlElement): Place | null {
  const id = attribute(element, "id")?.trim() ?? "";
  const isWhole = element.tagName === "html" || element.tagName === "body";
  return id === "" || id.length > LONGEST_ID || isWhole ? null : { kind: "element", id };
}

/** The context inside `element`. `note`: it is a note; `typed`: it is a `<pre>` that holds prose. */
export function innerContext(
  outer: Context,
  element: HtmlElement,
  note: NoteState | null,
  typed: boolean,
): Context {
  const language = languageOf(element) ?? outer.language;
  const keepSpace = outer.keepSpace || TYPED.has(element.tagName);
  const marks = outer.marks + (element.tagName === "q" ? 1 : 0);
  const place = placeOf(element) ?? outer.place;
  if (!isBlock(element)) return { ...outer, language, keepSpace, marks, place };
  const isQuote = element.tagName === "blockquote" || roles(element).includes("blockquote");
  return shaped({
    own: typed ? outer.own : (ownKind(element) ?? outer.own),
    quotes: outer.quotes + (isQuote ? 1 : 0),
    items: outer.items + (element.tagName === "li" ? 1 : 0),
    language,
    keepSpace,
    marks,
    note: note ?? outer.note,
    place,
  });
}
