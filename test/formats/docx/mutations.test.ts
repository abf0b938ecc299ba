import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocx } from "../../../src/formats/docx.ts";
import { FormatError } from "../../../src/formats/index.ts";
import { paragraph, part, parts, zipped } from "./docx-file.ts";

const FILES = parts({});

test("a file with any of its bytes changed is read or refused, and nothing else", async () => {
  const talk = new Uint8Array(readFileSync(new URL("files/talk.docx", import.meta.url)));
  const change = fc.tuple(fc.nat({ max: talk.length - 1 }), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = talk.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      const result = await readDocx(bytes, "talk.docx").catch((error: unknown) => error);
      if (result instanceof FormatError) expect(result.data.reason).not.toBe("");
      else expect(result).toMatchObject({ format: "docx", title: "The Clock at the Quay" });
    }),
    { numRuns: 60 },
  );
});

const tags =
  "w:p w:r w:t w:pPr w:rPr w:trPr w:tcPr w:tbl w:tr w:tc w:del w:cellDel w:txbxContent w:footnote mc:AlternateContent mc:Choice mc:Fallback w:vanish w:numPr w:pPrChange w:sdtPr".split(
    " ",
  );

test("elements of a document in each other in any way are read or refused, and nothing else", async () => {
  const { tree } = fc.letrec<{ tree: string; trees: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 8, withCrossShrink: true },
      fc.constant("noon"),
      fc.tuple(fc.constantFrom(...tags), tie("trees")).map(([tag, within]) => `<${tag}>${within}</${tag}>`),
    ),
    trees: fc.array(tie("tree"), { maxLength: 4 }).map((trees) => trees.join("")),
  }));
  await fc.assert(
    fc.asyncProperty(tree, async (within) => {
      const body = `<w:body>${within}${paragraph("after")}</w:body>`;
      const result = await readDocx(
        zipped({ ...FILES, "word/document.xml": part("document", body) }),
        "talk.docx",
      ).catch((error: unknown) => error);
      if (!(result instanceof FormatError))
        expect(result).toMatchObject({ text: expect.stringMatching(/after$/) });
    }),
    { numRuns: 100 },
  );
});

test("a document with any of its characters changed is read or refused, and nothing else", async () => {
  const xml = part(
    "document",
    `<w:body>${paragraph("The ferry", " leaves")}<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph("at noon")}</w:tc></w:tr></w:tbl></w:body>`,
  );
  const pieces = [
    "<w:del>",
    "</w:p>",
    "<w:p>",
    "<w:tc>",
    "</w:tc>",
    "<w:r>",
    "<w:rPr>",
    "<w:txbxContent>",
    "<mc:Choice/>",
    "<mc:Fallback/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:cellDel/>",
    "<w:pPr/>",
    "<w:t/>",
    "&#0;",
    "]]>",
    "<!--",
    "xmlns:w='u' ",
  ];
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: xml.length }), fc.constantFrom(...pieces), async (at, piece) => {
      const bytes = zipped({ ...FILES, "word/document.xml": xml.slice(0, at) + piece + xml.slice(at) });
      const result = await readDocx(bytes, "talk.docx").catch((error: unknown) => error);
      if (!(result instanceof FormatError)) expect(result).toMatchObject({ format: "docx" });
    }),
    { numRuns: 100 },
  );
});
