import type { Entities } from "./entities.ts";

/** A stretch of a text as the file has it: `verbatim` where it stands there letter by letter from `source`. */
export interface RawStretch {
  readonly words: string;
  readonly source: number;
  readonly verbatim: boolean;
}

const PART = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|(&[^;]{1,210};)|[^<&]+/gy;

/** The characters of `xml[start, end)`, which holds text, references, CDATA sections and comments, and no tag. */
export function rawText(xml: string, start: number, end: number, entities: Entities): RawStretch[] {
  const stretches: RawStretch[] = [];
  const within = xml.slice(start, end);
  for (const match of within.matchAll(PART)) {
    const source = start + match.index;
    if (match[2] !== undefined)
      stretches.push({ words: referred(match[2], entities), source, verbatim: false });
    else if (match[1] !== undefined)
      stretches.push({ words: match[1], source: source + "<![CDATA[".length, verbatim: true });
    else if (!match[0].startsWith("<")) stretches.push({ words: match[0], source, verbatim: true });
  }
  return stretches;
}

function referred(reference: string, entities: Entities): string {
  const code = /^&#(?:x([0-9a-f]+)|(\d+));$/iu.exec(reference);
  if (code === null) return entities.resolve(reference);
  return String.fromCodePoint(Number.parseInt(code[1] ?? code[2]!, code[1] === undefined ? 10 : 16));
}
