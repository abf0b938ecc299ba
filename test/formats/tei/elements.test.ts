import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/documents/index.ts";
import { readTei } from "../../../src/formats/index.ts";
import { marks, outline, words } from "../../documents/reading.ts";
import { through } from "../../publish/tei-trip.ts";
import { cast, formatted, read } from "./reading.ts";

/** The words of one paragraph with this inside. */
function paragraph(inside: string): string {
  return formatted(`<body><p>${inside}</p></body>`).text;
}

describe("an element is read as the edition reads", () => {
  test.each([
    ["a gap", "the <gap reason='illegible'/> bell", "the […] bell"],
    ["a gap that says itself", "it stays<gap><desc>…</desc></gap>", "it stays…"],
    ["a gap with a remark", "the <gap><desc>two words torn off</desc></gap>", "the [two words torn off]"],
    ["supplied words", "the <supplied>old</supplied> bell", "the [old] bell"],
    ["supplied words in brackets", "the <supplied>[old]</supplied> bell", "the [old] bell"],
    ["a correction", "the <choice><sic>bel</sic><corr>bell</corr></choice>", "the bell"],
    ["a regular spelling", "<choice><orig>ye</orig><reg>the</reg></choice> bell", "the bell"],
    ["a full word", "<choice><abbr>Dr</abbr><expan>Doctor</expan></choice> Hask", "Doctor Hask"],
    ["what was mended", "the <del>bel</del><add>bell</add> <sic>rong</sic>", "the bell rong"],
    ["readings", "the <app><lem>bell</lem><rdg>ball</rdg></app>", "the bell"],
    [
      "unclear and foreign words",
      "<unclear>the</unclear> <foreign xml:lang='fr'>cloche</foreign>",
      "the cloche",
    ],
    ["a quotation", "she said <q>the bell <q>rings</q></q>.", "she said “the bell ‘rings’”."],
    ["a quotation with its marks", "she said <q>“the bell”</q>.", "she said “the bell”."],
    ["a quotation between marks", "she said “<q>the bell</q>”.", "she said “the bell”."],
    ["a link", "see <ref target='https://example.org/'>the bell</ref><ptr target='#x'/>", "see the bell"],
    ["another vocabulary's words", "the <m xmlns='urn:m'>x</m>bell", "the bell"],
  ])("%s", (_, inside, text) => {
    expect(paragraph(inside)).toBe(text);
  });
});

test("marks are those of the elements, and those that stand in the words alone", () => {
  const document = read(
    `<body><sp who="#a"><p>The <supplied>old</supplied> bell <gap/> and [one more] … “He told us, <q who="#b">it hangs well here</q>.”</p></sp></body>`,
    cast(
      '<person xml:id="a"><persName>Ada Quay</persName></person>',
      '<person xml:id="b"><persName>Ben Elm</persName></person>',
    ),
  );
  expect(marks(document, "supplied")).toEqual(["[old]", "[one more]"]);
  expect(marks(document, "omission")).toEqual(["[…]", "…"]);
  expect(marks(document, "quoted")).toEqual(["Ben Elm: “it hangs well here”"]);
  expect(through(document)).toEqual(document);
});

describe("notes", () => {
  test("in the words are markers there and passages below", () => {
    const document = read(
      `<body><sp><speaker>Ada</speaker><p>The bell<note place="foot">Cast in <hi>1901</hi>.</note> rings<note n="*">Twice.</note>.</p></sp></body>`,
    );
    expect(document.text).toBe("Ada: The bell[1] rings[*].\n\n[1] Cast in 1901.\n\n[*] Twice.");
    expect(document.notes.map(({ number, passage }) => [number, passage])).toEqual([
      ["1", "n1"],
      ["*", "n2"],
    ]);
    expect(document.notes.flatMap(({ markers }) => markers.map((one) => words(document, one)))).toEqual([
      "[1]",
      "[*]",
    ]);
    expect(through(document)).toEqual(document);
  });

  test("at the end are led to by their pointers", () => {
    const document = read(
      `<body><sp><speaker>Ada</speaker><p>The bell<ref target="#a">1</ref> rings<ptr target="#b"/>.</p></sp></body>
       <back><div><note xml:id="a" n="1"><p>Cast in 1901.</p><p>By two smiths.</p></note><note xml:id="b"/></div></back>`,
    );
    expect(document.text).toBe("Ada: The bell[1] rings[2].\n\n[1] Cast in 1901.\n\nBy two smiths.\n\n[2]");
    expect(document.notes.map(({ number, passage }) => [number, passage])).toEqual([
      ["1", "n1"],
      ["2", null],
    ]);
    expect(through(document)).toEqual(document);
  });
});

