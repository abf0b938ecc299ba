import { type HtmlElement, type HtmlNode, isElement, isText, visit } from "./html-parser.ts";
import { isLeftOut } from "./html-visibility.ts";

/** More pull quotes than a page has; each is looked for in its whole text. */
const MOST = 50;
/** Shorter words may stand in the text by chance. */
const SHORTEST = 12;

function lettersOf(root: HtmlNode, skip: (element: HtmlElement) => boolean): string {
  const pieces: string[] = [];
  visit(root, (node) => {
    if (isText(node)) pieces.push(node.value);
    return !isElement(node) || !skip(node);
  });
  return pieces
    .join(" ")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/**
 * Those of the pull quotes whose words stand in the page's text as well: its words are read once. One that stands alone is
 * text. `chrome` is what is not text anyway.
 */
export function repeatedQuotes(
  root: HtmlNode,
  quotes: readonly HtmlElement[],
  chrome: ReadonlySet<HtmlElement>,
): readonly HtmlElement[] {
  if (quotes.length === 0) return [];
  const looked = quotes.slice(0, MOST);
  const pulled = new Set(looked);
  const text = lettersOf(root, (element) => isLeftOut(element) || chrome.has(element) || pulled.has(element));
  return looked.filter((quote) => {
    // A name under the words is no part of the repetition.
    const words = lettersOf(
      quote,
      (element) => element.tagName === "cite" || element.tagName === "figcaption",
    );
    return words.length >= SHORTEST && text.includes(words);
  });
}
