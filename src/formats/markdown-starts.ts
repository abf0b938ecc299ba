import { leadingTag } from "./markdown-tags.ts";

/** What starts a block of Markdown, told from the rest of a line whose indent is passed. */

export interface ListMarker {
  /** Characters of the marker: `-`, `12.`. */
  readonly length: number;
  /** The number of an ordered item, else null. */
  readonly number: number | null;
}

/**
 * Three digits at most, where CommonMark allows nine: a paragraph that starts with a year ("1984. It was…") would lose
 * it as a list's number.
 */
const LIST_MARKER = /^(?:[-+*]|(\d{1,3})[.)])(?=[ \t]|$)/;

export function listMarker(rest: string): ListMarker | null {
  const match = LIST_MARKER.exec(rest);
  if (match === null) return null;
  return { length: match[0].length, number: match[1] === undefined ? null : Number(match[1]) };
}

/** Three or more of `-`, `*` or `_`, and blanks. Read once from left to right: the line may be long. */
export function isThematicBreak(rest: string): boolean {
  const mark = rest[0];
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let count = 0;
  for (const character of rest) {
    if (character === mark) count++;
    else if (character !== " " && character !== "\t") return false;
  }
  return count >= 3;
}

export interface Fence {
  readonly mark: string;
  readonly length: number;
}

export function fenceStart(rest: string): Fence | null {
  const match = /^(?:(`{3,})[^`]*$|(~{3,}))/.exec(rest);
  if (match === null) return null;
  const run = match[1] ?? match[2]!;
  return { mark: run[0]!, length: run.length };
}

export function isFenceEnd(rest: string, fence: Fence): boolean {
  let length = 0;
  while (rest[length] === fence.mark) length++;
  return length >= fence.length && rest.slice(length).trim() === "";
}

/** The level of an ATX heading, 1 to 6, or 0. */
export function headingLevel(rest: string): number {
  return /^#{1,6}(?=[ \t]|$)/.exec(rest)?.[0].length ?? 0;
}

/** The level of the heading that a setext underline makes of the paragraph above: 1, 2, or 0 for none. */
export function underlineLevel(rest: string): number {
  const match = /^(?:(=+)|-+)[ \t]*$/.exec(rest);
  if (match === null) return 0;
  return match[1] === undefined ? 2 : 1;
}

/** Ends an HTML block: a pattern that its last line has, or a blank line. */
export type HtmlEnd = RegExp | "blank";

const HTML_BLOCKS: readonly (readonly [RegExp, HtmlEnd])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [
    /^<\/?(?:address|article|aside|base|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul|blockquote|base|basefont)(?=[\s/>]|$)/i,
    "blank",
  ],
];

/** How the HTML block that starts here ends, or null where none starts. A tag alone on its line starts one, too. */
export function htmlStart(rest: string, inParagraph: boolean): HtmlEnd | null {
  if (rest[0] !== "<") return null;
  const block = HTML_BLOCKS.find(([start]) => start.test(rest));
  if (block !== undefined) return block[1];
  const tag = inParagraph ? null : leadingTag(rest);
  return tag !== null && rest.slice(tag.length).trim() === "" ? "blank" : null;
}

/** The label of a footnote's definition (`[^1]: text`) and the length of what stands before its text, or null. */
export function noteDefinition(rest: string): { readonly label: string; readonly length: number } | null {
  const match = /^\[\^([^\]\s[^]{1,100})\]:/.exec(rest);
  return match === null ? null : { label: match[1]!, length: match[0].length };
}

const REFERENCE =
  /^\[((?:[^\]\\[]|\\.){1,999})\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^()]*\)))?[ \t]*$/;

/** An address has a scheme, a path, an anchor or a dot inside: `[Host]: Yes.` is speech and no definition. */
const ADDRESS = /^(?:<|[a-z][a-z0-9+.-]*:|[/#.?])|[^.]\.[a-z0-9]|\//i;

/** The label and address of a link's definition (`[label]: address "title"`), or null. */
export function linkDefinition(rest: string): { readonly label: string; readonly address: string } | null {
  const match = REFERENCE.exec(rest);
  if (match === null || !ADDRESS.test(match[2]!)) return null;
  return { label: match[1]!, address: match[2]! };
}
