import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

/** The longest name, `CounterClockwiseContourIntegral`, has 31 letters; numbers may be padded with zeros. */
const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,20}|#[0-9]{1,20}|[A-Za-z][A-Za-z0-9]{0,40});?/y;

/** Numbers that stand for themselves in HTML: 0, the C1 controls and surrogates stand for other characters. */
function standsForItself(code: number): boolean {
  return (code >= 32 && code < 127) || (code >= 160 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff);
}

function number(reference: string): number | null {
  const match = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/.exec(reference);
  if (match === null) return null;
  return match[1] === undefined ? Number.parseInt(match[2]!, 10) : Number.parseInt(match[1], 16);
}

function resolve(reference: string): string {
  const code = number(reference);
  if (code !== null && standsForItself(code)) return String.fromCodePoint(code);
  const node = parseFragment(reference).childNodes[0] as DefaultTreeAdapterTypes.TextNode | undefined;
  return node?.value ?? "";
}

/** Resolves character references (`&amp;`, `&#8230;`) as HTML does. Remembers those it met, so keep one for each text. */
export class EntityReader {
  readonly #known = new Map<string, string>();

  /** The reference that starts at `at`, and the characters it stands for; null where there is none. */
  read(text: string, at: number): { readonly length: number; readonly words: string } | null {
    REFERENCE.lastIndex = at;
    const reference = REFERENCE.exec(text)?.[0];
    if (reference === undefined) return null;
    let words = this.#known.get(reference);
    if (words === undefined) {
      words = resolve(reference);
      this.#known.set(reference, words);
    }
    return words === reference ? null : { length: reference.length, words };
  }
}
