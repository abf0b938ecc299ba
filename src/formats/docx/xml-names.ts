/** Attributes of an element by name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** The prefixes that this folder knows namespaces by, whatever a file calls them. */
const PREFIXES = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "custom"],
  ["http://purl.oclc.org/ooxml/officeDocument/customProperties", "custom"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

const KNOWN = new Set(PREFIXES.values());

/** A prefix that no name looked for has: of namespaces that are not known. */
const UNKNOWN = "?";

/** Names remembered; the whole of Word's own vocabulary is about a thousand. */
const MOST_KNOWN = 2000;

interface Scope {
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * Names of elements and attributes with the prefixes of this folder: `w:p` is a paragraph, whatever prefix the file has
 * for that namespace. A prefix that is declared nowhere is taken as it stands.
 */
export class XmlNames {
  readonly #scopes: Scope[] = [{ depth: -1, prefixes: new Map() }];
  readonly #known = new Map<string, string>();
  /** Every prefix declared stands for what it stands for here, so that attributes can stay as they are. */
  #usual = true;

  /** Takes in what an element, `depth` deep, declares. */
  enter(attributes: XmlAttributes, depth: number): void {
    let prefixes: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith("xmlns")) continue;
      const prefix = name.slice("xmlns:".length);
      const known = PREFIXES.get(attributes[name]!) ?? UNKNOWN;
      const around: ReadonlyMap<string, string> = prefixes ?? this.#scopes.at(-1)!.prefixes;
      // Most declarations are of what is never looked for, under a prefix that nothing else has.
      if (known === UNKNOWN && !KNOWN.has(prefix) && !around.has(prefix)) continue;
      prefixes ??= new Map(around);
      prefixes.set(prefix, known);
    }
    if (prefixes === null) return;
    this.#scopes.push({ depth, prefixes });
    this.#renew();
  }

  /** Forgets what the element `depth` deep declared. */
  leave(depth: number): void {
    if (this.#scopes.at(-1)!.depth !== depth) return;
    this.#scopes.pop();
    this.#renew();
  }

  element(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = this.#scopes.at(-1)!.prefixes.get(colon < 0 ? "" : name.slice(0, colon));
    const full = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(name, full);
    return full;
  }

  /** Attributes without a prefix are in no namespace and keep their names. */
  attributes(attributes: XmlAttributes): XmlAttributes {
    if (this.#usual) return attributes;
    const named = Object.entries(attributes).map(([name, value]) => [
      name.includes(":") ? this.element(name) : name,
      value,
    ]);
    return Object.fromEntries(named);
  }

  #renew(): void {
    this.#known.clear();
    this.#usual = [...this.#scopes.at(-1)!.prefixes].every(([prefix, known]) => prefix === known);
  }
}
