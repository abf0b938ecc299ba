/** Characters that XML 1.0 forbids, surrogates without their pair among them. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const REFERENCES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text as XML has it between tags: escaped, and what XML forbids shown as �. */
export function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, "\uFFFD")
    .replace(/[&<>\t\n\r]/g, (glyph) => REFERENCES[glyph] ?? `&#${glyph.charCodeAt(0)};`);
}

/** An element with those of its attributes that have a value; without content it is empty. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | null>>,
  content: string,
): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === null ? "" : ` ${name}="${xmlText(value).replaceAll('"', "&quot;")}"`,
  );
  return `<${tag}${written.join("")}${content === "" ? "/>" : `>${content}</${tag}>`}`;
}
