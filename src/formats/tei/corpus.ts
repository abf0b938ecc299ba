import { declaredCharset, decode } from "../encoding.ts";
import { partName } from "../part-name.ts";
import type { Part } from "../unpack.ts";
import { localName } from "./element.ts";
import { type OutlinedElement, outlineOf } from "./outline.ts";

/** Where a corpus' start tag stands: behind a declaration, comments and a document type. */
const START_LENGTH = 4096;

const ID = /\sxml:id\s*=\s*["']([^"']{1,200})["']/u;

/**
 * The texts of a TEI corpus, each in a corpus of its own with the header that they share, named by its `xml:id`, else by
 * its number; any other file as it is.
 */
export function teiTexts(bytes: Uint8Array, name: string): readonly Part[] {
  const charset = declaredCharset(bytes);
  if (!decode(bytes.subarray(0, START_LENGTH), charset).text.includes("teiCorpus")) return [{ name, bytes }];
  const xml = decode(bytes, charset).text;
  const { root, start, startTagEnd, children } = outlineOf(xml);
  const texts = children.filter((child) => /^TEI(?:\.2)?$/u.test(localName(child.name)));
  if (root === null || !localName(root).startsWith("teiCorpus") || texts.length < 2) return [{ name, bytes }];
  const header = children.find((child) => localName(child.name) === "teiHeader");
  const shared = xml.slice(start, startTagEnd) + (header === undefined ? "" : words(xml, header));
  const encoder = new TextEncoder();
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const id = ID.exec(xml.slice(text.start, xml.indexOf(">", text.start)))?.[1];
    const part = id === undefined || taken.has(id) ? String(index + 1) : id;
    taken.add(part);
    return { name: partName(name, part), bytes: encoder.encode(`${shared}${words(xml, text)}</${root}>`) };
  });
}

function words(xml: string, { start, end }: OutlinedElement): string {
  return xml.slice(start, end);
}
