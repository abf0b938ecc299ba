import { furnitureOf, isTeaser, isTextRoot, isTextTitle, namedBand } from "./html-furniture.ts";
import { type HtmlElement, type HtmlNode, isElement, isText, visit } from "./html-parser.ts";
import { repeatedQuotes } from "./html-pull-quote.ts";
import { hasNoteRole, isLeftOut, isPullQuote, roles } from "./html-visibility.ts";

/** Inside these a header or footer belongs to the text, not to the site. */
const TEXT_PARTS = new Set(["article", "main", "section", "blockquote", "figure"]);

const TEXT_BLOCKS = new Set(["p", "h1", "h2", "h3", "blockquote", "article", "main"]);

const NOTES_HINT = /\b(?:foot|end)notes?\b/i;

/** What can be said of the parts of a page only when all of it has been seen. */
export interface Survey {
  /** Headers, footers and furniture of the site, forms, and quotations that repeat the text: not part of it. */
  readonly chrome: ReadonlySet<HtmlElement>;
  /** `<pre>` elements that hold most of the page: typed text, not code. */
  readonly typed: ReadonlySet<HtmlElement>;
}

/** A part of the page whose place in the text depends on what it holds. */
interface Part {
  readonly element: HtmlElement;
  readonly role: "header" | "footer" | "form" | "pre";
  /** Letters of text before it, and up to its end. */
  readonly from: number;
  to: number;
  headings: number;
  blocks: number;
  notes: number;
}

/** A part that its names say is no text; `kept`: it holds what is the page's title or text. */
interface NamedPart {
  readonly element: HtmlElement;
  readonly likely: boolean;
  readonly from: number;
  to: number;
  kept: boolean;
}

function bandRole(element: HtmlElement): "header" | "footer" | null {
  const named = roles(element);
  if (named.includes("banner")) return "header";
  if (named.includes("contentinfo")) return "footer";
  return element.tagName === "header" || element.tagName === "footer" ? element.tagName : namedBand(element);
}

function partRole(element: HtmlElement, inText: boolean): Part["role"] | null {
  if (element.tagName === "form" || element.tagName === "pre") return element.tagName;
  return inText ? null : bandRole(element);
}

function holdsNotes(element: HtmlElement): boolean {
  if (hasNoteRole(element) || roles(element).some((role) => /notes$/.test(role))) return true;
  return element.attrs.some(
    ({ name, value }) => (name === "class" || name === "id") && NOTES_HINT.test(value),
  );
}

/** Only what holds text of its own kind counts; a form that wraps the whole page, as some servers write it, is none. */
function isChrome(part: Part, total: number, headings: number, titles: number): boolean {
  const holdsMost = (part.to - part.from) * 2 > total;
  if (part.role === "form") return !(holdsMost && part.blocks > 0);
  if (part.role === "header") return part.headings === 0 || headings > part.headings || titles > 0;
  return part.role === "footer" && part.notes === 0;
}

/** What only may be furniture holds at most so much of the page's letters: a bar, a box, a column of links. */
const LIKELY_SHARE = 1 / 3;

function isFurniture(part: NamedPart, total: number): boolean {
  const letters = part.to - part.from;
  return !part.kept && letters < total && (!part.likely || letters <= total * LIKELY_SHARE);
}

function isTextPart(element: HtmlElement): boolean {
  return TEXT_PARTS.has(element.tagName) || roles(element).includes("main");
}

/** Characters other than white space; counting beats cutting it out. */
function lettersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x20 && unit !== 0xa0) count++;
  }
  return count;
}

/** Reads a tree once; see {@link survey}. */
class Surveyor {
  readonly #parts: Part[] = [];
  readonly #open: Part[] = [];
  readonly #named: NamedPart[] = [];
  /** The outermost part that its names call furniture. */
  #furniture: NamedPart | null = null;
  readonly #pullQuotes: HtmlElement[] = [];
  readonly #teasers: HtmlElement[] = [];
  #letters = 0;
  #headings = 0;
  /** Titles of the text outside the site's bands. */
  #titles = 0;
  #inText = 0;

  read(root: HtmlNode): Survey {
    visit(
      root,
      (node) => this.#enter(node),
      (element) => this.#leave(element),
    );
    const total = this.#letters;
    const chrome = new Set(this.#teasers);
    for (const part of this.#parts) {
      if (isChrome(part, total, this.#headings, this.#titles)) chrome.add(part.element);
    }
    for (const part of this.#named) if (isFurniture(part, total)) chrome.add(part.element);
    for (const quote of repeatedQuotes(root, this.#pullQuotes, chrome)) chrome.add(quote);
    const typed = this.#parts.filter((part) => part.role === "pre" && (part.to - part.from) * 2 > total);
    return { chrome, typed: new Set(typed.map((part) => part.element)) };
  }

  #enter(node: HtmlNode): boolean {
    if (isText(node)) this.#letters += lettersIn(node.value);
    if (!isElement(node)) return true;
    if (isLeftOut(node)) return false;
    if (isTextPart(node)) this.#inText++;
    if (node.tagName === "h1") this.#headings++;
    this.#count(node);
    this.#enterNamed(node);
    const inBand = this.#open.length > 0 && this.#open.some((part) => part.role !== "form");
    if (!inBand && isTextTitle(node)) this.#titles++;
    const role = partRole(node, this.#inText > 0 || inBand);
    if (role === null) return true;
    const notes = holdsNotes(node) ? 1 : 0;
    const letters = this.#letters;
    const part: Part = { element: node, role, from: letters, to: letters, headings: 0, blocks: 0, notes };
    this.#parts.push(part);
    this.#open.push(part);
    return true;
  }

  #count(element: HtmlElement): void {
    const innermost = this.#open.at(-1);
    if (innermost === undefined) return;
    if (element.tagName === "h1") innermost.headings++;
    if (TEXT_BLOCKS.has(element.tagName)) innermost.blocks++;
    if (holdsNotes(element)) innermost.notes++;
  }

  #enterNamed(element: HtmlElement): void {
    if (this.#furniture !== null) {
      if (element.tagName === "h1" || isTextRoot(element)) this.#furniture.kept = true;
      return;
    }
    if (isPullQuote(element)) this.#pullQuotes.push(element);
    else if (isTeaser(element)) this.#teasers.push(element);
    const furniture = furnitureOf(element);
    if (furniture === null) return;
    const likely = furniture === "likely";
    this.#furniture = { element, likely, from: this.#letters, to: 0, kept: isTextRoot(element) };
    this.#named.push(this.#furniture);
  }

  #leave(element: HtmlElement): void {
    if (isTextPart(element)) this.#inText--;
    if (this.#open.at(-1)?.element === element) this.#open.pop()!.to = this.#letters;
    if (this.#furniture?.element !== element) return;
    this.#furniture.to = this.#letters;
    this.#furniture = null;
  }
}

/** Reads a tree once, to tell what {@link Survey} says. */
export function survey(root: HtmlNode): Survey {
  return new Surveyor().read(root);
}
