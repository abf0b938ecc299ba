import type { Edition } from "../archive/index.ts";
import type { DocumentFormatName, ReferenceFormatName } from "./document-format-name.ts";
import { documentMarkdown } from "./document-markdown.ts";
import { documentPlainText } from "./document-plain-text.ts";
import { documentFile } from "./html/document-file.ts";
import type { Inlined } from "./html/index.ts";
import { bibtex } from "./reference/bibtex.ts";
import { cslJson } from "./reference/csl.ts";
import { type BibliographicReference, referenceOf } from "./reference/reference.ts";
import { ris } from "./reference/ris.ts";
import { documentTei } from "./tei.ts";

/** What a document is published with beside its own words. */
export interface PublishSetting {
  /** The address of the server that shows it, ending in `/`; null where none does. */
  readonly base: string | null;
  /** Style and script of a page that needs nothing else. */
  readonly inlined: () => Inlined;
}

/** A format in which a held document is given out. */
export interface DocumentFormat {
  /** As people call it. */
  readonly label: string;
  readonly mediaType: string;
  /** Of a file's name, without the full stop. */
  readonly ending: string;
  /** A version, all of it; ends with a line's end. */
  readonly render: (edition: Edition, setting: PublishSetting) => string;
}

/** How each format of a reference is written. */
export const REFERENCE_WRITERS: Readonly<
  Record<ReferenceFormatName, (reference: BibliographicReference) => string>
> = { bibtex, ris, csl: cslJson };

const cited =
  (name: ReferenceFormatName): DocumentFormat["render"] =>
  (edition, { base }) =>
    REFERENCE_WRITERS[name](referenceOf(edition, null, base));

/** Every format of a document. A new one has its name in document-format-name.ts: then the command, the API and the pages have it. */
export const DOCUMENT_FORMATS: Readonly<Record<DocumentFormatName, DocumentFormat>> = {
  html: {
    label: "HTML",
    mediaType: "text/html; charset=utf-8",
    ending: "html",
    render: (edition, { inlined }) => documentFile(edition, inlined()),
  },
  markdown: {
    label: "Markdown",
    mediaType: "text/markdown; charset=utf-8",
    ending: "md",
    render: documentMarkdown,
  },
  text: {
    label: "Text",
    mediaType: "text/plain; charset=utf-8",
    ending: "txt",
    render: ({ document }) => documentPlainText(document),
  },
  tei: {
    label: "TEI",
    mediaType: "application/tei+xml; charset=utf-8",
    ending: "xml",
    render: documentTei,
  },
  bibtex: {
    label: "BibTeX",
    mediaType: "application/x-bibtex; charset=utf-8",
    ending: "bib",
    render: cited("bibtex"),
  },
  ris: {
    label: "RIS",
    mediaType: "application/x-research-info-systems; charset=utf-8",
    ending: "ris",
    render: cited("ris"),
  },
  csl: {
    label: "CSL-JSON",
    mediaType: "application/vnd.citationstyles.csl+json",
    ending: "json",
    render: cited("csl"),
  },
};
