import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

/**
 * Parses as the HTML standard says, but does not open formatting elements (`<b>`, `<font>`) again in every paragraph
 * after one that left them open: they change no word, and a page that never closes them would grow quadratically.
 */
class TextParser extends Parser<DefaultTreeAdapterMap> {
  override _reconstructActiveFormattingElements(): void {}
}

/** The page's tree; every text node knows where in `html` it stands. Never throws. */
export function parseHtml(html: string): HtmlNode {
  return TextParser.parse<DefaultTreeAdapterMap>(html, { sourceCodeLocationInfo: true });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === "#text";
}

export function isComment(node: HtmlNode): node is DefaultTreeAdapterTypes.CommentNode {
  return node.nodeName === "#comment";
}

/** The attribute's value, or null where the element lacks it. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** The words of an attribute that lists them (`class`, `rel`, `role`), lower case. */
export function tokens(element: HtmlElement, name: string): readonly string[] {
  return (attribute(element, name) ?? "").toLowerCase().split(/\s+/).filter(Boolean);
}

/** One step of a walk: an element is entered and, after what is in it, left; other nodes are entered alone. */
export interface Step {
  readonly node: HtmlNode;
  readonly leaving: boolean;
}

/** Walks a tree in document order without recursion. What `skip` holds for is entered neither itself nor inside. */
export function* walk(
  root: HtmlNode,
  skip: (element: HtmlElement) => boolean = () => false,
): Generator<Step> {
  const stack: Step[] = [{ node: root, leaving: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, leaving } = step;
    if (!leaving && isElement(node) && skip(node)) continue;
    yield step;
    if (leaving || !("childNodes" in node)) continue;
    if (isElement(node)) stack.push({ node, leaving: true });
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      stack.push({ node: node.childNodes[i]!, leaving: false });
    }
  }
}

/** What of an element is looked at to read a short text from it: a label, a name. */
const SHORT_TEXT_NODES = 60;
const SHORT_TEXT_LENGTH = 300;

/** The element's text, trimmed and with its white space collapsed, as far as it is short; never reads a large subtree. */
export function shortText(element: HtmlElement): string {
  let text = "";
  let nodes = 0;
  for (const { node } of walk(element)) {
    if (isText(node)) text += node.value.slice(0, SHORT_TEXT_LENGTH);
    if (++nodes > SHORT_TEXT_NODES || text.length > SHORT_TEXT_LENGTH) break;
  }
  return text.replace(/\s+/g, " ").trim();
}
