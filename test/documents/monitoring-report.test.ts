import { describe, expect, test } from "vitest";
import { marks, outline, read, readAsHtml, readAsMarkdown, turns } from "./reading.ts";

const OPENING =
  '["Excerpt" of interview with ferry master Ilse Marrow by unidentified reporters; place and date not given]';
const TALK = [
  "[Text] [Reporter] How did it go? [Marrow] It was hard. [passage omitted] We rest.",
  "[Reporter] And now? [Marrow] Now we [words indistinct] rest.",
];
const SAID = [
  "interviewer: How did it go?",
  "speaker Ilse Marrow: It was hard. [passage omitted] We rest.",
  "interviewer: And now?",
  "speaker Ilse Marrow: Now we [words indistinct] rest.",
];
const HEAD = {
  kind: "transcript",
  title: "Ferry Master Marrow on Winter Crossings",
  number: "TSM-TES-94-042",
  date: "1994-03-03",
  outlet: "Low Tessim Harbour Radio",
  sourceDate: "1994-03-02",
  language: "es",
  speakers: [{ name: "Ilse Marrow", office: null }],
};
const LINES = ["TSM-TES-94-042", "3 March 1994", "Low Tessim Harbour Radio in Spanish 1200 GMT 2 Mar 94"];
const FIELDS = [
  "Report Number: TSM-TES-94-042",
  "Report Date: 3 March 1994",
  "Source: Low Tessim Harbour Radio in Spanish 1200 GMT 2 Mar 94",
];

describe("one report in many shapes is read alike", () => {
  const rows: [shape: string, document: ReturnType<typeof read>][] = [
    ["lines above a headline", read([LINES.join("\n"), HEAD.title, OPENING, ...TALK].join("\n\n"))],
    ["a headline above lines", read([HEAD.title, LINES.join("\n"), OPENING, ...TALK].join("\n\n"))],
    ["each line alone", read([...LINES, HEAD.title, OPENING, ...TALK].join("\n\n"))],
    ["fields", read([[...FIELDS, `Headline: ${HEAD.title}`].join("\n"), OPENING, ...TALK].join("\n\n"))],
    [
      "fields with a remark that wraps",
      read(
        `BFN\n\n${[...FIELDS, `Document Title: ${HEAD.title}`, `Subslug: ${OPENING.replace(" by ", " by\n  ")}`].join("\n")}\n\n${TALK.join("\n\n")}`,
      ),
    ],
    [
      "numbered paragraphs",
      read([LINES.join("\n"), HEAD.title, OPENING, `1. ${TALK[0]}`, `2. ${TALK[1]}`].join("\n\n")),
    ],
    [
      "the noise of a scan",
      read(
        [
          "UNCLASSIFIED",
          LINES.join("\n"),
          HEAD.title,
          OPENING,
          `| ${TALK[0]}`,
          "- 17 -",
          `${TALK[1]} /2211/\nNNNN`,
          "UNCLASSIFIED",
        ].join("\n\n"),
      ),
    ],
    [
      "Markdown",
      readAsMarkdown(
        [
          `# ${HEAD.title}`,
          FIELDS.map((line) => line.replace(/^(.*?:)/u, "**$1**")).join("  \n"),
          OPENING,
          ...TALK.map((line) => line.replace(/(\[(?:Reporter|Marrow)\])/gu, "**$1**")),
        ].join("\n\n"),
      ),
    ],
    [
      "a page",
      readAsHtml(
        `<h1>${HEAD.title}</h1><p>${LINES.join("<br>")}</p><p>${OPENING}</p>${TALK.map((line) => `<p>${line.replace(/(\[(?:Reporter|Marrow)\])/gu, "<b>$1</b>")}</p>`).join("")}`,
      ),
    ],
  ];
  test.each(rows)("%s", (_, document) => {
    expect(document).toMatchObject(HEAD);
    expect(turns(document)).toEqual(SAID);
    expect(marks(document, "omission")).toEqual(["[passage omitted]", "[words indistinct]"]);
    expect(document.passages.filter(({ kind }) => kind === "title")).toHaveLength(1);
  });
});

test("brackets that wrap are the same brackets", () => {
  const document = read(
    `${HEAD.title}\n\n${OPENING.replace("by ", "by\n")}\n\n[Text] [Unidentified\nreporter] How did it go? [Marrow] It was [passage\nomitted] hard. [Unidentified reporter] So?\n[Marrow] So.`,
  );
  expect(document.turns.map(({ voice }) => voice.kind)).toEqual([
    "interviewer",
    "speaker",
    "interviewer",
    "speaker",
  ]);
  expect(marks(document, "omission")).toEqual(["[passage\nomitted]"]);
});

test("a region in capitals above the headline is the subject", () => {
  const document = read(["NORTHERN TESSIM", HEAD.title, OPENING, ...TALK].join("\n\n"));
  expect(document).toMatchObject({ subject: "Northern Tessim", title: HEAD.title });
});

