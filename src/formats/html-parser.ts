import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from "parse5";

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

/**
 * Keeps of a location the offsets alone, which is all that is read of it: lines, columns and the places of attributes are
 * half of a large page's memory. A text's end moves with each of its words, so it is changed in place.
 */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  setNodeSourceCodeLocation(node, location) {
    if (location === null) return;
    const { startOffset, endOffset } = location;
    node.sourceCodeLocation = { startOffset, endOffset, endTag: undefined } as unknown as typeof location;
  },
  updateNodeSourceCodeLocation(node, { endOffset, endTag }) {
    const location = node.sourceCodeLocation;
    if (location === null || location === undefined) return;
    if (endOffset !== undefined) location.endOffset = endOffset;
    if (endTag !== undefined && "endTag" in location) location.endTag = endTag;
  },
};

/** The page's tree; every text node knows where in `html` it stands. Never throws. */
export function parseHtml(html: string): HtmlNode {
  return TextParser.parse<DefaultTreeAdapterMap>(html, { sourceCodeLocationInfo: true, treeAdapter });
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

const NONE: readonly string[] = [];

/** The words of an attribute that lists them (`class`, `rel`, `role`), lower case. */
export function tokens(element: HtmlElement, name: string): readonly string[] {
  const value = attribute(element, name);
  return value === null ? NONE : value.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * Visits a tree in document order, without recursion: `enter` gets every node, and answers whether what is in it is
 * visited too; `leave` gets every element so entered, after what is in it.
 */
export function visit(
  root: HtmlNode,
  enter: (node: HtmlNode) => boolean,
  leave: (element: HtmlElement) => void = () => {},
): void {
  const parents: DefaultTreeAdapterTypes.ParentNode[] = [];
  const nexts: number[] = [];
  const take = (node: HtmlNode): void => {
    if (!enter(node) || !("childNodes" in node)) return;
    parents.push(node);
    nexts.push(0);
  };
  take(root);
  while (parents.length > 0) {
    const top = parents.length - 1;
    const parent = parents[top]!;
    const child = parent.childNodes[nexts[top]!++];
    if (child !== undefined) {
      take(child);
      continue;
    }
    parents.pop();
    nexts.pop();
    if (isElement(parent)) leave(parent);
  }
}

/** What of an element is looked at to read a short text from it: a label, a name. */
const SHORT_TEXT_NODES = 60;
const SHORT_TEXT_LENGTH = 300;

/** The element's text, trimmed and with its white space collapsed, as far as it is short; never reads a large subtree. */
export function shortText(element: HtmlElement): string {
  let text = "";
  let nodes = 0;
  visit(element, (node) => {
    if (++nodes > SHORT_TEXT_NODES || text.length > SHORT_TEXT_LENGTH) return false;
    if (isText(node)) text += node.value.slice(0, SHORT_TEXT_LENGTH);
    return true;
  });
  return text.replace(/\s+/g, " ").trim();
}
