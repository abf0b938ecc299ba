import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/documents/index.ts";
import { readTei } from "../../../src/formats/index.ts";
import { marks, outline, turns, words } from "../../documents/reading.ts";
import { through } from "../../publish/tei-trip.ts";
import { cast, formatted, read, tei } from "./reading.ts";

const ADA =
  '<person xml:id="ada"><persName><surname>Quay</surname><forename>Ada</forename></persName><occupation>harbour master</occupation></person>';
const BEN = '<person xml:id="ben" role="interviewer"><persName>Ben Elm</persName></person>';

describe("the usual styles of TEI", () => {
  test("a play: speakers under labels, directions apart, lines of verse in one block", () => {
    const document = read(
      `<front><castList><castItem><role xml:id="keeper">The Keeper</role></castItem></castList></front>
       <body><div type="act"><head>Act One</head><stage>A lighthouse.</stage>
       <sp who="#keeper"><speaker>KEEPER.</speaker><l>The lamp is lit,</l><l>the stair is <lb/>long.</l></sp>
       <sp><speaker>Pilot</speaker><stage>(below)</stage><p>Who keeps <stage>knocks</stage> the key?</p></sp></div></body>`,
    );
    expect(document.kind).toBe("transcript");
    expect(turns(document)).toEqual([
      "speaker The Keeper: The lamp is lit,\nthe stair is\nlong.",
      "speaker Pilot: Who keeps [knocks] the key?",
    ]);
    expect(document.turns.map(({ label }) => words(document, label!))).toEqual(["KEEPER.", "Pilot:"]);
    expect(marks(document, "stage")).toEqual(["A lighthouse.", "(below)", "[knocks]"]);
    expect(outline(document)).toContain("h1 editor Act One");
    expect(through(document)).toEqual(document);
  });

  test("oral history: utterances of one person are one turn, pauses and coughs are stage marks", () => {
    const document = read(
      `<body><u who="#ben">How was the ferry?</u><u who="#ada">Late. <pause/> Always late.</u>
       <incident><desc>a bell rings</desc></incident><u who="#ada">But it <vocal><desc>coughs</desc></vocal> came.</u></body>`,
      cast(ADA, BEN),
    );
    expect(turns(document)).toEqual([
      "interviewer Ben Elm: How was the ferry?",
      "speaker Ada Quay: Late. [pause] Always late. / But it [coughs] came.",
    ]);
    expect(document.speakers).toEqual([{ name: "Ada Quay", office: "harbour master" }]);
    expect(document.interviewer).toBe("Ben Elm");
    expect(marks(document, "stage")).toEqual(["[pause]", "[a bell rings]", "[coughs]"]);
    expect(through(document)).toEqual(document);
  });

  test("records of a parliament: segments are paragraphs, and their ids are places", () => {
    const document = read(
      `<body><div><note type="time">The sitting began at nine.</note>
       <u xml:id="u1" who="#ada"><seg xml:id="u1.s1">The quay is old.</seg><seg xml:id="u1.s2">We mend it. <note>(Applause.)</note> Soon.</seg></u>
       <u xml:id="u2" who="people.xml#unknown"><seg xml:id="u2.s1">When?</seg></u></div></body>`,
      cast(ADA),
    );
    expect(turns(document)).toEqual([
      "speaker Ada Quay: The quay is old. / We mend it. (Applause.) Soon.",
      "speaker: When?",
    ]);
    const ids = document.places.map(({ place }) => (place.kind === "element" ? place.id : ""));
    expect(ids).toEqual(["u1.s1", "u1.s2", "u2.s1"]);
    expect(marks(document, "stage")).toEqual(["(Applause.)"]);
    expect(through(document)).toEqual(document);
  });

  test("a printed book: forme work is left out, hyphens at line ends go where the file says so", () => {
    const { text, markup } = formatted(
      `<body><div><p>The fer-<lb break="no"/>ryman counts his cop-
        <pb n="2" break="no"/><fw type="header">12 THE FERRY</fw>pers, well-<lb/>worn ones,<pb n="3"/>and the light¬<lb break="no"/>house<lb/>is dark.</p></div></body>`,
    );
    expect(text).toBe("The ferryman counts his coppers, well-\nworn ones, and the lighthouse\nis dark.");
    expect(markup).toBeNull();
  });

  test("a letter has no voices of its own, so that its form is told from its words", () => {
    const { text, markup, blocks } = formatted(
      `<body><div type="letter"><opener><dateline>Orlo, <date>3 May 1901</date></dateline><salute>Dear Ada,</salute></opener>
       <p>The bees are well.</p><closer><salute>Yours,</salute><signed>Ben</signed></closer></div></body>`,
    );
    expect(text.split("\n\n")).toEqual([
      "Orlo, 3 May 1901",
      "Dear Ada,",
      "The bees are well.",
      "Yours,",
      "Ben",
    ]);
    expect(blocks).toHaveLength(5);
    expect(markup).toBeNull();
  });

  test("an article is read as its own text is", () => {
    const file = tei(
      "<body><head>The Pears Are Ripe</head><p>By Ada Finch</p><p>“We pick them today,” said Ben Elm.</p></body>",
    );
    const document = readDocument(readTei(file, "a.xml"), "a.xml");
    expect(document.kind).toBe("article");
    expect(marks(document, "quoted")).toEqual(["Ben Elm: “We pick them today,”"]);
  });

  test("a story that marks only whom it quotes is an article of its author", () => {
    const document = read(
      `<body><p>She rose. <said who="#ada">The bell is cracked,</said> she said, and he <said who="#ben" direct="false">did not agree</said>.</p></body>`,
      cast(ADA, BEN),
    );
    expect(document.kind).toBe("article");
    expect(marks(document, "quoted")).toEqual(["Ada Quay: “The bell is cracked,”"]);
    expect(document.text).toBe("She rose. “The bell is cracked,” she said, and he did not agree.");
    expect(through(document)).toEqual(document);
  });
});

