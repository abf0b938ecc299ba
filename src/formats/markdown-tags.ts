/** Elements of HTML that may stand inside a line; what else stands in angle brackets is a writer's own sign and stays. */
const NAMES = new Set(
  `a abbr acronym address article aside audio b bdi bdo big blockquote body br button canvas caption center cite code
   col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3
   h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav
   nobr noscript object ol option output p picture pre progress q rp rt ruby s samp script section select small source
   span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt
   u ul var video wbr`.split(/\s+/),
);

const TAG =
  /^<(?:\/([a-z][a-z0-9-]*)\s*|([a-z][a-z0-9-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/i;

const AUTOLINK = /^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+)>/i;

/** Tags are looked for this far; longer ones are no writer's. It keeps a line of `<a <a <a` from costing its square. */
const LONGEST_TAG = 2000;

/** True for names that HTML has, or that a page may define (`my-element`). */
function isHtmlName(name: string): boolean {
  return NAMES.has(name.toLowerCase()) || name.includes("-");
}

/** The tag that a text begins with: its length and its name, if HTML has it. */
export function leadingTag(text: string): { readonly length: number; readonly name: string } | null {
  const tag = TAG.exec(text.slice(0, LONGEST_TAG));
  const name = (tag?.[1] ?? tag?.[2])?.toLowerCase();
  return tag === null || name === undefined || !isHtmlName(name) ? null : { length: tag[0].length, name };
}

/** Something in angle brackets, and what stands for it in the text. */
export interface Angle {
  readonly length: number;
  /** `tag` and `comment` leave nothing, `break` a line break, `link` the address between its brackets. */
  readonly kind: "tag" | "comment" | "break" | "link";
}

/** Reads what stands in angle brackets in a line of Markdown; one for each text, as it remembers what never ends. */
export class AngleReader {
  readonly #text: string;
  /** From here on no comment ends. */
  #noCommentEnd = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.#text = text;
  }

  /** The tag, comment or address whose `<` stands at `at`, or null. */
  read(at: number): Angle | null {
    if (this.#text.startsWith("<!--", at)) return this.#comment(at);
    const window = this.#text.slice(at, at + LONGEST_TAG);
    const link = AUTOLINK.exec(window);
    if (link !== null) return { length: link[0].length, kind: "link" };
    const tag = leadingTag(window);
    return tag === null ? null : { length: tag.length, kind: tag.name === "br" ? "break" : "tag" };
  }

  #comment(at: number): Angle | null {
    if (at >= this.#noCommentEnd) return null;
    const end = this.#text.indexOf("-->", at + 2);
    if (end < 0) this.#noCommentEnd = at;
    return end < 0 ? null : { length: end + 3 - at, kind: "comment" };
  }
}
