/** Names of the formats that hold what a bibliography says of a document. */
export const REFERENCE_FORMAT_NAMES = ["bibtex", "ris", "csl"] as const;
export type ReferenceFormatName = (typeof REFERENCE_FORMAT_NAMES)[number];

/** Names of all formats of a document, as `--format` and `?format=` take them. */
export const DOCUMENT_FORMAT_NAMES = ["html", "markdown", "text", "tei", ...REFERENCE_FORMAT_NAMES] as const;
export type DocumentFormatName = (typeof DOCUMENT_FORMAT_NAMES)[number];

export function isDocumentFormat(name: string): name is DocumentFormatName {
  return (DOCUMENT_FORMAT_NAMES as readonly string[]).includes(name);
}

export function isReferenceFormat(name: string): name is ReferenceFormatName {
  return (REFERENCE_FORMAT_NAMES as readonly string[]).includes(name);
}
