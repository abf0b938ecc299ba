/** What the fields at the head of a Markdown file say; null where they say nothing. */
export interface FrontMatter {
  /** Offset of the first line after it; 0 where there is none. */
  readonly end: number;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
}

const NONE: FrontMatter = {
  end: 0,
  title: null,
  author: null,
  published: null,
  outlet: null,
  language: null,
};

/** YAML between `---` lines (the last may be `...`) or TOML between `+++` lines, at the very start. */
const OPENING = /^\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;

const FIELD = /^([A-Za-z][\w.-]*)[ \t]*[:=](?:[ \t]+(.*)|$)/;

const KEYS = {
  title: ["title"],
  author: ["author", "authors", "byline", "creator"],
  published: ["date", "published", "publishdate", "pubdate", "date-published", "published_time"],
  outlet: ["outlet", "publisher", "publication", "site", "site_name", "source"],
  language: ["lang", "language", "locale"],
} as const;

interface Block {
  readonly lines: readonly string[];
  readonly end: number;
}

/** The lines between the fences, or null where the first line opens none or nothing closes it. */
function fencedLines(source: string): Block | null {
  const opening = OPENING.exec(source);
  if (opening === null) return null;
  const closing =
    opening[1] === "---"
      ? /(?:^|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|[\n\r]|$)/g
      : /(?:^|\n|\r)\+\+\+[ \t]*(?:\r\n|[\n\r]|$)/g;
  closing.lastIndex = opening[0].length - 1;
  const close = closing.exec(source);
  if (close === null) return null;
  const lines = source.slice(opening[0].length, close.index).split(/\r\n|[\n\r]/);
  return { lines, end: close.index + close[0].length };
}

function unquoted(value: string): string {
  const words = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(words);
  if (quoted === null) return words.replace(/\s#.*$/, "").trim();
  return (quoted[1]?.replace(/\\(["\\])/g, "$1") ?? quoted[2]!.replace(/''/g, "'")).trim();
}

function list(value: string): string {
  const inner = /^\[(.*)\]$/.exec(value.trim())?.[1];
  return inner === undefined ? unquoted(value) : inner.split(",").map(unquoted).filter(Boolean).join(", ");
}

/** Values by lower-case key; the items of a list, or the indented `name:` of one, are joined by commas. */
function fields(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let key: string | null = null;
  for (const line of lines) {
    const field = FIELD.exec(line);
    const item = /^[ \t]*(?:-[ \t]+)?(?:name[ \t]*:[ \t]*)?(?![\w.-]+[ \t]*:[ \t])(\S.*)$/.exec(line)?.[1];
    if (field !== null) {
      key = field[1]!.toLowerCase();
      const value = list(field[2] ?? "");
      if (value !== "" && !/^[|>][+-]?$/.test(value)) found.set(key, value);
    } else if (key !== null && item !== undefined && /^[ \t-]/.test(line)) {
      const before = found.get(key);
      found.set(key, before === undefined ? unquoted(item) : `${before}, ${unquoted(item)}`);
    }
  }
  return found;
}

function pick(found: ReadonlyMap<string, string>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = found.get(key);
    if (value !== undefined && value !== "") return value;
  }
  return null;
}

/** Keys that tell front matter from a transcript between two rules, whose labels have the form of fields too. */
const TELLING = new Set<string>([
  ...Object.values(KEYS).flat(),
  ..."layout tags categories draft description subtitle slug permalink weight toc type id image cover".split(
    " ",
  ),
]);

function isFields(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "" && !/^[ \t]*#/.test(line));
  if (!written.every((line) => FIELD.test(line) || /^[ \t\]}[-]/.test(line))) return false;
  return written.some((line) => TELLING.has(FIELD.exec(line)?.[1]?.toLowerCase() ?? ""));
}

/**
 * Reads the front matter of a Markdown file. Between two rules there is front matter only if all that stands there are
 * fields, and one of them is known; else the rules are rules, and the text between them is text.
 */
export function readFrontMatter(source: string): FrontMatter {
  const block = fencedLines(source);
  if (block === null || !isFields(block.lines)) return NONE;
  const found = fields(block.lines);
  return {
    end: block.end,
    title: pick(found, KEYS.title),
    author: pick(found, KEYS.author),
    published: pick(found, KEYS.published),
    outlet: pick(found, KEYS.outlet),
    language: pick(found, KEYS.language),
  };
}
