import type { Edition } from "../archive/index.ts";
import type { Passage } from "../documents/index.ts";
import { DOCUMENT_FORMATS, REFERENCE_WRITERS } from "../publish/document-format.ts";
import type { DocumentFormatName, ReferenceFormatName } from "../publish/index.ts";
import { referenceOf } from "../publish/reference/reference.ts";
import { inlined } from "../server/report-page.ts";

/** A version in a format, without the address of any server. */
export function renderedDocument(edition: Edition, format: DocumentFormatName): string {
  return DOCUMENT_FORMATS[format].render(edition, { base: null, inlined });
}

/** A version, or one of its passages, as a reference. */
export function renderedReference(
  edition: Edition,
  passage: Passage | null,
  format: ReferenceFormatName,
): string {
  return REFERENCE_WRITERS[format](referenceOf(edition, passage, null));
}
