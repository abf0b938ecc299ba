import type { Entities } from "./entities.ts";

/** A stretch of a text as the file has it: `verbatim` where it stands there letter by letter from `source`. */
export interface RawStretch {
  readonly words: string;
  readonly source: number;
  readonly verbatim: boolean;
}

const PART = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|(&[^;]{1,210};)|[^<&]+/gy;

/** Whether text of a file stands for itself: no reference is in it, no CDATA section and no comment. */
export function isPlain(text: string): boolean {
  return !text.includes("&") && !text.includes("<");
}

/**
 * The characters of `text`, which holds text, references, CDATA sections and comments, and no tag; it stands in the file
 * from `start`.
 */
export function* rawText(text: string, start: number, entities: Entities): Generator<RawStretch> {
  for (const match of text.matchAll(PART)) {
    const source = start + match.index;
    if (match[2] !== undefined) yield { words: referred(match[2], entities), source, verbatim: false };
    else if (match[1] !== undefined)
      yield { words: match[1], source: source + "<![CDATA[".length, verbatim: true };
    else if (!match[0].startsWith("<")) yield { words: match[0], source, verbatim: true };
  }
}

function referred(reference: string, entities: Entities): string {
  const code = /^&#(?:x([0-9a-f]+)|(\d+));$/iu.exec(reference);
  if (code === null) return entities.resolve(reference);
  return String.fromCodePoint(Number.parseInt(code[1] ?? code[2]!, code[1] === undefined ? 10 : 16));
}
