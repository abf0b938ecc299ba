import { type DefaultTreeAdapterMap, parse, parseFragment } from "parse5";

export type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];

/** Every element of a page, or of a piece of one, in its order. */
export function elementsOf(page: string): Element[] {
  return descendants(page.startsWith("<!doctype") ? parse(page) : parseFragment(page));
}

export function descendants(node: Node): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => [...("tagName" in child ? [child] : []), ...descendants(child)]);
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(" ").includes(name);
}

/** All text in an element. */
export function textOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterMap["textNode"]).value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** Tags that pages are made of; what else stands on one comes from a text. */
const OWN = new Set(
  (
    "html head meta title link script body a header nav ul ol li main h1 h2 h3 h4 p div section article aside dl dt dd " +
    "form label input select option button textarea details summary table thead tbody tr th td figure figcaption svg " +
    "desc path line rect circle text g bdi span abbr b br code cite q ins del mark time blockquote fieldset legend footer"
  ).split(" "),
);

/** What on a page is not of the page's making: tags, handlers, inline styles and links that lead elsewhere. */
export function foreignParts(page: string): string[] {
  return elementsOf(page).flatMap((element) => [
    ...(OWN.has(element.tagName) ? [] : [`<${element.tagName}>`]),
    ...(element.tagName === "script" && element.childNodes.length > 0 ? ["inline script"] : []),
    ...element.attrs.flatMap(({ name, value }) =>
      /^on|^style$/u.test(name) || (/^(?:href|src|action)$/u.test(name) && !/^(?:[#?]|\/(?!\/))/u.test(value))
        ? [`${name}=${value}`]
        : [],
    ),
  ]);
}
