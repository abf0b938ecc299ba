import { parseXml, type XmlElement, XmlError } from "@rgrove/parse-xml";
import { FormatError, type FormatErrorCode } from "../format-error.ts";
import { LineIndex } from "../line-index.ts";
import { Entities, EntityError } from "./entities.ts";
import { type Outline, outlineOf } from "./outline.ts";

/**
 * Longest file that is read, in UTF-16 code units: of running text it takes about 200 MB. The longest novels and a day of
 * a parliament have five million.
 */
const LONGEST = 8 * 1024 * 1024;

/**
 * Most elements that are read. Each takes some 600 bytes with the text beside it, so the tree stays under 300 MB. A file of
 * the greatest length has so many where there is one for every 17 characters.
 */
const MOST_ELEMENTS = 500_000;

/** Deepest nesting that is read. The parser and our walk go down by calls; a real text has some thirty levels. */
const DEEPEST = 500;

/** A parsed file: its root, and what its references stand for. */
export interface ParsedXml {
  readonly root: XmlElement;
  readonly entities: Entities;
}

/** Tells what is wrong with a file; the result is thrown. */
export function teiError(code: FormatErrorCode, name: string, reason: string): FormatError {
  return new FormatError(code, { name, format: "tei", reason });
}

/**
 * Parses XML without fetching anything. Throws a {@link FormatError}: `damaged` with line and column for what is not
 * well-formed, `too-complex` for what is too long, too deep, of too many elements or built of entities in entities, `unsupported` where
 * another file would have to be taken in.
 */
export function parse(xml: string, name: string): ParsedXml & { readonly outline: Outline } {
  if (xml.length > LONGEST) {
    const reason = `it has ${megabytes(xml.length)} million characters, and TEI is read up to ${megabytes(LONGEST)}; split it`;
    throw teiError("too-complex", name, reason);
  }
  const outline = outlineOf(xml);
  if (outline.depth > DEEPEST)
    throw teiError(
      "too-complex",
      name,
      `its elements are nested ${outline.depth} deep, more than ${DEEPEST}`,
    );
  if (outline.elements > MOST_ELEMENTS) {
    const reason = `it has ${outline.elements} elements, and TEI is read up to ${MOST_ELEMENTS}; split it`;
    throw teiError("too-complex", name, reason);
  }
  const entities = new Entities(outline.subset);
  try {
    const options = {
      includeOffsets: true,
      resolveUndefinedEntity: (reference: string) => entities.resolve(reference),
    };
    return { root: parseXml(xml, options).root!, entities, outline };
  } catch (error) {
    throw refusal(error, xml, name);
  }
}

function megabytes(length: number): string {
  return (length / 1e6).toFixed(1).replace(/\.0$/u, "");
}

function refusal(error: unknown, xml: string, name: string): unknown {
  if (error instanceof XmlError) {
    const { line, column } = new LineIndex(xml).position(offsetOf(xml, error.pos));
    const reason = `it is no sound XML: ${sentence(error)} at line ${line}, column ${column}`;
    return teiError("damaged", name, reason);
  }
  if (error instanceof EntityError) return entityRefusal(error, xml, name);
  return error instanceof RangeError ? teiError("too-complex", name, "it is too deep to be read") : error;
}

/** The first line of the parser's message without its place, which it counts in characters. */
function sentence({ message }: Error): string {
  return message
    .split("\n", 1)[0]!
    .replace(/ \(line \d+, column \d+\)$/u, "")
    .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** UTF-16 offset of a character, as the parser counts characters. */
function offsetOf(xml: string, characters: number): number {
  let at = 0;
  for (let count = 0; count < characters && at < xml.length; count++)
    at += xml.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

function entityRefusal({ kind, entity }: EntityError, xml: string, name: string): FormatError {
  const at = `&${entity};`;
  if (kind === "external")
    return teiError("unsupported", name, `${at} stands for another file; put the files together first`);
  if (kind === "nested")
    return teiError("too-complex", name, `${at} is an entity that holds markup or others; resolve it first`);
  const { line, column } = new LineIndex(xml).position(xml.indexOf(at));
  return teiError("damaged", name, `${at} at line ${line}, column ${column} is not declared`);
}
