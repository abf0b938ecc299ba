import { describe, expect, test } from "vitest";
import { shown } from "../shown.ts";
import { paragraph, read, run, styled } from "./docx-file.ts";

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
  ["SourceCode", "preformatted"],
  // Given to all of a plain text that is opened or pasted: what it quotes must be read.
  ["PreformattedText", "paragraph"],
  ["HTML Preformatted", "paragraph"],
])("a style called %s makes a %s, even in a file without styles", async (name, expected) => {
  expect(shown(await read({ body: styled(name, "Bread") }))).toEqual([`${expected}: Bread`]);
});

test("words of a hidden style are left out", async () => {
  const body = styled("Secret", "no") + paragraph("yes");
  expect((await read({ body, styles: STYLES })).text).toBe("yes");
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
