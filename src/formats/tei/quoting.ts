import { elementsIn, type Finder, XmlElement, XmlText } from "./element.ts";

/** A mark that opens a quotation, or the dash that opens a speech. */
const OPENS = /^["“”„‟«»‹›'‘’‚‛「『—–―]/u;

const HELD = new Set([
  "p",
  "ab",
  "l",
  "lg",
  "sp",
  "u",
  "list",
  "head",
  "quote",
  "div",
  "floatingText",
  "table",
]);

/** The first characters of an element's words, or empty. */
export function opening(element: XmlElement): string {
  const waiting = [...element.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node instanceof XmlText) {
      const words = node.text.trimStart();
      if (words !== "") return words.slice(0, 2);
    } else if (node instanceof XmlElement)
      for (const child of [...node.children].reverse()) waiting.push(child);
  }
  return "";
}

/** Whether quoted words have their quotation mark in the text: as their first character, or right before them. */
export function isMarked(element: XmlElement, before: string): boolean {
  return OPENS.test(opening(element)) || OPENS.test(before);
}

/** Whether an element holds paragraphs, lines or turns, so that it can't be words of a paragraph. */
export function holdsBlocks(element: XmlElement, finder: Finder): boolean {
  return elementsIn(element).some((child) => HELD.has(finder.tag(child)));
}

/** Whether an element has words that are in none of its elements. */
export function hasOwnText(element: XmlElement): boolean {
  return element.children.some((child) => child instanceof XmlText && child.text.trim() !== "");
}
