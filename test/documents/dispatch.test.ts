import { describe, expect, test } from "vitest";
import type { Document } from "../../src/documents/index.ts";
import { libraryDispatch, parts } from "./library-dispatch.ts";
import { marks, outline, read, readAsHtml, readAsMarkdown, turns, words } from "./reading.ts";

const petra = { name: "Petra Lindqvist", office: "keeper of the Bell Street Library" };

describe("a dispatch in its full form", () => {
  const document = read(libraryDispatch());

  test("says who it is", () => {
    expect(document).toMatchObject({
      id: "bulletin-series-88",
      kind: "dispatch",
      series: "Bulletin Series",
      number: "88",
      date: "2021-05-07",
      subject: "Towns & Libraries",
      title: parts.title,
      outlet: "Quay Gazette",
      sourceDate: "2021-04-19",
      language: null,
      speakers: [petra],
      interviewer: null,
      form: [],
    });
  });

  test("keeps the voices apart", () => {
    expect(outline(document).map((line) => line.slice(0, 40))).toEqual(
      [
        "d1 editor May 7, 2021 Bulletin Series No. 88",
        "t1 editor Petra Lindqvist, Keeper Of The",
        "d2 editor May 7, 2021",
        "d3 editor Towns & Libraries | Bulletin Series No. 88",
        "s1 editor In an April 19, 2021 interview ",
        "s2 editor Lindqvist added that the bell “is",
        "c1 editor Petra Lindqvist (Image: Quay Ga",
        "o1 editor The following are excerpts from",
        "h1 editor The Bell Must Ring At Nine",
        'q1.1 interviewer "Why does the library open at night?"',
        'a1.1 speaker Petra Lindqvist "Because th',
        'a1.2 speaker Petra Lindqvist "My deputy ',
        'a1.3 speaker Petra Lindqvist "So we stay',
        "h2 editor We Shall Not Lend The Bell",
        'q2.1 interviewer "And the bell?"',
        'a2.1 speaker Petra Lindqvist "The bell s',
        "n1 editor See Quay Desk Bulletin Series ",
        "n2 editor Quay Gazette, April 19, 2021.",
        "n3 editor The deputy has since retired.",
      ].map((line) => line.replace("“", '"').slice(0, 40)),
    );
  });

  test("has its marks", () => {
    expect(marks(document, "supplied")).toEqual(["[of the harbor]"]);
    expect(marks(document, "omission")).toEqual(["…"]);
    expect(marks(document, "note-marker")).toEqual(["1: [1]", "2: [2]", "3: [3]"]);
    expect(marks(document, "open")).toHaveLength(6);
    expect(marks(document, "close")).toHaveLength(4);
  });

  test("gives a third party his words, and lets the speaker quote herself", () => {
    expect(marks(document, "quoted")).toEqual(["My deputy: 'the lamps burn too much oil,'"]);
  });

  test("refers to another", () => {
    expect(document.references).toMatchObject([
      {
        desk: "Quay Desk",
        series: "Bulletin Series",
        number: "71",
        title: "The Night Readers Of Bell Street",
        date: "2020-03-02",
      },
    ]);
  });

  test("leads from each marker to its note", () => {
    expect(document.notes.map(({ number, passage, markers }) => [number, passage, markers.length])).toEqual([
      ["1", "n1", 1],
      ["2", "n2", 1],
      ["3", "n3", 1],
    ]);
  });
});

