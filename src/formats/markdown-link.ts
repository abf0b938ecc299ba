/** The end of a link's address and title in parentheses, offset after `)`, and the address; null where there is none. */
export interface LinkTarget {
  readonly end: number;
  readonly address: string;
}

/** CommonMark asks for three levels of parentheses in an address at least; the limit keeps a search linear. */
const DEEPEST_PARENTHESES = 32;

/** Longer titles and addresses are no writer's; the limit keeps a line of openings from costing its square. */
const LONGEST_PART = 4000;

const CLOSING_MARK = new Map([
  ['"', '"'],
  ["'", "'"],
  ["(", ")"],
]);

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && i - at < LONGEST_PART && /[ \t\n\r]/.test(text[i]!)) i++;
  return i;
}

function angleEnd(text: string, at: number): number | null {
  for (let i = at + 1; i < text.length && i - at < LONGEST_PART; i++) {
    const unit = text[i];
    if (unit === ">") return i + 1;
    if (unit === "<" || unit === "\n" || unit === "\r") return null;
    if (unit === "\\") i++;
  }
  return null;
}

function bareEnd(text: string, at: number): number | null {
  let depth = 0;
  let i = at;
  for (; i < text.length && i - at < LONGEST_PART; i++) {
    const unit = text[i]!;
    if (unit <= " ") break;
    if (unit === "\\") i++;
    else if (unit === "(" && ++depth > DEEPEST_PARENTHESES) return null;
    else if (unit === ")" && --depth < 0) break;
  }
  return depth > 0 ? null : i;
}

function titleEnd(text: string, at: number): number | null {
  const close = CLOSING_MARK.get(text[at] ?? "");
  if (close === undefined) return null;
  for (let i = at + 1; i < text.length && i - at < LONGEST_PART; i++) {
    if (text[i] === close) return i + 1;
    if (text[i] === "\\") i++;
  }
  return null;
}

/** Reads `(address "title")`, whose `(` stands at `at`. Words with blanks between them are no address. */
export function linkTarget(text: string, at: number): LinkTarget | null {
  const start = skipSpace(text, at + 1);
  const end = text[start] === "<" ? angleEnd(text, start) : bareEnd(text, start);
  if (end === null) return null;
  const address = text.slice(start, end);
  let close = skipSpace(text, end);
  if (close > end && text[close] !== ")") {
    const title = titleEnd(text, close);
    if (title === null) return null;
    close = skipSpace(text, title);
  }
  return text[close] === ")" ? { end: close + 1, address } : null;
}

/** The label in `[label]`, whose `[` stands at `at`, and the offset after its `]`; null where there is none. */
export function linkLabel(text: string, at: number): { readonly end: number; readonly label: string } | null {
  for (let i = at + 1; i < text.length && i - at <= 1000; i++) {
    if (text[i] === "]") return { end: i + 1, label: text.slice(at + 1, i) };
    if (text[i] === "[") return null;
    if (text[i] === "\\") i++;
  }
  return null;
}

/** Labels are compared without regard to case and white space. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
