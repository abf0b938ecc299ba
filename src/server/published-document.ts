import { type Context, type DocumentInput, heldEdition } from "../desk/index.ts";
import { DOCUMENT_FORMATS } from "../publish/document-format.ts";
import type { DocumentFormatName } from "../publish/index.ts";
import { inlined } from "./report-page.ts";

export interface PublishedInput extends Pick<DocumentInput, "document" | "version"> {
  readonly format: DocumentFormatName;
  /** The server's address, ending in `/`. */
  readonly base: string;
}

/** A held document in a format, and what its file is called. */
export interface PublishedDocument {
  readonly body: string;
  readonly name: string;
  readonly mediaType: string;
}

/** A version in a format, as the command line prints it but for the server's address. Throws a `DeskError` where it is not held. */
export function publishedDocument(
  { document, version, format, base }: PublishedInput,
  { archive }: Pick<Context, "archive">,
): PublishedDocument {
  return archive.reading(() => {
    const edition = heldEdition(archive, document, version);
    const { render, ending, mediaType } = DOCUMENT_FORMATS[format];
    return { body: render(edition, { base, inlined }), name: `${edition.id}.${ending}`, mediaType };
  });
}
