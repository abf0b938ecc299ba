import type { Edition } from "../../archive/index.ts";
import { DOCUMENT_FORMATS, type DocumentFormat } from "../../publish/document-format.ts";
import { dublinCore } from "../../publish/index.ts";
import { inlined } from "../report-page.ts";

/** A format in which records are given to harvesters. */
export interface MetadataFormat {
  readonly schema: string;
  readonly namespace: string;
  /** Records of an answer at the most. */
  readonly records: number;
  /** A version as one element, in its own namespace, without an XML declaration. `base` is the server's address. */
  readonly render: (edition: Edition, base: string) => string;
}

const DUBLIN_CORE: MetadataFormat = {
  schema: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
  namespace: "http://www.openarchives.org/OAI/2.0/oai_dc/",
  records: 50,
  render: (edition, base) =>
    dublinCore(edition, `${base}documents/${encodeURIComponent(edition.id.toWellFormed())}`),
};

/** TEI P5, where documents are published in it. */
function teiFormat(): MetadataFormat | null {
  const tei = (DOCUMENT_FORMATS as Readonly<Record<string, DocumentFormat>>).tei;
  if (tei === undefined) return null;
  return {
    schema: "http://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd",
    namespace: "http://www.tei-c.org/ns/1.0",
    // Passages have ids of their document, and no XML may have an id twice: parsers refuse it.
    records: 1,
    // What stands before the root element of a file has no place inside of another.
    render: (edition, base) =>
      tei.render(edition, { base, inlined }).replace(/^\s*(?:<\?[^>]*\?>\s*|<!DOCTYPE[^>]*>\s*)*/u, ""),
  };
}

const tei = teiFormat();

/** By metadataPrefix. */
export const METADATA_FORMATS: ReadonlyMap<string, MetadataFormat> = new Map([
  ["oai_dc", DUBLIN_CORE],
  ...(tei === null ? [] : [["tei", tei] as const]),
]);
