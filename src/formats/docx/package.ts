import { Refusal } from "./refusal.ts";
import { type Allowance, unzip } from "./unzip.ts";
import { type XmlHandler, XmlReader } from "./xml-reader.ts";
import { entryName, readDirectory, type ZipEntry } from "./zip-directory.ts";

/**
 * What all parts that are read may unpack to, together. A text of 10 MB, ten novels, is 15 to 50 MB of a word processor's
 * XML; the worst that can be written in so many bytes is read in some five seconds and 500 MB.
 */
const UNPACKED_BYTES = 50e6;

/** A relationship's kinds, by the end of its type: both editions of the standard share it. */
export type RelationshipKind =
  | "officeDocument"
  | "styles"
  | "footnotes"
  | "endnotes"
  | "core-properties"
  | "custom-properties";

/** Parts inside the package by the kind of their relationship. What lies outside it is never looked at. */
export type Relationships = ReadonlyMap<string, string>;

function resolve(base: string, target: string): string {
  const path = target.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const step of target.split(/[/\\]/)) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return entryName(path.join("/"));
}

function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The parts of a DOCX file. Only what is asked for is unpacked; pictures and whatever is embedded never are. */
export class DocxPackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #allowance: Allowance = { left: UNPACKED_BYTES };

  /** Throws a {@link Refusal} `damaged` for bytes that are no whole zip archive. */
  constructor(bytes: Uint8Array) {
    const entries = readDirectory(bytes);
    if (entries === null)
      throw new Refusal("damaged", "it is cut off, or no DOCX file: its directory is missing");
    this.#bytes = bytes;
    this.#entries = entries;
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  /** Hands a part to `handler`, if it is there; else does nothing. Throws as {@link unzip} and {@link XmlReader} do. */
  read(part: string, handler: XmlHandler): void {
    const entry = this.#entries.get(part);
    if (entry === undefined) return;
    const reader = new XmlReader(part, handler);
    unzip(this.#bytes, part, entry, this.#allowance, (bytes) => reader.write(bytes));
    reader.end();
  }

  /** What a part is related to; the package itself is the part "". */
  relationships(part: string): Relationships {
    const related = new Map<string, string>();
    this.read(relationshipsOf(part), {
      open: (name, { Type, Target, TargetMode }) => {
        if (name !== "rel:Relationship" || Type === undefined || Target === undefined) return;
        const kind = Type.slice(Type.lastIndexOf("/") + 1).replace(/^(core|custom)P/, "$1-p");
        if (TargetMode !== "External" && !related.has(kind)) related.set(kind, resolve(part, Target));
      },
      close: () => {},
      text: () => {},
    });
    return related;
  }
}
