import { type Document, readDocument } from "../../../src/documents/index.ts";
import { type FormattedText, readTei } from "../../../src/formats/index.ts";

const NAMESPACE = "http://www.tei-c.org/ns/1.0";

/** A file of TEI with this text, and what else its header says. */
export function tei(text: string, header = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="${NAMESPACE}"><teiHeader><fileDesc><titleStmt><title>The Pears</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${header}</teiHeader>
<text>${text}</text></TEI>`;
}

/** Persons as a header lists them. */
export function cast(...persons: string[]): string {
  return `<profileDesc><particDesc><listPerson>${persons.join("")}</listPerson></particDesc></profileDesc>`;
}

export function formatted(text: string, header = ""): FormattedText {
  return readTei(tei(text, header), "pears.xml");
}

export function read(text: string, header = ""): Document {
  return readDocument(formatted(text, header), "pears.xml");
}
