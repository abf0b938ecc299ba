/** What XML 1.0 has no character for, and what parts one text from another: shown as �. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // A reader of XML makes a line feed of a bare one.
  "\r": "&#13;",
};

/** A text as XML has it, in an element or between the quotation marks of an attribute. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "\uFFFD")
    .replace(/[&<>"'\r]/gu, (sign) => SIGNS[sign]!);
}
