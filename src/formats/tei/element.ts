import { XmlElement, XmlText } from "@rgrove/parse-xml";

export { XmlElement, XmlText };

const TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0";

/** Whether a root's namespace, as its attributes say it, is that of TEI, or none at all. */
export function isTeiNamespace({ name, attributes }: XmlElement): boolean {
  const colon = name.indexOf(":");
  const namespace = attributes[colon < 0 ? "xmlns" : `xmlns:${name.slice(0, colon)}`];
  return namespace === undefined || namespace === "" || namespace === TEI_NAMESPACE;
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An element's name in TEI; empty for an element of another vocabulary, which `prefix`, the root's own, tells. */
export function tagOf({ name, attributes }: XmlElement, prefix: string): string {
  const namespace = attributes.xmlns;
  if (prefix === "" && namespace !== undefined && namespace !== "" && namespace !== TEI_NAMESPACE) return "";
  if (prefix === "") return name.includes(":") ? "" : name;
  return name.startsWith(`${prefix}:`) ? name.slice(prefix.length + 1) : "";
}

/** A root's prefix, without its colon; empty where it has none. */
export function prefixOf({ name }: XmlElement): string {
  const colon = name.indexOf(":");
  return colon < 0 ? "" : name.slice(0, colon);
}

/** An attribute's value without white space at its ends, or null where it is missing or empty. */
export function attribute({ attributes }: XmlElement, name: string): string | null {
  const value = attributes[name]?.trim();
  return value === undefined || value === "" ? null : value;
}

/** `xml:id`, or the `id` of a file older than P5. */
export function idOf(element: XmlElement): string | null {
  return attribute(element, "xml:id") ?? attribute(element, "id");
}

/** `xml:lang`, or the `lang` of a file older than P5. */
export function languageOf(element: XmlElement): string | null {
  return attribute(element, "xml:lang") ?? attribute(element, "lang");
}

/** What a pointer of several leads to in the same file: `#ada #ben` → ada, ben. */
export function pointed(element: XmlElement, name: string): string[] {
  const value = attribute(element, name);
  return value === null ? [] : value.split(/\s+/u).map((one) => one.replace(/^#/u, ""));
}

/** The elements inside an element. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement);
}

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

/** Whether an element has words that are in none of its elements. */
export function hasOwnText(element: XmlElement): boolean {
  return element.children.some((child) => child instanceof XmlText && child.text.trim() !== "");
}

const BLOCKS = new Set([
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

/** Whether an element holds paragraphs, lines or turns, so that it can't be words of a paragraph. */
export function holdsBlocks(element: XmlElement, finder: Finder): boolean {
  return element.children.some((child) => child instanceof XmlElement && BLOCKS.has(finder.tag(child)));
}

/** Words of an element on one line, or null where it has none. */
export function wordsOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  const words = element.text.replace(/\s+/gu, " ").trim();
  return words === "" ? null : words;
}

/** Looks elements up by the names of TEI. */
export class Finder {
  readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  tag(element: XmlElement): string {
    return tagOf(element, this.prefix);
  }

  /** The first child of one of these names, or null. */
  child(element: XmlElement | null, ...names: string[]): XmlElement | null {
    if (element === null) return null;
    for (const one of element.children)
      if (one instanceof XmlElement && names.includes(this.tag(one))) return one;
    return null;
  }

  /** All that stand somewhere below an element and have one of these names, in the order of the file. */
  all(element: XmlElement | null, ...names: string[]): XmlElement[] {
    const found: XmlElement[] = [];
    const waiting: XmlElement[] = [];
    for (let at = element; at !== null; at = waiting.pop() ?? null) {
      if (at !== element && names.includes(this.tag(at))) found.push(at);
      for (let index = at.children.length - 1; index >= 0; index--) {
        const child = at.children[index];
        if (child instanceof XmlElement) waiting.push(child);
      }
    }
    return found;
  }

  /** The first that stands somewhere below an element, or null. */
  first(element: XmlElement | null, ...names: string[]): XmlElement | null {
    return this.all(element, ...names)[0] ?? null;
  }
}