describe("the same dispatch in another format", () => {
  const plain = read(libraryDispatch());
  const { date, series, number, subject, title, outlet, sourceDate, speakers, form } = plain;
  const facts = { date, series, number, subject, title, outlet, sourceDate, speakers, form };
  const shape = (document: Document) =>
    document.passages
      .filter((passage) => passage.kind !== "header")
      .map((passage) => `${passage.id} ${passage.kind} ${passage.turn}`);

  test("is the same document in Markdown", () => {
    const markdown = libraryDispatch({
      title: `# ${parts.title}`,
      heading: `## ${parts.heading}`,
      middle: `## ${parts.middle}`,
    }).replace(/\[(\d)\]/gu, "\\[$1\\]");
    const document = readAsMarkdown(markdown);
    expect(document).toMatchObject(facts);
    expect(shape(document)).toEqual(shape(plain));
  });

  test("is the same document in HTML", () => {
    const html = libraryDispatch()
      .split(/\n{2,}/u)
      .map((part) => {
        const text = part.trim().replace(/&/gu, "&amp;").replace(/\n/gu, "<br>");
        if (part === parts.title) return `<h1>${text}</h1>`;
        return part === parts.heading ? `<p><b>${text}</b></p>` : `<p>${text}</p>`;
      })
      .join("\n");
    const document = readAsHtml(`<html><body><main>${html}</main></body></html>`);
    expect(document).toMatchObject(facts);
    expect(shape(document)).toEqual(shape(plain));
  });
});

describe("headers", () => {
  test.each([
    [
      "the line alone",
      { dateline: "" },
      { date: "2021-05-07", series: "Bulletin Series", number: "88", subject: null },
    ],
    [
      "only below the title",
      { header: "" },
      { date: "2021-05-07", series: "Bulletin Series", number: "88", subject: "Towns & Libraries" },
    ],
    [
      "another series",
      { header: "May 7, 2021 Inquiry & Analysis Series No. 1707", dateline: "" },
      { series: "Inquiry & Analysis Series", number: "1707" },
    ],
    [
      "a special report",
      { header: "May 7, 2021 Special Report No. 12", dateline: "" },
      { series: "Special Report", number: "12" },
    ],
    [
      "the series first",
      { header: "Special Announcements No. 3 | May 7, 2021", dateline: "" },
      { series: "Special Announcements", number: "3", date: "2021-05-07" },
    ],
    [
      "a date line alone",
      { header: "Daily Brief No. 9", dateline: "7 May 2021" },
      { series: "Daily Brief", number: "9", date: "2021-05-07" },
    ],
    [
      "one line of all",
      { header: "", dateline: "May 7, 2021 | Towns | Bulletin Series No.88" },
      { date: "2021-05-07", subject: "Towns", number: "88" },
    ],
    [
      "no-break spaces",
      { header: "May\u00a07,\u00a02021\u00a0Bulletin Series No.\u00a088", dateline: "" },
      { date: "2021-05-07", number: "88" },
    ],
    ["no date anywhere", { header: "Bulletin Series No. 88", dateline: "" }, { date: null, number: "88" }],
  ] as const)("are read with %s", (_, changed, expected) => {
    const document = read(libraryDispatch(changed));
    expect(document).toMatchObject({ kind: "dispatch", title: parts.title, ...expected });
    expect(document.turns).toHaveLength(4);
  });
});

