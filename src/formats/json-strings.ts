import { type BuiltText, TextBuilder } from "./text-builder.ts";

/** Strings this deep inside a value are looked for: `passages/3/quoted/1/text`. Deeper ones are no words that are read. */
const DEPTH = 5;

const ESCAPED: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

interface Container {
  readonly isList: boolean;
  /** Of an object: the key whose value comes next, or null before one. */
  key: string | null;
  index: number;
}

/**
 * Where the strings of valid JSON stand: for each path (`turns/0/paragraphs/1`), the offset behind its opening mark. Of a
 * key that stands twice the last counts, as for `JSON.parse`. Linear, and never recurses.
 */
export function stringsOf(json: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const open: Container[] = [];
  for (let at = 0; at < json.length; at++) {
    const letter = json[at]!;
    const top = open.at(-1);
    if (letter === "{" || letter === "[") open.push({ isList: letter === "[", key: null, index: 0 });
    else if (letter === "}" || letter === "]") open.pop();
    else if (letter === "," && top !== undefined) {
      top.index++;
      top.key = null;
    } else if (letter === '"') {
      const end = endOfString(json, at + 1);
      if (top !== undefined && !top.isList && top.key === null)
        top.key = JSON.parse(json.slice(at, end + 1)) as string;
      else if (open.length <= DEPTH)
        found.set(open.map(({ isList, key, index }) => (isList ? index : key)).join("/"), at + 1);
      at = end;
    }
  }
  return found;
}

function endOfString(json: string, from: number): number {
  let at = from;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

/** The string whose words begin at `from` of valid JSON, and the way back from it to offsets of `json`. */
export function builtString(json: string, from: number): BuiltText {
  const built = new TextBuilder();
  let at = from;
  for (let next = at; ; next = at) {
    while (json[next] !== '"' && json[next] !== "\\") next++;
    built.append(json.slice(at, next), at, true);
    if (json[next] === '"') return built.finish();
    const sign = json[next + 1]!;
    const isCode = sign === "u";
    const letter = isCode
      ? String.fromCharCode(Number.parseInt(json.slice(next + 2, next + 6), 16))
      : (ESCAPED[sign] ?? sign);
    built.append(letter, next, false);
    at = next + (isCode ? 6 : 2);
  }
}
