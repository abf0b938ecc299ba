import { describe, expect, test } from "vitest";
import { marks, outline, read, turns } from "./reading.ts";

const report = `REPORT NUMBER: GRD-94-017
REPORT DATE: 12 June 1994
Headline: Gardener Osk Rellin on the Winter Beds
Outlet: Quay Radio
City: Orlo
Language: Spanish
Time: 0100 GMT

["Excerpt" of interview with gardener Osk Rellin by unidentified reporters; place and date not given]

1. [Text] [Reporter] Mr. Rellin, what grows in winter? [Rellin] Leeks grow
every [words indistinct] winter, and [so do] the cabbages. [laughs] The beds
[passage omitted] are warm. [Reporter] And the roses? [Rellin] The roses [as heard] sleep.

2. [Reporter] Is the wall paid for? [Rellin] It is not. We asked the [harbor] council.`;

describe("a monitoring report", () => {
  const document = read(report);

  test("has header fields", () => {
    expect(document).toMatchObject({
      kind: "transcript",
      title: "Gardener Osk Rellin on the Winter Beds",
      number: "GRD-94-017",
      date: "1994-06-12",
      outlet: "Quay Radio",
      language: "es",
      speakers: [{ name: "Osk Rellin", office: null }],
    });
  });

  test("has turns inside running paragraphs", () => {
    expect(turns(document)).toEqual([
      "interviewer: Mr. Rellin, what grows in winter?",
      "speaker Osk Rellin: Leeks grow\nevery [words indistinct] winter, and [so do] the cabbages. [laughs] The beds\n[passage omitted] are warm.",
      "interviewer: And the roses?",
      "speaker Osk Rellin: The roses [as heard] sleep.",
      "interviewer: Is the wall paid for?",
      "speaker Osk Rellin: It is not. We asked the [harbor] council.",
    ]);
  });

  test("tells omissions, the editor's remarks and supplied words apart", () => {
    expect(marks(document, "omission")).toEqual(["[words indistinct]", "[passage omitted]"]);
    expect(marks(document, "stage")).toEqual(["[laughs]", "[as heard]"]);
    expect(marks(document, "supplied").at(-1)).toBe("[harbor]");
  });

  test("opens with the editor's bracket", () => {
    expect(outline(document).find((line) => line.startsWith("o1"))).toMatch(/^o1 editor \["Excerpt"/u);
  });
});

test("fields between dashes have their values on the next lines", () => {
  const document = read(
    "-DATE-\n19740304\n-HEADLINE-\nTHE BAKERS' OVEN\n-AUTHOR-\nP. HOLT\n-SOURCE-\nORLO TOWN RADIO\n-TEXT-\nFriends and bakers: the oven is warm.\n\nWe bake at four.",
  );
  expect(document).toMatchObject({
    kind: "speech",
    title: "THE BAKERS' OVEN",
    date: "1974-03-04",
    outlet: "ORLO TOWN RADIO",
  });
  expect(turns(document)).toEqual([
    "speaker P. Holt: Friends and bakers: the oven is warm. / We bake at four.",
  ]);
});

test("a broadcast report names its outlet, its headings and its author", () => {
  const document = read(
    'Orchard to open\n\nText of report by the Morning Leaf website on 14 November\n\nThe orchard will open in spring.\n\n[Subheading] Old trees\n\nThe pears are a hundred years old. [passage omitted]\n\n[from article by Ada Finch, headlined "An orchard for all"]',
  );
  expect(document).toMatchObject({
    kind: "article",
    title: "Orchard to open",
    outlet: "Morning Leaf",
    date: null,
    speakers: [{ name: "Ada Finch" }],
  });
  expect(outline(document)).toContain("h1 editor Old trees");
  expect(turns(document)).toEqual([
    "speaker Ada Finch: The orchard will open in spring. / The pears are a hundred years old. [passage omitted]",
  ]);
});

test("supplied words at a sentence's start are no party", () => {
  const document = read(
    "Speaker: Ada Finch\n\n[Second], we dig. [Third], we plant.\n\n[Second], we rest. [The pears] are ripe.",
  );
  expect(document).toMatchObject({ kind: "speech" });
  expect(document.turns).toHaveLength(1);
});

test("a party that answers once is a party", () => {
  const document = read(
    '["Excerpt" of interview with Lena Moss and Oren Vale by unidentified reporters]\n\n[Text] [Reporter] How large is it? [Moss] It seats two hundred. [Reporter] Who pays? [Vale] We do. [Moss] We share it.',
  );
  expect(document.turns.map(({ voice }) => voice.name)).toEqual([
    null,
    "Lena Moss",
    null,
    "Oren Vale",
    "Lena Moss",
  ]);
});
