import { type HtmlElement, type HtmlNode, isElement, isText, visit } from "./html-parser.ts";
import { hasNoteRole, isLeftOut, roles } from "./html-visibility.ts";

/** Inside these a header or footer belongs to the text, not to the site. */
const TEXT_PARTS = new Set(["article", "main", "section", "blockquote", "figure"]);

const TEXT_BLOCKS = new Set(["p", "h1", "h2", "h3", "blockquote", "article", "main"]);

const NOTES_HINT = /\b(?:foot|end)notes?\b/i;

/** What can be said of the parts of a page only when all of it has been seen. */
export interface Survey {
  /** Headers and footers of the site, and forms: not part of the text. */
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

function bandRole(element: HtmlElement): "header" | "footer" | null {
  const named = roles(element);
  if (named.includes("banner")) return "header";
  if (named.includes("contentinfo")) return "footer";
  return element.tagName === "header" || element.tagName === "footer" ? element.tagName : null;
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
function isChrome(part: Part, total: number, headings: number): boolean {
  const holdsMost = (part.to - part.from) * 2 > total;
  if (part.role === "form") return !(holdsMost && part.blocks > 0);
  if (part.role === "header") return part.headings === 0 || headings > part.headings;
  return part.role === "footer" && part.notes === 0;
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

/** Reads a tree once, to tell what {@link Survey} says. */
export function survey(root: HtmlNode): Survey {
  const parts: Part[] = [];
  const open: Part[] = [];
  let letters = 0;
  let headings = 0;
  let inText = 0;
  const enter = (node: HtmlNode): boolean => {
    if (isText(node)) letters += lettersIn(node.value);
    if (!isElement(node)) return true;
    if (isLeftOut(node)) return false;
    if (isTextPart(node)) inText++;
    if (node.tagName === "h1") headings++;
    const innermost = open.at(-1);
    if (innermost !== undefined) {
      if (node.tagName === "h1") innermost.headings++;
      if (TEXT_BLOCKS.has(node.tagName)) innermost.blocks++;
      if (holdsNotes(node)) innermost.notes++;
    }
    const role = partRole(node, inText > 0 || open.some((part) => part.role !== "form"));
    if (role === null) return true;
    const notes = holdsNotes(node) ? 1 : 0;
    const part: Part = { element: node, role, from: letters, to: letters, headings: 0, blocks: 0, notes };
    parts.push(part);
    open.push(part);
    return true;
  };
  visit(root, enter, (element) => {
    if (isTextPart(element)) inText--;
    if (open.at(-1)?.element === element) open.pop()!.to = letters;
  });
  return {
    chrome: new Set(parts.filter((part) => isChrome(part, letters, headings)).map((part) => part.element)),
    typed: new Set(
      parts.filter((p) => p.role === "pre" && (p.to - p.from) * 2 > letters).map((part) => part.element),
    ),
  };
}
