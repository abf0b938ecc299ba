import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  shortText,
  tokens,
  visit,
} from "./html-parser.ts";
import { hasNoteRole, isLeftOut, roles } from "./html-visibility.ts";

/** Which elements of a page are markers of notes, and which are notes. */
export interface NoteLinks {
  /** Links that mark a note, with its label: "1", "iv", "*". */
  readonly markers: ReadonlyMap<HtmlElement, string>;
  /** Elements that are a note or stand at its start, with its label. */
  readonly notes: ReadonlyMap<HtmlElement, string>;
}

interface Link {
  readonly element: HtmlElement;
  readonly fragment: string;
  readonly label: string;
  readonly order: number;
  /** The link says by its role, class, place or brackets that it is a note's marker. */
  readonly strong: boolean;
  readonly samePage: boolean;
}

interface Target {
  readonly element: HtmlElement;
  readonly order: number;
}

/** A number, a roman numeral, a letter or a sign, with or without its brackets. */
const LABEL = /^[[(]?(\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,3})[\])]?\.?$/i;

/** Ids that sites give to notes: `fn1`, `_ftn1`, `_edn1`, `note-3`, `cite_note-2`, `footnote-1`. */
const NOTE_ID =
  /^_?(?:fn|ftn|edn|ntn|note|footnote|endnote|cite[_-]note|sdfootnote|sdendnote)(?:[\d:._-]|sym|$)/i;

const NUMBERED_NOTE_ID = /^_?(?:fn|ftn|edn|note|footnote|endnote|cite[_-]note)[:._-]?(\d{1,4})$/i;

const MARKER_CLASS = /(?:^|[\s_-])(?:footnote|endnote|noteref|fnref|fn-?ref)/i;

const BACK_CLASS =
  /(?:^|[\s_-])(?:back-?(?:link|ref)|footnote-?back|reversefootnote|data-footnote-backref)(?:$|[\s_-])/i;

/** The bare label of a marker's text, or null where that is none. */
export function noteLabel(text: string): string | null {
  return LABEL.exec(text)?.[1] ?? null;
}

function fragmentOf(element: HtmlElement): string | null {
  const href = attribute(element, "href");
  const hash = href?.indexOf("#") ?? -1;
  if (href === null || hash < 0) return null;
  try {
    return decodeURIComponent(href.slice(hash + 1));
  } catch {
    return href.slice(hash + 1);
  }
}

function isStrong(link: HtmlElement, words: string, before: string): boolean {
  if (before.endsWith("[") || words.startsWith("[")) return true;
  if (roles(link).some((role) => role === "doc-noteref" || role === "noteref")) return true;
  if (MARKER_CLASS.test(attribute(link, "class") ?? "")) return true;
  const parent = link.parentNode;
  if (parent !== null && isElement(parent) && parent.tagName === "sup") return true;
  return link.childNodes.some((child) => isElement(child) && child.tagName === "sup");
}

/** `before` is the text that stands before the link. */
function readLink(element: HtmlElement, order: number, before: string): Link | null {
  const fragment = fragmentOf(element);
  if (fragment === null || fragment === "" || isBackLink(element)) return null;
  const words = shortText(element);
  const label = noteLabel(words);
  if (label === null) return null;
  const samePage = attribute(element, "href")!.trim().startsWith("#");
  return { element, fragment, label, order, strong: isStrong(element, words, before), samePage };
}

/** A marker points forward to its note; the link at the note, which points back, is none. */
function isMarker(link: Link, target: Target | undefined): boolean {
  if (!link.strong && !NOTE_ID.test(link.fragment)) return false;
  if (target === undefined) return link.samePage && !/ref/i.test(link.fragment);
  return target.order > link.order;
}

/** A note by its own word: its role, or a list item with a note's id. */
function ownLabel(element: HtmlElement): string | null {
  const number = NUMBERED_NOTE_ID.exec(attribute(element, "id") ?? "")?.[1] ?? null;
  if (element.tagName === "li" || hasNoteRole(element)) return number;
  return null;
}

/** True for a link from a note back to its marker: ↩, ↑, ^ and the like. */
export function isBackLink(element: HtmlElement): boolean {
  if (roles(element).some((role) => role === "doc-backlink" || role === "backlink")) return true;
  if (
    BACK_CLASS.test(attribute(element, "class") ?? "") ||
    attribute(element, "data-footnote-backref") !== null
  )
    return true;
  if (element.tagName !== "a" || fragmentOf(element) === null) return false;
  return /^(?:[\^↑↩↵⏎⤴⬆↖\s]|\ufe0e|\ufe0f)+$/u.test(shortText(element));
}

/** Finds the markers of a page and the notes that they lead to. */
export function findNotes(root: HtmlNode): NoteLinks {
  const links: Link[] = [];
  const targets = new Map<string, Target>();
  const notes = new Map<HtmlElement, string>();
  let order = 0;
  let before = "";
  visit(root, (node) => {
    if (isText(node)) before = node.value;
    if (!isElement(node)) return true;
    if (isLeftOut(node)) return false;
    order++;
    for (const name of [attribute(node, "id"), node.tagName === "a" ? attribute(node, "name") : null]) {
      if (name !== null && !targets.has(name)) targets.set(name, { element: node, order });
    }
    const label = ownLabel(node);
    if (label !== null) notes.set(node, label);
    const link = node.tagName === "a" ? readLink(node, order, before) : null;
    if (link !== null) links.push(link);
    return true;
  });
  const markers = new Map<HtmlElement, string>();
  const labelled = new Set<HtmlElement>();
  for (const link of links) {
    const target = targets.get(link.fragment);
    if (!isMarker(link, target)) continue;
    markers.set(link.element, link.label);
    if (target === undefined || labelled.has(target.element)) continue;
    labelled.add(target.element);
    notes.set(noteOf(target.element), link.label);
  }
  return { markers, notes };
}

/** The note that a marker's target stands in: where the target is the number alone, what is called a note around it. */
function noteOf(target: HtmlElement): HtmlElement {
  const parent = target.parentNode;
  if (target.tagName !== "a" || parent === null || !isElement(parent)) return target;
  return tokens(parent, "class").some((name) => /^(?:foot|end)-?note$/.test(name)) ? parent : target;
}

/** True for what holds a note's back-links, as encyclopedias write them: it is left out with them. */
export function holdsBackLinks(element: HtmlElement): boolean {
  return tokens(element, "class").some((name) => /backlink/.test(name));
}
