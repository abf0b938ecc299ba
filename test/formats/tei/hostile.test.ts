import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/documents/index.ts";
import { FormatError, formatOf, readTei, readText, unpack } from "../../../src/formats/index.ts";
import { expectWhole } from "../../documents/whole.ts";
import { cast, tei } from "./reading.ts";

function refusal(xml: string): { code: string; reason: string } {
  try {
    readTei(xml, "a.xml");
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, reason: error.data.reason };
    throw error;
  }
  throw new Error("it was read");
}

const entities = (declared: string, used = "&x;"): string =>
  `<!DOCTYPE TEI [${declared}]><TEI><text><body><p>a ${used}</p></body></text></TEI>`;

describe("what is not read is refused with its reason", () => {
  test.each([
    ["another vocabulary", "<rss><channel/></rss>", "unsupported", "root <rss>"],
    ["another namespace", '<TEI xmlns="urn:x"><text/></TEI>', "unsupported", "another vocabulary"],
    ["no XML", "The pears are ripe.", "damaged", "line 1, column 1"],
    ["nothing", "", "damaged", "line 1, column 1"],
    ["a tag that is not closed", "<TEI>\n<text><p>🍐</q></text></TEI>", "damaged", "line 2, column 12"],
    ["half a file", tei("<body><p>The pears").slice(0, -20), "damaged", "no sound XML"],
    ["characters that XML forbids", "<TEI><text>\u0007</text></TEI>", "damaged", "invalid character"],
    ["a reference to nothing", "<TEI>\n&pear;</TEI>", "damaged", "&pear; at line 2, column 1"],
    [
      "an external entity",
      entities('<!ENTITY x SYSTEM "file:///etc/passwd">'),
      "unsupported",
      "&x; stands for another file",
    ],
    ["entities in entities", entities('<!ENTITY y "aa"><!ENTITY x "&y;&y;">'), "too-complex", "&x;"],
    ["markup in entities", entities('<!ENTITY x "<p>a</p>">'), "too-complex", "&x;"],
    ["100,000 levels", `<TEI>${"<div>".repeat(100_000)}`, "too-complex", "100001 deep"],
    ["600,000 elements", `<TEI>${"<hi>a</hi>".repeat(600_000)}</TEI>`, "too-complex", "600001 elements"],
    ["64 MB", `<TEI>${" ".repeat(64 << 20)}</TEI>`, "too-complex", "67.1 million characters"],
    ["a header alone", "<TEI><teiHeader/></TEI>", "no-text", "a header and no text"],
    ["a text without words", tei("<body><p> </p><pb/></body>"), "no-text", "no words"],
    ["a corpus of several", "<teiCorpus><TEI/><TEI/></teiCorpus>", "unsupported", "2 texts"],
    ["a corpus of none", "<teiCorpus><teiHeader/></teiCorpus>", "no-text", "without texts"],
  ])("%s", (_, xml, code, reason) => {
    const refused = refusal(xml);
    expect(refused.code).toBe(code);
    expect(refused.reason).toContain(reason);
  });
});

test("an entity that is declared in plain words, or that HTML knows, is read", () => {
  expect(readTei(entities('<!ENTITY x "pear &amp; &#x70;lum">', "&x; &mdash; &eacute;"), "a.xml").text).toBe(
    "a pear & plum — é",
  );
});

describe("texts that cost a careless reader the square of their length are read to their end", () => {
  const many = 5000;
  test.each([
    ["lines of verse", `<lg>${"<l>a</l>".repeat(many)}</lg>`],
    ["quotations in quotations", `<p>${"<q who='#a'>a ".repeat(200)}${"</q>".repeat(200)}</p>`],
    ["notes in the words", `<p>${"a<note>b</note> ".repeat(many)}</p>`],
    ["notes in notes", `<p>a${"<note>b".repeat(150)}${"</note>".repeat(150)}</p>`],
    ["turns", '<sp who="#a"><speaker>A</speaker><p>a</p></sp>'.repeat(many / 4)],
    [
      "labels of many names",
      Array.from({ length: many }, (_, n) => `<sp><speaker>N${n}</speaker><p>a</p></sp>`).join(""),
    ],
    ["hyphens", `<p>${"a-<lb break='no'/>".repeat(many)}</p>`],
    ["gaps", `<p>${"<gap/>".repeat(many)}</p>`],
    ["references", `<p>${"&#x61; &lt; ".repeat(many)}</p>`],
    ["comments", `<p>${"a<!-- b -->".repeat(many)}</p>`],
  ])("%s", (_, inside) => {
    const formatted = readTei(tei(`<body>${inside}</body>`, cast('<person xml:id="a"/>')), "a.xml");
    const document = readDocument(formatted, "a.xml");
    expect(document.text).toBe(formatted.text);
    expect(document.pieces.at(-1)?.end).toBe(formatted.text.length);
  });
});

test("what is odd is read whole", () => {
  for (const inside of [
    "<sp><p>a</p><sp><speaker>B</speaker><p>b</p></sp>c</sp>",
    "<u who='#a #b'>a</u><u who='#z'/>",
    "<sp><speaker/></sp><sp><speaker>A</speaker></sp><p>b</p>",
    "<p><sp><speaker>A</speaker><p>a</p></sp> b <note/> <note n='1'/></p>",
    "a <p>b</p> c <sp><stage>d</stage></sp> <note n='1'>e</note><note n='1'>f</note>",
    "<u><q who='#a'>a <p>b</p> c</q> <ref target='#n'>1</ref></u><note xml:id='n'><u>d</u></note>",
    "<sp><supplied><p>a</p></supplied><supplied/><gap/></sp>",
  ]) {
    const xml = tei(`<body><div>${inside}</div></body>`);
    expectWhole(readDocument(readTei(xml, "a.xml"), "a.xml"));
  }
});

describe("a corpus", () => {
  const corpus = `<?xml version="1.0"?><teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${cast(
    '<person xml:id="a"><persName>Ada Quay</persName></person>',
  )}</teiHeader><TEI xml:id="pears"><teiHeader/><text><body><u who="#a">Pears.</u></body></text></TEI><TEI><text><body><u who="#a">Plums.</u></body></text></TEI></teiCorpus>`;

  test("is unpacked into its texts, each with the persons that the corpus names", () => {
    const parts = unpack(new TextEncoder().encode(corpus), "fruit.xml");
    expect(parts.map(({ name }) => name)).toEqual(["fruit.xml#pears", "fruit.xml#2"]);
    const documents = parts.map(({ name, bytes }) => readDocument(readText(bytes, name), name));
    expect(documents.map(({ id, text, speakers }) => [id, text, speakers[0]?.name])).toEqual([
      ["pears", "Pears.", "Ada Quay"],
      ["2", "Plums.", "Ada Quay"],
    ]);
  });

  test("of one text is that text", () => {
    const single = corpus.replace(/<TEI>.*<\/TEI>/u, "");
    const bytes = new TextEncoder().encode(single);
    expect(unpack(bytes, "fruit.xml")).toEqual([{ name: "fruit.xml", bytes }]);
    expect(readText(bytes, "fruit.xml").text).toBe("Pears.");
  });
});

test("a file is told as TEI by how it begins, whatever its name", () => {
  expect(formatOf(new TextEncoder().encode(tei("<body/>")), "pears")).toBe("tei");
  expect(formatOf(new TextEncoder().encode("<TEI.2><text/></TEI.2>"), "pears")).toBe("tei");
});
