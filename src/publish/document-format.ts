import type { Edition } from "../archive/index.ts";
import { documentMarkdown } from "./document-markdown.ts";
import { documentPlainText } from "./document-plain-text.ts";
import { documentFile } from "./html/document-file.ts";
import type { Inlined } from "./html/index.ts";
import { bibtex } from "./reference/bibtex.ts";
import { cslJson } from "./reference/csl.ts";
import { type BibliographicReference, referenceOf } from "./reference/reference.ts";
import { ris } from "./reference/ris.ts";

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

const cited =
  (write: (reference: BibliographicReference) => string): DocumentFormat["render"] =>
  (edition, { base }) =>
    write(referenceOf(edition, null, base));

/** The formats that hold a document's words. A new one is added here, and the command, the API, the pages and harvesters have it. */
export const TEXT_FORMATS: Readonly<Record<string, DocumentFormat>> = {
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
};

/** The formats that hold what a bibliography says of it. */
export const REFERENCE_FORMATS = {
  bibtex: {
    label: "BibTeX",
    mediaType: "application/x-bibtex; charset=utf-8",
    ending: "bib",
    render: cited(bibtex),
  },
  ris: {
    label: "RIS",
    mediaType: "application/x-research-info-systems; charset=utf-8",
    ending: "ris",
    render: cited(ris),
  },
  csl: {
    label: "CSL-JSON",
    mediaType: "application/vnd.citationstyles.csl+json",
    ending: "json",
    render: cited(cslJson),
  },
} as const satisfies Readonly<Record<string, DocumentFormat>>;

/** All of them, by the name that `--format` and `?format=` take. */
export const DOCUMENT_FORMATS: Readonly<Record<string, DocumentFormat>> = {
  ...TEXT_FORMATS,
  ...REFERENCE_FORMATS,
};
