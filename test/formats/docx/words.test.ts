import { expect, test } from "vitest";
import { paragraph, read, run } from "./docx-file.ts";

const raised = (words: string): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${words}</w:t></w:r>`;

/** What stands in one paragraph, and the text it gives. */
const rows: [what: string, within: string, text: string][] = [
  ["runs follow each other without a gap", `${run("The fer")}${run("ry sails")}`, "The ferry sails"],
  [
    "space at the ends of an element is kept where it says so",
    `${run("bread ")}${run("and salt")}`,
    "bread and salt",
  ],
  [
    "space that is only the file's layout is none",
    "<w:r><w:t>\n  bread\n  </w:t></w:r><w:r><w:t> and</w:t></w:r>",
    "breadand",
  ],
  ["a tab is a tab", `${run("Q:")}<w:r><w:tab/></w:r>${run("When?")}`, "Q:\tWhen?"],
  ["a line break is one", `${run("one")}<w:r><w:br/></w:r>${run("two")}`, "one\ntwo"],
  ["an empty line parts two blocks", `${run("one")}<w:r><w:br/><w:br/></w:r>${run("two")}`, "one\n\ntwo"],
  [
    "hyphens keep what they are",
    "<w:r><w:t>bell</w:t><w:noBreakHyphen/><w:t>tower</w:t><w:softHyphen/><w:t>s</w:t></w:r>",
    "bell\u2011tower\u00ads",
  ],
  [
    "a raised number after a word is a note's marker, after a figure a power",
    `${run("in the winter")}${raised("2")}${run(" of 10")}${raised("3")}${run(" boats on the 21")}${raised("st")}`,
    "in the winter[2] of 103 boats on the 21st",
  ],
  ["no-break spaces stay", run("10\u00a0boats"), "10\u00a0boats"],
  ["references to characters are read", run("salt &amp; bread &#8230;"), "salt & bread …"],
  ["CDATA is text", "<w:r><w:t>a <![CDATA[<b>]]> c</w:t></w:r>", "a <b> c"],
  [
    "a symbol is the character that is shown",
    '<w:r><w:sym w:font="Wingdings" w:char="F0E8"/><w:t>out</w:t></w:r>',
    "🡺out",
  ],
  [
    "a symbol's font may be in private characters",
    '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf061</w:t></w:r>',
    "α",
  ],
  [
    "hidden words are left out",
    `${run("seen")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>`,
    "seen",
  ],
  [
    "words that are said not to be hidden are not",
    '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>',
    "seen",
  ],
  [
    "what was hidden before a change is not",
    "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>seen</w:t></w:r>",
    "seen",
  ],
  [
    "a link keeps its words",
    `${run("see ")}<w:hyperlink r:id="r9">${run("the bridge")}</w:hyperlink>`,
    "see the bridge",
  ],
  [
    "smart tags and custom XML keep their words",
    `<w:smartTag w:element="place">${run("Lund")}</w:smartTag><w:customXml>${run("sea")}</w:customXml>`,
    "Lundsea",
  ],
  [
    "a content control keeps its words",
    `<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:t>no</w:t></w:sdtPr><w:sdtContent>${run("Ada")}</w:sdtContent></w:sdt>`,
    "Ada",
  ],
  [
    "words that run the other way keep their order",
    `<w:bdo w:val="rtl">${run("one ")}</w:bdo><w:dir w:val="rtl">${run("two")}</w:dir>`,
    "one two",
  ],
  [
    "of ruby the base alone",
    `<w:r><w:ruby><w:rubyPr/><w:rt>${run("とう")}</w:rt><w:rubyBase>${run("塔")}</w:rubyBase></w:ruby></w:r>`,
    "塔",
  ],
  ["a formula keeps its letters", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"],
  [
    "comments are left out",
    `<w:commentRangeStart w:id="0"/>${run("said")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    "said",
  ],
  [
    "places of pictures are no words",
    "<w:r><w:drawing><wp:positionH xmlns:wp='u'><wp:posOffset>914400</wp:posOffset></wp:positionH></w:drawing><w:t>seen</w:t></w:r>",
    "seen",
  ],
  [
    "one of several alternatives is read",
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${run("new")}</mc:Choice><mc:Fallback>${run("old")}</mc:Fallback></mc:AlternateContent></w:r>`,
    "new",
  ],
  [
    "an alternative that is not understood is passed over",
    `<w:r><mc:AlternateContent><mc:Choice Requires="cx1">${run("new")}</mc:Choice><mc:Fallback>${run("old")}</mc:Fallback></mc:AlternateContent></w:r>`,
    "old",
  ],
];

test.each(rows)("%s", async (_, within, text) => {
  expect((await read({ body: `<w:p>${within}</w:p>` })).text).toBe(text);
});

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

const fields: [what: string, within: string, text: string][] = [
  [
    "a field's result is read, its code is not",
    `${run("page ")}${mark("begin")}${code("PAGE")}${mark("separate")}${run("7")}${mark("end")}`,
    "page 7",
  ],
  [
    "a simple field's result is read",
    `<w:fldSimple w:instr="REF quay">${run("the quay")}</w:fldSimple>`,
    "the quay",
  ],
  [
    "a field in a field's code is part of the code",
    `${mark("begin")}${code("IF ")}${mark("begin")}${code("X")}${mark("separate")}${run("no")}${mark("end")}${mark("separate")}${run("yes")}${mark("end")}`,
    "yes",
  ],
  [
    "a field in a field's result is read",
    `${mark("begin")}${code("TOC")}${mark("separate")}${run("Bees ")}${mark("begin")}${code("PAGEREF")}${mark("separate")}${run("3")}${mark("end")}${mark("end")}`,
    "Bees 3",
  ],
  [
    "a field without a result is nothing",
    `${run("a")}${mark("begin")}${code("XE bees")}${mark("end")}${run("b")}`,
    "ab",
  ],
  ["ends and results without a field change nothing", `${mark("end")}${mark("separate")}${run("a")}`, "a"],
];

test.each(fields)("%s", async (_, within, text) => {
  expect((await read({ body: `<w:p>${within}</w:p>` })).text).toBe(text);
});

test("a field that never ends hides no more than its own paragraph", async () => {
  const body = `<w:p>${mark("begin")}${code("REF x")}${run("lost")}</w:p>${paragraph("kept")}`;
  expect((await read({ body })).text).toBe("kept");
});

test("a result that runs over paragraphs is read to its end", async () => {
  const body = `<w:p>${mark("begin")}${code("TOC")}${mark("separate")}${run("one")}</w:p>${paragraph("two")}<w:p>${mark("end")}</w:p>${paragraph("three")}`;
  expect((await read({ body })).text).toBe("one\n\ntwo\n\nthree");
});