test.each([
  ["a prefix", (xml: string) => xml.replaceAll(/<(\/?)(?=\w)/gu, "<$1tei:").replace("xmlns=", "xmlns:tei=")],
  ["no namespace", (xml: string) => xml.replace(/ xmlns="[^"]*"/u, "")],
  ["the root of P4", (xml: string) => xml.replaceAll(/(<\/?TEI)/gu, "$1.2").replace(/ xmlns="[^"]*"/u, "")],
  [
    "a document type",
    (xml: string) => xml.replace("?>", '?><!DOCTYPE TEI SYSTEM "tei.dtd" [<!ENTITY x "y">]>'),
  ],
  ["line ends of two characters", (xml: string) => xml.replaceAll("\n", "\r\n")],
])("%s changes nothing", (_, change) => {
  const xml = tei('<body><sp who="#ada"><p xml:id="p1">The harbour\nis deep.</p></sp></body>', cast(ADA));
  expect(readDocument(readTei(change(xml), "a.xml"), "a.xml")).toEqual(
    readDocument(readTei(xml, "a.xml"), "a.xml"),
  );
});

test("every word knows its line and column, behind references, CDATA and comments too", () => {
  const xml = tei(
    "<body>\n<p>One &amp; <!-- no -->two\n <hi>three</hi> <![CDATA[<four>]]> &#x66;ive &mdash; six.</p></body>",
  );
  const { text, position } = readTei(xml, "a.xml");
  expect(text).toBe("One & two three <four> five — six.");
  const lines = xml.split("\n");
  for (const word of ["One", "two", "three", "<four>", "six"]) {
    const { line, column } = position(text.indexOf(word));
    expect(lines[line - 1]!.slice(column - 1).startsWith(word)).toBe(true);
  }
});
