import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../src/formats/docx.ts";
import { shown } from "../shown.ts";
import { paragraph, parts, placed, read, run, styled, zipped } from "./docx-file.ts";

const style = (id: string, name: string, within = "", attributes = ""): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${attributes}><w:name w:val="${name}"/>${within}</w:style>`;

const STYLES = [
  style("Normal", "Normal", "", ' w:default="1"'),
  style("berschrift2", "heading 2", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style("1", "heading 1"),
  style("Part", "Part of the talk", '<w:basedOn w:val="berschrift2"/>'),
  style("Aside", "Aside", '<w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  style("Zitat", "Quote"),
  style("Said", "What she said", '<w:basedOn w:val="Zitat"/>'),
  style("Figure", "Figure", '<w:basedOn w:val="Caption"/>'),
  style("Caption", "caption"),
  style("Listenabsatz", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
  style("Steps", "Steps", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>'),
  style("Round", "Round", '<w:basedOn w:val="Round"/>'),
  style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>"),
].join("");

const list = (number: string, level = "0"): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;

const kinds: [what: string, body: string, shown: string][] = [
  ["a paragraph without a style", paragraph("Bread"), "paragraph: Bread"],
  ["a heading by its built-in name", styled("1", "Bread"), "heading1: Bread"],
  ["a heading by its outline level", styled("berschrift2", "Bread"), "heading2: Bread"],
  ["a heading by the style that its own is based on", styled("Part", "Bread"), "heading2: Bread"],
  ["no heading where a style takes the outline level away", styled("Aside", "Bread"), "paragraph: Bread"],
  [
    "a heading by its own outline level",
    styled("Normal", "Bread", '<w:outlineLvl w:val="7"/>'),
    "heading6: Bread",
  ],
  [
    "no heading where the paragraph takes it away",
    styled("1", "Bread", '<w:outlineLvl w:val="9"/>'),
    "paragraph: Bread",
  ],
  ["a title", styled("Title", "Bread"), "heading1: Bread"],
  ["a subtitle", styled("Subtitle", "Bread"), "heading2: Bread"],
  ["a quotation", styled("Zitat", "Bread"), "quotation1: Bread"],
  ["a quotation by the style that its own is based on", styled("Said", "Bread"), "quotation1: Bread"],
  ["a caption by the style that its own is based on", styled("Figure", "Bread"), "caption: Bread"],
  ["an item by its own list", styled("Normal", "Bread", list("3", "2")), "item3: Bread"],
  ["an item by the name of its style", styled("Listenabsatz", "Bread"), "item2: Bread"],
  ["an item by the list of its style", styled("Steps", "Bread"), "item2: Bread"],
  ["no item where the paragraph takes it away", styled("Steps", "Bread", list("0")), "paragraph: Bread"],
  ["a numbered heading", styled("1", "Bread", list("3")), "heading1: Bread"],
  ["a style that is based on itself", styled("Round", "Bread"), "paragraph: Bread"],
];

test.each(kinds)("%s", async (_, body, expected) => {
  expect(shown(await read({ body, styles: STYLES }))).toEqual([expected]);
});

test.each([
  ["Heading3", "heading3"],
  ["Überschrift 1", "heading1"],
  ["Titre2", "heading2"],
  ["Ttulo1", "heading1"],
  ["عنوان 2", "heading2"],
  ["Titel", "heading1"],
  ["Untertitel", "heading2"],
  ["Sous-titre", "heading2"],
  ["Puesto", "heading1"],
  ["العنوان", "heading1"],
  ["Beschriftung", "caption"],
  ["Lgende", "caption"],
  ["Descripcin", "caption"],
  ["تسمية توضيحية", "caption"],
  ["IntenseQuote", "quotation1"],
  ["BlockText", "quotation1"],
  ["IntensivesZitat", "quotation1"],
  ["Citationintense", "quotation1"],
  ["Citadestacada", "quotation1"],
  ["اقتباس مكثف", "quotation1"],
  ["Standard", "paragraph"],
])("a style called %s makes a %s, even in a file without styles", async (name, expected) => {
  expect(shown(await read({ body: styled(name, "Bread") }))).toEqual([`${expected}: Bread`]);
});

test("words of a hidden style are left out", async () => {
  const body = styled("Secret", "no") + paragraph("yes");
  expect((await read({ body, styles: STYLES })).text).toBe("yes");
});

const changes: [what: string, body: string, places: string[]][] = [
  [
    "insertions are in, deletions are out",
    `<w:p>${run("The ")}<w:ins w:id="1">${run("new ")}</w:ins><w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>${run("boat")}</w:p>`,
    ["1: The new boat"],
  ],
  [
    "an insertion that was deleted again is out",
    `<w:p>${run("a")}<w:ins><w:del>${run("b")}</w:del>${run("c")}</w:ins></w:p>`,
    ["1: ac"],
  ],
  [
    "what was moved stands where it was moved to",
    `<w:p><w:moveFromRangeStart w:id="1"/><w:moveFrom>${run("first ")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run("second ")}<w:moveTo>${run("first")}</w:moveTo></w:p>`,
    ["1: second first"],
  ],
  [
    "a deleted paragraph mark joins two paragraphs",
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("one ")}</w:p>${paragraph("two")}${paragraph("three")}`,
    ["1: one ", "2: two", "3: three"],
  ],
  [
    "a paragraph that was moved away leaves nothing, and counts",
    `<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom>${run("one")}</w:moveFrom></w:p>${paragraph("two")}`,
    ["2: two"],
  ],
  [
    "an inserted paragraph mark parts two paragraphs",
    `<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>${run("one")}</w:p>${paragraph("two")}`,
    ["1: one", "2: two"],
  ],
  [
    "a deleted mark at the end of a cell joins nothing",
    `<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("one")}</w:p></w:tc><w:tc>${paragraph("two")}</w:tc></w:tr></w:tbl>`,
    ["1: one", "2: two"],
  ],
  [
    "a deleted mark at the end of the body joins nothing",
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("one")}</w:p><w:sectPr/>`,
    ["1: one"],
  ],
  [
    "a deleted row is not there",
    `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph("no")}</w:tc></w:tr><w:tr><w:trPr><w:ins w:id="2"/></w:trPr><w:tc>${paragraph("yes")}</w:tc></w:tr></w:tbl>${paragraph("after")}`,
    ["1: yes", "2: after"],
  ],
  [
    "a deleted cell is not there",
    `<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>${paragraph("no")}</w:tc><w:tc>${paragraph("yes")}</w:tc></w:tr></w:tbl>`,
    ["1: yes"],
  ],
  [
    "a paragraph's properties before a change do not hold",
    `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange></w:pPr>${run("one")}</w:p>`,
    ["1: one"],
  ],
  [
    "a hidden paragraph mark joins a heading with what follows",
    `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run("Bees. ")}</w:p>${paragraph("They hum.")}`,
    ["1: Bees. ", "2: They hum."],
  ],
  [
    "a large first letter belongs to its word",
    `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${run("T")}</w:p>${paragraph("he ferry")}`,
    ["1: T", "2: he ferry"],
  ],
];

describe("tracked changes are accepted:", () => {
  test.each(changes)("%s", async (_, body, places) => {
    const result = await read({ body });
    expect(placed(result)).toEqual(places);
    expect(shown(result).every((block) => block.startsWith("paragraph"))).toBe(true);
  });

  test("joined paragraphs are one block", async () => {
    const result = await read({ body: changes[3]![1] });
    expect(shown(result)).toEqual(["paragraph: one two", "paragraph: three"]);
  });
});

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
    { numRuns: 100 },
  );
});

const languages = (attributes: string): string => `<w:rPr><w:lang ${attributes}/></w:rPr>`;

describe("a block's language", () => {
  const defaults = `<w:docDefaults><w:rPrDefault>${languages('w:val="en-GB" w:bidi="ar-SA" w:eastAsia="zh-CN"')}</w:rPrDefault></w:docDefaults>`;
  const said = (properties: string, text: string): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  test.each([
    ["is that of its words", said('<w:lang w:val="fr-FR"/>', "Le pont"), "fr-FR"],
    ["is not said where it is the document's", said('<w:lang w:val="en-GB"/>', "The bridge"), null],
    ["is not said where its words differ", said('<w:lang w:val="fr-FR"/>', "Le pont") + run(" is old"), null],
    [
      "of words from right to left is said for them",
      said('<w:rtl/><w:lang w:val="fr-FR" w:bidi="fa-IR"/>', "پل"),
      "fa-IR",
    ],
    [
      "of East Asian words is said for them",
      said('<w:lang w:val="fr-FR" w:eastAsia="ja-JP"/>', "橋"),
      "ja-JP",
    ],
  ])("%s", async (_, within, language) => {
    const { blocks } = await read({ body: `<w:p>${within}</w:p>`, styles: defaults });
    expect(blocks[0]!.language).toBe(language);
  });

  test("may come from its style", async () => {
    const styles = defaults + style("French", "French", languages('w:val="fr-FR"'));
    const { blocks } = await read({ body: styled("French", "Le pont"), styles });
    expect(blocks[0]!.language).toBe("fr-FR");
  });
});
