/** An element that stands directly in the root. Offsets are UTF-16 code units into the file, end-exclusive. */
export interface OutlinedElement {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a glance at an XML file tells: its root, what stands in it, how deep it goes. */
export interface Outline {
  /** The root's name with its prefix; null where there is no element. */
  readonly root: string | null;
  /** Where the root's start tag stands. */
  readonly start: number;
  readonly startTagEnd: number;
  readonly children: readonly OutlinedElement[];
  readonly depth: number;
  /** How many elements there are. */
  readonly elements: number;
  /** What a DOCTYPE declares between its brackets; empty where it declares nothing. */
  readonly subset: string;
}

const [BANG, SLASH, QUESTION] = [0x21, 0x2f, 0x3f];
const [DOUBLE, SINGLE, GREATER] = [0x22, 0x27, 0x3e];

/** The outline of a text that may be XML, in linear time and without a stack; of what is broken, as far as it goes. */
export function outlineOf(xml: string): Outline {
  const children: OutlinedElement[] = [];
  let root: string | null = null;
  let rootStart = 0;
  let startTagEnd = 0;
  let subset = "";
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let child = { name: "", start: 0 };
  for (let at = xml.indexOf("<"); at >= 0; ) {
    const end = markupEnd(xml, at);
    if (end < 0) break;
    const sign = xml.charCodeAt(at + 1);
    if (sign === BANG) {
      if (xml.startsWith("<!DOCTYPE", at)) subset = subsetOf(xml.slice(at, end));
    } else if (sign === SLASH) {
      depth--;
      if (depth === 1) children.push({ ...child, end });
    } else if (sign !== QUESTION) {
      elements++;
      const isEmpty = xml.charCodeAt(end - 2) === SLASH;
      if (root === null) {
        root = nameAt(xml, at + 1);
        rootStart = at;
        startTagEnd = end;
      } else if (depth === 1) {
        child = { name: nameAt(xml, at + 1), start: at };
        if (isEmpty) children.push({ ...child, end });
      }
      deepest = Math.max(deepest, depth + 1);
      if (!isEmpty) depth++;
    }
    at = xml.indexOf("<", end);
  }
  return { root, start: rootStart, startTagEnd, children, depth: deepest, elements, subset };
}

function nameAt(xml: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(xml)?.[0] ?? "";
}

const NAME = /[^\s/<>=]{1,200}/y;

/** Where the markup that starts at `at` ends; -1 where it does not. */
function markupEnd(xml: string, at: number): number {
  const sign = xml.charCodeAt(at + 1);
  if (sign !== BANG && sign !== QUESTION) return tagEnd(xml, at + 1);
  if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
  if (xml.startsWith("<![CDATA[", at)) return after(xml, "]]>", at + 9);
  if (xml.startsWith("<?", at)) return after(xml, "?>", at + 2);
  if (xml.startsWith("<!DOCTYPE", at)) return doctypeEnd(xml, at + 9);
  return tagEnd(xml, at + 1);
}

function after(xml: string, closing: string, from: number): number {
  const at = xml.indexOf(closing, from);
  return at < 0 ? -1 : at + closing.length;
}

/** A > ends a tag where it is not in an attribute's value. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const glyph = xml.charCodeAt(at);
    if (glyph === GREATER) return at + 1;
    if (glyph === DOUBLE || glyph === SINGLE) {
      at = xml.indexOf(glyph === DOUBLE ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** A document type ends at its >, or where it has declarations of its own at the ]> behind them. */
function doctypeEnd(xml: string, from: number): number {
  const end = tagEnd(xml, from);
  const bracket = xml.indexOf("[", from);
  if (bracket < 0 || end < 0 || bracket > end) return end;
  SUBSET_END.lastIndex = bracket;
  const match = SUBSET_END.exec(xml);
  return match === null ? -1 : SUBSET_END.lastIndex;
}

const SUBSET_END = /\]\s{0,100}>/g;

function subsetOf(doctype: string): string {
  const bracket = doctype.indexOf("[");
  return bracket < 0 ? "" : doctype.slice(bracket + 1, doctype.lastIndexOf("]"));
}
