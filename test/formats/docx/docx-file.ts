import { strToU8, zipSync } from "fflate";
import { readDocx } from "../../../src/formats/docx.ts";
import type { FormattedText } from "../../../src/formats/index.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Namespaces that Word declares on its parts. */
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(" ");

/** What a test puts into a file; the rest of each part is made around it. */
export interface Contents {
  readonly body?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly core?: string;
  readonly custom?: string;
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const relationships = (within: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${within}</Relationships>`;

const ROOT = relationships(
  relationship("r1", `${OFFICE}/officeDocument`, "word/document.xml") +
    relationship("r2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml") +
    relationship("r3", `${OFFICE}/custom-properties`, "docProps/custom.xml"),
);
const DOCUMENT = relationships(
  ["styles", "footnotes", "endnotes"]
    .map((part) => relationship(part, `${OFFICE}/${part}`, `${part}.xml`))
    .join(""),
);

/** A part of the document's own markup. */
export function part(root: string, within: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${within}</w:${root}>`;
}

/** The parts of a file, by their names. */
export function parts(contents: Contents): Record<string, string> {
  const { body = "", styles, footnotes, endnotes, core, custom } = contents;
  const files: Record<string, string> = {
    "_rels/.rels": ROOT,
    "word/_rels/document.xml.rels": DOCUMENT,
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
  };
  if (styles !== undefined) files["word/styles.xml"] = part("styles", styles);
  if (footnotes !== undefined) files["word/footnotes.xml"] = part("footnotes", footnotes);
  if (endnotes !== undefined) files["word/endnotes.xml"] = part("endnotes", endnotes);
  if (core !== undefined)
    files["docProps/core.xml"] =
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`;
  if (custom !== undefined)
    files["docProps/custom.xml"] =
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>`;
  return files;
}

/** Files packed as a zip archive. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A file's text, of its contents. */
export function read(contents: Contents): Promise<FormattedText> {
  return readDocx(zipped(parts(contents)), "talk.docx");
}

/** A paragraph with one run for each text. */
export function paragraph(...texts: string[]): string {
  return `<w:p>${texts.map(run).join("")}</w:p>`;
}

/** A run with a text. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of a style, which a file need not have. */
export function styled(style: string, text: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${run(text)}</w:p>`;
}

/** Every place as its paragraph's number and the words that stand there. */
export function placed({ text, places }: FormattedText): string[] {
  return places.map(({ start, end, place }) => {
    const part = place.kind === "paragraph" && place.part !== "body" ? ` of the ${place.part}` : "";
    return `${place.kind === "paragraph" ? place.number : "?"}${part}: ${text.slice(start, end)}`;
  });
}