describe("who speaks", () => {
  test.each([
    ["the caption and the title", {}, petra],
    ["the summary, without a caption", { caption: "" }, petra],
    [
      "an office before the name",
      {
        caption: "",
        title: "Bell Street Library Keeper Petra Lindqvist In Interview: The Bell Stays",
        summary:
          "In an interview, Bell Street library keeper Petra Lindqvist spoke of the bell. Lindqvist said that it stays.",
      },
      { name: "Petra Lindqvist", office: "Bell Street library keeper" },
    ],
    [
      "a name with a particle",
      {
        caption: "",
        title: "Sami Al-'Attar, Head Of The Weavers' Hall: We Weave At Night",
        summary:
          "Sami Al-'Attar, head of the weavers' hall, gave an interview on May 2, 2021. Al-'Attar said that they weave.",
      },
      { name: "Sami Al-'Attar", office: "head of the weavers' hall" },
    ],
    [
      "the title alone",
      {
        caption: "",
        summary: "The interview was given in spring.",
        title: "Petra Lindqvist: The Bell Stays",
      },
      { name: "Petra Lindqvist", office: null },
    ],
  ] as const)("is told by %s", (_, changed, speaker) => {
    const document = read(libraryDispatch(changed));
    expect(document.speakers).toEqual([speaker]);
    expect(document.turns[1]!.voice).toEqual({ kind: "speaker", name: speaker.name });
  });

  test("is null where nothing tells", () => {
    const document = read(
      libraryDispatch({ caption: "", summary: "An interview.", title: "The Bell Stays Where It Is" }),
    );
    expect(document.speakers).toEqual([]);
    expect(document.turns[1]!.voice).toEqual({ kind: "speaker", name: null });
  });

  test("is told by labels, shortened from the second time on", () => {
    const document = read(
      libraryDispatch({
        first: 'Dr. Petra Lindqvist: "The ferries come late."',
        second: 'Interviewer: "How late?"',
        third: '\u00a0Dr. Lindqvist: "After nine."',
        fourth: 'Interviewer: "And then?"\n\nLindqvist: "We ring."',
      }),
    );
    expect(turns(document)).toEqual([
      'speaker Petra Lindqvist: "The ferries come late."',
      'interviewer: "How late?"',
      'speaker Petra Lindqvist: "After nine."',
      'interviewer: "And then?"',
      'speaker Petra Lindqvist: "We ring."',
    ]);
    expect(document.speakers.map(({ name }) => name)).toEqual(["Petra Lindqvist"]);
  });

  test("can be several", () => {
    const document = read(
      libraryDispatch({
        first: 'Moderator: "Who rings the bell?"',
        second: 'Petra Lindqvist: "I do."',
        third: 'Anders Holm (sexton): "I did, before."',
        fourth: 'Lindqvist: "He did."\n\nHolm: "For nine years."',
      }),
    );
    expect(document.turns.map(({ voice }) => voice.name)).toEqual([
      null,
      "Petra Lindqvist",
      "Anders Holm",
      "Petra Lindqvist",
      "Anders Holm",
    ]);
  });

  test("is not the name under which the questions stand", () => {
    const document = read(
      libraryDispatch({
        first: 'Karin Alm: "Why at night?"',
        second: 'Petra Lindqvist: "The ferries come late.[3]"',
        third: 'Alm: "And the bell?"',
        fourth: 'Lindqvist: "It stays."',
      }),
    );
    expect(document.turns.map(({ voice }) => `${voice.kind} ${voice.name}`)).toEqual([
      "interviewer Karin Alm",
      "speaker Petra Lindqvist",
      "interviewer Karin Alm",
      "speaker Petra Lindqvist",
    ]);
    expect(document).toMatchObject({ interviewer: "Karin Alm", speakers: [petra] });
  });

  test("knows the interviewer that the summary names", () => {
    const summary =
      "Petra Lindqvist, keeper of the Bell Street Library, was interviewed by Karin Alm on April 19, 2021. Lindqvist spoke of the bell.";
    const document = read(libraryDispatch({ summary }));
    expect(document.interviewer).toBe("Karin Alm");
    expect(document.turns[0]!.voice).toEqual({ kind: "interviewer", name: "Karin Alm" });
  });
});

describe("where it comes from", () => {
  test.each([
    ["the source note", {}, "Quay Gazette", "2021-04-19"],
    [
      "the caption",
      { notes: "", opening: "The following are excerpts from the interview:" },
      "Quay Gazette",
      "2021-04-19",
    ],
    [
      "the date of the summary",
      { notes: "", caption: "", opening: "The following are excerpts from the interview" },
      null,
      "2021-04-19",
    ],
  ] as const)("is read from %s", (_, changed, outlet, sourceDate) => {
    expect(read(libraryDispatch(changed))).toMatchObject({ outlet, sourceDate });
  });

  test("is not told by several source notes to which no opening leads", () => {
    const notes = "[1] Quay Gazette, May 1, 2021.\n\n[2] Morning Leaf, May 2, 2021.\n\n[3] Retired.";
    const opening = "The following are excerpts from the interview:";
    expect(read(libraryDispatch({ notes, opening, caption: "" }))).toMatchObject({ outlet: null });
  });

  test("tells the language that the editor states", () => {
    expect(
      read(
        libraryDispatch({ opening: "The following are translated excerpts from the interview, in Swedish:" }),
      ).language,
    ).toBe("sv");
  });
});