test("a headline in capitals alone is the title", () => {
  const document = read(["MARROW ON CROSSINGS", OPENING, ...TALK].join("\n\n"));
  expect(document).toMatchObject({ subject: null, title: "MARROW ON CROSSINGS" });
});

test("who asks is known by name, from the remark or from his role", () => {
  const named = read(
    "[Interview with Ilse Marrow by correspondent Jon Pike in Low Tessim]\n\n[Text] [Pike] Did it wait? [Marrow] It did.",
  );
  expect(named).toMatchObject({ interviewer: "Jon Pike" });
  expect(turns(named)).toEqual(["interviewer Jon Pike: Did it wait?", "speaker Ilse Marrow: It did."]);
  const role = read(
    "Text of report by Harbour TV on 3 March\n\n[Presenter] Good evening.\n\n[Reporter Jon Pike] I stood on the pier.\n\n[Pike] Nobody came.",
  );
  expect(turns(role)).toEqual([
    "interviewer: Good evening.",
    "interviewer Jon Pike: I stood on the pier.",
    "interviewer Jon Pike: Nobody came.",
  ]);
});

test("what is said of a party beside the name is no part of it", () => {
  const document = read(
    "Text of report by Harbour TV on 3 March\n\n[Presenter - in English] Does it wait?\n\n[Ilse Marrow, shown at the pier] It does. [continues] Always.\n\n[Presenter] Thank you.",
  );
  expect(turns(document)).toEqual([
    "interviewer: Does it wait?",
    "speaker Ilse Marrow: It does. [continues] Always.",
    "interviewer: Thank you.",
  ]);
});

test("a recording begins and ends without a word", () => {
  const document = read(
    "[Text] [Begin recording] [Marrow] It waits. [Reporter] Does it? [Marrow] It does. [End recording]",
  );
  expect(marks(document, "stage")).toEqual(["[Begin recording]", "[End recording]"]);
  expect(document.turns).toHaveLength(3);
});

describe("an editor's mark in brackets", () => {
  const rows: [kind: "omission" | "stage" | "supplied", mark: string][] = [
    ...[
      "passage omitted",
      "Passage omitted on pears",
      "passage omitted: the price of rope",
      "words indistinct",
      "few words indistinct",
      "several words missing",
      "name indistinct",
      "one sentence unclear",
      "2 words illegible",
      "indistinct",
      "break in reception",
    ].map((mark): ["omission", string] => ["omission", `[${mark}]`]),
    ["omission", "(passage omitted)"],
    ["omission", "(Passage omitted: on pears)"],
    ...[
      "as heard",
      "quotation marks as published",
      "ellipsis as received",
      "subheadings as published",
      "continues",
      "Pike interrupts",
      "laughs",
      "applause",
      "video shows the pier at dusk",
      "recording ends",
      "end recording",
    ].map((mark): ["stage", string] => ["stage", `[${mark}]`]),
    ...[
      "sic",
      "14 November",
      "the passage",
      "his words were omitted by nobody",
      "name of a ferry",
      "the unclear water",
    ].map((mark): ["supplied", string] => ["supplied", `[${mark}]`]),
  ];
  test.each(rows)("is of the kind %s: %s", (kind, mark) => {
    const document = read(`Speaker: Ada Finch\n\nWe pick ${mark} pears at four.`);
    expect(document.marks.map((one) => one.kind)).toEqual([kind]);
    expect(marks(document, kind)).toEqual([mark]);
  });
});

describe("a broadcast report", () => {
  const document = read(
    'Orchard to open\n\nText of report in Danish by privately-owned Tessim newspaper The Morning Leaf website on 14 November\n\n[Passage omitted]\n\nThe orchard will open.\n\n[from article by Ada Finch, headlined "An orchard for all"]\n\nSource: The Morning Leaf website, Low Tessim, in Danish 14 Nov 18\n\nDesk Mon TE1 TEPol 141118 nb/kt',
  );

  test("says outlet, language and date", () => {
    expect(document).toMatchObject({
      outlet: "The Morning Leaf",
      language: "da",
      date: null,
      sourceDate: "2018-11-14",
    });
  });

  test("ends before its source and its sign-off", () => {
    expect(turns(document)).toEqual(["speaker Ada Finch: [Passage omitted] / The orchard will open."]);
    expect(outline(document).slice(-2)).toEqual([
      "n2 editor Source: The Morning Leaf website, Low Tessim, in Danish 14 Nov 18",
      "d1 editor Desk Mon TE1 TEPol 141118 nb/kt",
    ]);
  });
});

test("a speech in a report is its speaker's", () => {
  const document = read(
    'Marrow Opens the Pier\n\n["Text" of speech by ferry master Ilse Marrow at the pier on 2 March]\n\n[Text] Friends: [applause] the pier is open.',
  );
  expect(document).toMatchObject({ kind: "speech", speakers: [{ name: "Ilse Marrow" }] });
  expect(turns(document)).toEqual(["speaker Ilse Marrow: Friends: [applause] the pier is open."]);
});

test("a page's number in a text of no such form is a paragraph", () => {
  expect(read("The council met.\n\nPage 4\n\nNobody spoke.").passages).toHaveLength(3);
});
