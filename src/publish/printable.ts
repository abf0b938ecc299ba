/** Control characters, and those that turn the direction of a line: shown as � so that no text can rewrite the screen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
export const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** A text on one line, safe to print: every run of spaces and line ends is one space. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, " ").replace(CONTROLS, "\uFFFD");
}

/** {@link printable}, without spaces at its ends. */
export function oneLine(text: string): string {
  return printable(text).trim();
}