describe("quirks", () => {
  test.each([
    ["a marker inside the full stop", 'A: "It rings[3]."'],
    ["a marker outside it", 'A: "It rings.[3]"'],
    ["a marker after the closing mark", 'A: "It rings."[3]'],
    ["an omission run into the closing mark", 'A: "It rings.[3]…"'],
    ["curly marks", "A: “It rings.[3]”"],
    ["a paragraph that ends in two spaces", 'A: "It rings.[3]"  '],
    ["the mark before the last comma", 'A: "It rings[3]",'],
  ])("%s leave turns and form whole", (_, fourth) => {
    const document = read(libraryDispatch({ second: 'A: "Because."', fourth }));
    expect(document.form).toEqual([]);
    expect(document.turns).toHaveLength(4);
  });

  test("a title that opens a quotation and never closes it is no problem", () => {
    expect(
      read(libraryDispatch({ title: 'Petra Lindqvist In Interview: "The Bell Stays; We Ring It' })).form,
    ).toEqual([]);
  });

  test("a heading inside an answer does not end it", () => {
    const second = 'A: "Because the ferries come late.[3]\n\nThe Ferries Come Late\n\n"We wait for them."';
    const document = read(libraryDispatch({ second }));
    expect(turns(document)[1]).toBe(
      'speaker Petra Lindqvist: "Because the ferries come late.[3] / "We wait for them."',
    );
    expect(document.passages.find(({ id }) => id === "h2")).toMatchObject({ kind: "heading", turn: null });
  });

  test("a heading may open with a quoted word", () => {
    const document = read(libraryDispatch({ middle: '"Never" Is The Word For Lending The Bell' }));
    expect(document.passages.filter(({ kind }) => kind === "heading")).toHaveLength(2);
  });

  test("a heading may be a quotation, set as a title", () => {
    const document = read(libraryDispatch({ middle: '"We Shall Never Lend The Bell"' }));
    expect(turns(document)).toEqual(turns(read(libraryDispatch())));
  });

  test("a sentence between turns is the editor's where the turn before it is closed", () => {
    const document = read(libraryDispatch({ middle: "Asked about the bell, she laughed." }));
    expect(document.passages.find((passage) => words(document, passage).startsWith("Asked"))).toMatchObject({
      kind: "paragraph",
      turn: null,
      voice: { kind: "editor", name: null },
    });
  });

  test("an answer's paragraph that forgets to re-open is the speaker's", () => {
    const document = read(libraryDispatch({ fourth: 'A: "The bell stays.\n\nIt hangs in the hall."' }));
    expect(turns(document).at(-1)).toBe('speaker Petra Lindqvist: "The bell stays. / It hangs in the hall."');
    expect(document.form).toEqual([]);
  });

  test("a byline is no title", () => {
    const document = read(libraryDispatch({ title: `${parts.title}\n\nBy: K. Alm and O. Berg` }));
    expect(document.title).toBe(parts.title);
    expect(document.passages.filter(({ kind }) => kind === "title")).toHaveLength(1);
  });

  test("lines that no empty line parts are read all the same", () => {
    const document = read(libraryDispatch().replace(/\n{2,}/gu, "\n"));
    expect(document).toMatchObject({ title: parts.title, date: "2021-05-07", number: "88", form: [] });
    expect(document.turns).toHaveLength(4);
    expect(document.notes).toHaveLength(3);
  });

  test("answers without quotation marks are answers", () => {
    const document = read(
      libraryDispatch({
        first: "Q: Why at night?",
        second: "A: Because the ferries come late.[3]\n\nAnd because the readers ask for it.",
        third: "Q: And the bell?",
        fourth: "A: It stays.",
      }),
    );
    expect(turns(document)[1]).toBe(
      "speaker Petra Lindqvist: Because the ferries come late.[3] / And because the readers ask for it.",
    );
    expect(document.form).toEqual([]);
  });

  test("an opening may be the summary's last sentence", () => {
    const document = read(
      libraryDispatch({ opening: "She spoke for an hour. Following are excerpts from the interview:[2]" }),
    );
    expect(document.passages.find(({ kind }) => kind === "opening")).toBeDefined();
    expect(words(document, document.passages.find(({ kind }) => kind === "opening")!)).toMatch(/^Following/u);
  });

  test("a supplied number is no note marker", () => {
    const document = read(libraryDispatch({ fourth: 'A: "We counted [150] readers."' }));
    expect(marks(document, "supplied")).toContain("[150]");
    expect(document.form).toEqual([]);
  });
});