test("references are entries that say series and number, and pointers to them", () => {
  const entry =
    '<bibl xml:id="d97"><publisher>Quay Desk</publisher> <title level="s">Bulletin Series</title> No. <biblScope unit="issue">97</biblScope>, <title level="a">The Bell</title>, <date when="2015-10-02">October 2015</date></bibl>';
  const document = read(
    `<body><sp><speaker>Ada</speaker><p>I said so <ref target="#d97">before</ref>.</p></sp></body><back><listBibl>${entry}</listBibl></back>`,
  );
  const said = {
    desk: "Quay Desk",
    series: "Bulletin Series",
    number: "97",
    title: "The Bell",
    date: "2015-10-02",
  };
  expect(document.references.map(({ start, end, ...one }) => [one, words(document, { start, end })])).toEqual(
    [
      [said, "before"],
      [said, "Quay Desk Bulletin Series No. 97, The Bell, October 2015"],
    ],
  );
  expect(through(document)).toEqual(document);
});

test("figures, lists, block quotations and divisions", () => {
  const document = read(
    `<front><titlePage><docTitle><titlePart>The Ferry</titlePart></docTitle><docAuthor>Ada Quay</docAuthor></titlePage><div><p>Told in May.</p></div></front>
     <body><div><head>At The Quay</head><figure><graphic url="a.png"/><head>The quay</head><figDesc>A grey quay</figDesc></figure>
     <sp who="#ada"><speaker>ADA:</speaker><p>We need <list><item>rope</item><item>oil</item></list> and wrote:</p>
     <cit><quote><p>Send both.</p></quote><bibl><author>The Council</author></bibl></cit></sp></div></body>`,
  );
  expect(outline(document)).toEqual([
    "t1 editor The Ferry",
    "d1 editor Ada Quay",
    "s1 editor Told in May.",
    "h1 editor At The Quay",
    "c1 editor The quay",
    "p1 speaker Ada We need",
    "p2 speaker Ada rope",
    "p3 speaker Ada oil",
    "p4 speaker Ada and wrote:",
    "p5 speaker Ada Send both.",
    "p6 speaker Ada The Council",
  ]);
  expect(marks(document, "quoted")).toEqual(["The Council: Send both."]);
  expect(through(document)).toEqual(document);
});

test("the header says title, series, dates, outlet, language, subject and who speaks", () => {
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
    <fileDesc><titleStmt><title>The Last Keeper</title><author>Meridian Desk</author></titleStmt>
    <publicationStmt><publisher>Meridian Desk</publisher><date when="2016-04-11"/></publicationStmt>
    <seriesStmt><title>Special Dispatch</title><idno>118</idno></seriesStmt>
    <sourceDesc><bibl><title level="a">A Talk</title><title level="j">Varrin Observer</title><ref target="#a">A note</ref><ref target="https://observer.example/keeper">online</ref><date when="2016-03-28">March</date><textLang mainLang="da"/></bibl></sourceDesc></fileDesc>
    <profileDesc><textClass><keywords><term>Lighthouses</term></keywords></textClass></profileDesc></teiHeader>
    <text><body><sp><speaker>Q</speaker><p>Is it dark?</p></sp><sp><speaker>Maren Tolk</speaker><p>It is.</p></sp></body></text></TEI>`;
  const document = readDocument(readTei(xml, "a.xml"), "a.xml");
  expect(document).toMatchObject({
    id: "special-dispatch-118",
    kind: "dispatch",
    title: "The Last Keeper",
    series: "Special Dispatch",
    number: "118",
    date: "2016-04-11",
    sourceDate: "2016-03-28",
    outlet: "Varrin Observer",
    capture: { address: "https://observer.example/keeper", date: null },
    language: "da",
    subject: "Lighthouses",
    speakers: [{ name: "Maren Tolk", office: null }],
    turns: [{ voice: { kind: "interviewer" } }, { voice: { kind: "speaker", name: "Maren Tolk" } }],
  });
  expect(through(document)).toEqual(document);
});

test("a label that shortens one name is that one's, one that shortens two is a name of its own", () => {
  const turns = (...labels: string[]) =>
    read(
      `<body>${labels.map((one) => `<sp><speaker>${one}</speaker><p>The bell rings.</p></sp>`).join("")}</body>`,
      cast('<person xml:id="a"><persName>Ada van der Quay</persName></person>'),
    ).turns.map(({ voice }) => voice.name);
  expect(
    turns("Ada van der Quay", "Ms. Quay:", "VAN DER QUAY.", "Ben Elm", "Elm:", "Cora Elm", "Elm."),
  ).toEqual([
    "Ada van der Quay",
    "Ada van der Quay",
    "Ada van der Quay",
    "Ben Elm",
    "Ben Elm",
    "Cora Elm",
    "Elm",
  ]);
});
