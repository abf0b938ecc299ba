import { xmlText } from "../xml-text.ts";

/** A text between tags that comes back as it is: white space that a reader of XML would change stands as references. */
export function exactText(text: string): string {
  return xmlText(text).replace(/[\t\n]/g, (glyph) => `&#${glyph.charCodeAt(0)};`);
}

/** An element with those of its attributes that have a value; without content it is empty. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | null>>,
  content: string,
): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === null ? "" : ` ${name}="${exactText(value)}"`,
  );
  return `<${tag}${written.join("")}${content === "" ? "/>" : `>${content}</${tag}>`}`;
}