describe("excerpts without turns", () => {
  const excerpts = (opening: string, body: string) =>
    read(libraryDispatch({ opening, first: "", second: body, middle: "", third: "", fourth: "" }));

  test.each([
    ["an article", "The following are excerpts from the article:[2]"],
    ["a sermon", "The following are excerpts from her sermon:[2]"],
    ["a lecture", "Below are excerpts from the lecture[2]"],
  ])("of %s are the one's whom title and summary name", (_, opening) => {
    const document = excerpts(
      opening,
      '"The library is a lamp…[3]\n\nA Lamp In The Window\n\n"It burns all night.\n\n"It has never gone out."',
    );
    expect(turns(document)).toEqual([
      'speaker Petra Lindqvist: "The library is a lamp…[3] / "It burns all night. / "It has never gone out."',
    ]);
    expect(document.speakers).toEqual([petra]);
    expect(document.form).toEqual([]);
  });

  test("without marks are the author's all the same", () => {
    const document = excerpts(
      "The following are excerpts from the article:[2]",
      "The library is a lamp.[3]\n\nIt burns all night.",
    );
    expect(turns(document)).toEqual([
      "speaker Petra Lindqvist: The library is a lamp.[3] / It burns all night.",
    ]);
  });

  test("leave the editor what stands between them without marks", () => {
    const document = excerpts(
      "The following are excerpts from the article:[2]",
      '"The library is a lamp."[3]\n\nShe also wrote of the oil:\n\n"It burns."',
    );
    expect(
      document.passages.find((passage) => words(document, passage).startsWith("She also")),
    ).toMatchObject({
      turn: null,
      voice: { kind: "editor", name: null },
    });
  });
});

describe("references", () => {
  test.each([
    [
      "several in one note",
      "See Quay Desk Bulletin Series No. 71 - The Night Readers – March 2, 2020; Quay Desk Daily Brief No. 4 - Oil And Lamps: A Count, May 5, 2019.",
      [
        ["Quay Desk", "Bulletin Series", "71", "The Night Readers", "2020-03-02"],
        ["Quay Desk", "Daily Brief", "4", "Oil And Lamps: A Count", "2019-05-05"],
      ],
    ],
    [
      "no title and no date",
      "On the lamps see Bulletin Series No. 71.",
      [[null, "Bulletin Series", "71", null, null]],
    ],
    [
      "a title in quotation marks",
      'See Quay Desk Special Report No. 5, "A Year Of Oil," March 2, 2020.',
      [["Quay Desk", "Special Report", "5", "A Year Of Oil", "2020-03-02"]],
    ],
    [
      "a date in the title",
      "See Quay Desk Special Report No. 5 - The Fire Of May 3, 1999 Remembered – March 2, 2020.",
      [["Quay Desk", "Special Report", "5", "The Fire Of May 3, 1999 Remembered", "2020-03-02"]],
    ],
    ["nothing to refer to", "The house at No. 7 is shut.", []],
  ])("are read with %s", (_, note, expected) => {
    const document = read(
      libraryDispatch({ notes: `[1] ${note}\n\n[2] Quay Gazette, April 19, 2021.\n\n[3] Retired.` }),
    );
    expect(
      document.references.map(({ desk, series, number, title, date }) => [desk, series, number, title, date]),
    ).toEqual(expected);
  });
});
