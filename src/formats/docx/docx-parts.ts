import type { DocxPackage, RelationshipKind } from "./package.ts";
import { Refusal } from "./refusal.ts";

/** The names of the parts that are read. Those that a file does not have may be named all the same. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly core: string;
  readonly custom: string;
}

/** Main parts of the other formats that are such packages. */
const OTHERS: readonly (readonly [part: string, format: string])[] = [
  ["xl/workbook.xml", "xlsx"],
  ["ppt/presentation.xml", "pptx"],
  ["content.xml", "odt"],
  ["meta-inf/container.xml", "epub"],
];

/**
 * Finds the parts by the package's relationships, or where they are missing by their usual names. Throws a
 * {@link Refusal}: `unsupported` for a package of another format, `damaged` where there is no document.
 */
export function findParts(docx: DocxPackage): DocxParts {
  const root = docx.relationships("");
  const others = OTHERS.map(([part]) => part);
  const document = [root.get("officeDocument"), "word/document.xml"].find(
    (part) => part !== undefined && docx.has(part) && !others.includes(part),
  );
  if (document === undefined) throw withoutDocument(docx);
  const related = docx.relationships(document);
  const near = (kind: RelationshipKind) => related.get(kind) ?? `word/${kind}.xml`;
  return {
    document,
    styles: near("styles"),
    footnotes: near("footnotes"),
    endnotes: near("endnotes"),
    core: root.get("core-properties") ?? "docprops/core.xml",
    custom: root.get("custom-properties") ?? "docprops/custom.xml",
  };
}

function withoutDocument(docx: DocxPackage): Refusal {
  const format = OTHERS.find(([part]) => docx.has(part))?.[1];
  if (format === undefined)
    return new Refusal("damaged", "it holds no word/document.xml, so it is no DOCX file");
  const reason = `it is ${format} under another name, which cannot be read; save it as PDF, DOCX, plain text, Markdown or HTML`;
  return new Refusal("unsupported", reason, format);
}
