import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../src/formats/docx.ts";
import { shown } from "../shown.ts";
import { paragraph, parts, placed, read, run, zipped } from "./docx-file.ts";

const box = (...within: string[]): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${within.join("")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${within.join("")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe("paragraphs are numbered", () => {
  test("as they begin, empty ones and those of cells too", async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph("two")}<w:p/></w:tc><w:tc>${paragraph("four")}</w:tc></w:tr></w:tbl>`;
    const result = await read({ body: `<w:p/>${table}${paragraph(" ")}${paragraph("six")}` });
    expect(placed(result)).toEqual(["2: two", "4: four", "6: six"]);
    expect(result.text).toBe("two\n\nfour\n\nsix");
  });

  test("a text box's after the one that it is anchored in, once", async () => {
    const body = `<w:p>${run("before ")}${box(paragraph("boxed"), `<w:p>${run("outer")}${box(paragraph("inner"))}</w:p>`)}${run("after")}</w:p>${paragraph("next")}`;
    expect(placed(await read({ body }))).toEqual([
      "1: before after",
      "2: boxed",
      "3: outer",
      "4: inner",
      "5: next",
    ]);
  });

  test("in whatever namespace prefix and edition of the standard", async () => {
    const document =
      '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:pPr><ns0:pStyle ns0:val="Title"/></ns0:pPr><ns0:r><ns0:t>Bees</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
    const bytes = zipped({ ...parts({}), "word/document.xml": document });
    expect(shown(await readDocx(bytes, "a.docx"))).toEqual(["heading1: Bees"]);
  });
});

test("any list of paragraphs comes back in order, with its numbers", async () => {
  const words = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .map((text) => text.replace(/[\p{C}\s<>&]/gu, ""));
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1 }), async (texts) => {
      fc.pre(texts.some((text) => text !== ""));
      const result = await read({ body: texts.map((text) => paragraph(text)).join("") });
      const numbered = texts.flatMap((text, index) => (text === "" ? [] : [`${index + 1}: ${text}`]));
      expect(placed(result)).toEqual(numbered);
      expect(result.text).toBe(texts.filter((text) => text !== "").join("\n\n"));
      expect(result.position(result.text.length).line).toBe(numbered.length * 2 - 1);
    }),
    { numRuns: 50 },
  );
});
