import { describe, expect, test } from "vitest";
import { prepare, type Source, type Voice, verify } from "../../src/core/index.ts";
import { line, told } from "./told.ts";

/** A source of one paragraph a row. */
function turns(...list: readonly (readonly [voice: Voice, words: string, turn: number | null])[]): Source {
  let text = "";
  const segments = list.map(([voice, words, turn]) => {
    const start = text.length;
    text += `${words}\n\n`;
    return { start, end: start + words.length, voice, turn };
  });
  return { text, segments };
}

const ASKS: Voice = { kind: "interviewer", name: null };
const LINDEN: Voice = { kind: "speaker", name: "Edda Linden" };
const QUILL: Voice = { kind: "speaker", name: "Jonas Quill" };
const EDITOR: Voice = { kind: "editor", name: null };
const THIRD: Voice = { kind: "quoted", name: null };

const INTERVIEW = turns(
  [ASKS, "Will the reading room stay open in the winter months?", 1],
  [LINDEN, "The reading room stays open until the stoves run cold. We have coal for forty days.", 2],
  [ASKS, "Who pays for the coal?", 3],
  [LINDEN, "The bakers pay for the coal, and they are glad of it.", 4],
  [LINDEN, "Nobody has asked the ferry company yet.", 4],
);

describe("parts around an omission", () => {
  const rows: readonly (readonly [name: string, quotation: string, told: string])[] = [
    ["one turn", "The reading room stays open … We have coal for forty days", "marked"],
    [
      "one turn of two paragraphs",
      "The bakers pay for the coal … Nobody has asked the ferry company yet",
      "marked",
    ],
    [
      "two turns of one speaker",
      "We have coal for forty days … The bakers pay for the coal",
      "spliced: omission-crosses-turns",
    ],
    [
      "a question and its answer",
      "Who pays for the coal … they are glad of it",
      "spliced: omission-crosses-turns",
    ],
    [
      "two turns, the other way round",
      "The bakers pay for the coal … We have coal for forty days",
      "spliced: omission-reorders, omission-crosses-turns",
    ],
    [
      "two turns with no mark",
      "We have coal for forty days. The bakers pay for the coal",
      "spliced: omission-unmarked, omission-crosses-turns",
    ],
  ];
  test.each(rows)("%s", (_, quotation, expected) => {
    expect(told(quotation, INTERVIEW)).toBe(expected);
  });
});

describe("never passes", () => {
  const town =
    "The mill stands by the river and grinds for the whole valley. The bridge was built by the guild of masons. " +
    "The market opens at six in the morning. The orchard belongs to the school, and the school sells the pears.";
  const rows: readonly (readonly [name: string, quotation: string])[] = [
    [
      "a quotation whose parts each stand somewhere, in another order",
      "The market opens at six … The mill stands by the river",
    ],
    ["parts joined with no mark", "The mill stands by the river. The market opens at six in the morning"],
    [
      "a part of one word that does not stand between its neighbours",
      "The mill … pears … the guild of masons",
    ],
    [
      "a part of two words that does not stand between its neighbours",
      "The mill stands … the school … by the guild of masons",
    ],
    ["a part of two words that stands only before the first one", "The bridge was built … the river"],
    ["one changed word of many", `${town.replace("masons", "bakers")}`],
    ["a word added at the very end", "The market opens at six in the morning again"],
    ["a word added at the very start", "Now the market opens at six in the morning"],
    [
      "words that are all in the source but nowhere together",
      "the guild sells the mill by the school in the morning",
    ],
    ["a swallowed negation", "The tenant is permitted to keep bees"],
    ["an omission that hides an added word", "The market opens … again at six in the morning"],
  ];
  test.each(rows)("%s", (_, quotation) => {
    const { status } = verify(quotation, `${town} The tenant is not permitted to keep bees.`);
    expect(["verbatim", "marked"]).not.toContain(status);
  });

  test("a landlord's missing not is marked, and shown", () => {
    const verdict = verify(
      "The tenant is … permitted to keep bees",
      "The tenant is not permitted to keep bees.",
    );
    expect(line(verdict)).toBe("marked: negation-omitted");
    expect(verdict.problems[0]?.source?.text).toBe("not");
    expect(verdict.problems[0]?.touches).toEqual(["negation"]);
  });
});

describe("undecided", () => {
  test("nothing to check is too short", () => {
    for (const text of ["", " ", "…", "“”", "[…]", "—"])
      expect(told(text, "The ferry leaves.")).toBe("undecided: too-short");
  });

  test("three words that are nowhere, credited to nobody, are too short", () => {
    expect(told("Midnight in Copper", "The ferry leaves at six.")).toBe("undecided: too-short");
  });

  test("three words that are nowhere, credited to somebody, are absent", () => {
    expect(told("Midnight in Copper", "The ferry leaves at six.", { credited: true })).toBe(
      "absent: not-found",
    );
  });

  test("two words that stand in the source are verbatim", () => {
    expect(told("at six", "The ferry leaves at six.")).toBe("verbatim");
  });

  test("equally good places that differ in what was changed are many", () => {
    const source = "The north pier closes at dusk today. The south pier closes at dusk today.";
    const verdict = verify("The west pier closes at dusk today", source);
    expect(line(verdict)).toBe("undecided: many-places");
    expect(verdict.match).toBeNull();
    expect(verdict.alternatives.map(({ text }) => text)).toEqual([
      "The north pier closes at dusk today",
      "The south pier closes at dusk today",
    ]);
  });

  test("equally good places that tell the same are one finding, the others shown beside it", () => {
    const source = "The pier closes at dusk today. We left. The pier closes at dusk today.";
    const verdict = verify("The pier closes at noon today", source);
    expect(line(verdict)).toBe("altered: word-changed");
    expect(verdict.alternatives).toHaveLength(1);
  });

  test("words that stand in two places are verbatim, the other place beside", () => {
    const verdict = verify("at dusk", "The pier closes at dusk. The gate closes at dusk.");
    expect(verdict.status).toBe("verbatim");
    expect(verdict.alternatives.map(({ start }) => start)).toEqual([41]);
  });
});

describe("absent", () => {
  test("words that no source has are absent, with nothing matched", () => {
    const verdict = verify("The river will forgive us in the end", "The ferry leaves at six from the pier.");
    expect(line(verdict)).toBe("absent: not-found");
    expect(verdict.match).toBeNull();
  });

  test("the nearest passages are shown, and are no match", () => {
    const source = "The orchestra plays in the winter hall. The ferry leaves at six from the old pier.";
    const verdict = verify("A balloon ascends at six from the old market of the painters tomorrow", source);
    expect(verdict.status).toBe("absent");
    expect(verdict.match).toBeNull();
  });

  test("an empty source has no words", () => {
    expect(told("The ferry leaves at six", "")).toBe("absent: not-found");
    expect(told("The ferry leaves at six", prepare([]))).toBe("absent: not-found");
  });
});

describe("several documents", () => {
  const documents = prepare([
    "The ferry leaves at six from the old pier. The lamps were lit at five.",
    "The orchestra plays in the winter hall. The tickets cost two crowns.",
  ]);

  test("a match lies in one document", () => {
    const { match } = verify("The lamps were lit at five. The orchestra plays in the winter hall", documents);
    expect(match?.text).toBe(
      ["The lamps were lit at five", "The orchestra plays in the winter hall"][match!.source],
    );
  });

  test("a stage mark that opens a document belongs to it", () => {
    const { match } = verify(
      "(Applause.) Thank you for the rope",
      prepare(["We sail.", "(Applause.) Thank you for the rope."]),
    );
    expect(match).toMatchObject({ source: 1, text: "Applause.) Thank you for the rope" });
  });

  test("a match tells in which document the words stand, with offsets into its text", () => {
    const { match } = verify("The tickets cost two crowns", documents);
    expect(match).toMatchObject({ source: 1, start: 40, end: 67, text: "The tickets cost two crowns" });
  });

  test("parts of two documents are a splice, with … or without", () => {
    const lamps = "The ferry leaves at six from the old pier. The lamps were lit at five.";
    const hall = "The orchestra plays in the winter hall. The tickets cost two crowns.";
    expect(verify(`${lamps} … ${hall}`, documents).status).toBe("spliced");
    expect(verify(`${lamps} ${hall}`, documents).status).toBe("spliced");
  });
});

describe("voices", () => {
  const hall = turns(
    [QUILL, "The winter hall is cold but we shall play in it.", 1],
    [LINDEN, "The winter hall is cold but we shall play in it.", 2],
    [EDITOR, "Linden: We Shall Play In The Cold Hall", null],
    [THIRD, "a barn with chairs", 2],
  );

  test("the match tells whose words they are", () => {
    expect(verify("a barn with chairs", hall).match?.voice).toEqual(THIRD);
    expect(verify("we shall play in the cold hall", hall).match?.voice).toEqual(EDITOR);
  });

  test("of equally good places the one nearest to whom the text means wins", () => {
    const distance = (voice: Voice): number => (voice.name === "Edda Linden" ? 0 : 1);
    const verdict = verify("The winter hall is cold", hall, { distance });
    expect(verdict.match?.voice).toEqual(LINDEN);
  });

  test("without a preference the first place wins", () => {
    expect(verify("The winter hall is cold", hall).match?.voice).toEqual(QUILL);
  });

  test("a heading that interrupts an answer does not interrupt the reading", () => {
    const text = "We baked for forty days. HEADING OF THE PAPER and then the flour was gone.";
    const source: Source = {
      text,
      segments: [
        { start: 0, end: 24, voice: LINDEN, turn: 1 },
        { start: 45, end: text.length, voice: LINDEN, turn: 1 },
        { start: 25, end: 45, voice: EDITOR, turn: null },
      ],
    };
    expect(told("for forty days and then the flour was gone", source)).toBe("verbatim");
  });

  test("words that run from an answer's end into the heading that stood inside it match the answer", () => {
    const text = "We baked for forty days. AND SLEPT and then the flour was gone.";
    const source: Source = {
      text,
      segments: [
        { start: 0, end: 24, voice: LINDEN, turn: 1 },
        { start: 35, end: text.length, voice: LINDEN, turn: 1 },
        { start: 25, end: 34, voice: EDITOR, turn: null },
      ],
    };
    const { status, match } = verify("then the flour was gone and slept", source);
    expect(status).not.toBe("verbatim");
    expect(match?.text).toBe("then the flour was gone");
  });

  test("text outside every segment is not read", () => {
    const text = "LINDEN: We baked for forty days.";
    const source: Source = { text, segments: [{ start: 8, end: text.length, voice: LINDEN, turn: 1 }] };
    expect(told("Linden: We baked for forty days", source)).toBe("altered: word-added");
    expect(told("We baked for forty days", source)).toBe("verbatim");
  });

  test("a stretch that is supplied as a whole need not be quoted, and is no speech", () => {
    const text = "We won the race. Cheers from the pier. Thank you all for the rope.";
    const source: Source = {
      text,
      segments: [
        { start: 0, end: 16, voice: LINDEN, turn: 1 },
        { start: 17, end: 38, voice: EDITOR, turn: 1, supplied: true },
        { start: 39, end: text.length, voice: LINDEN, turn: 1 },
      ],
    };
    expect(told("We won the race. Thank you all", source)).toBe("verbatim");
    expect(told("We won the race. Cheers from the pier. Thank you all", source)).toBe(
      "altered: bracket-dropped",
    );
  });
});

describe("a quotation in several parts", () => {
  const text = "“The ferry leaves at six,” she said, “from the old pier.”";
  const parts = [
    { start: 1, end: 25 },
    { start: 38, end: 56 },
  ];

  test("is read on across what interrupts it", () => {
    expect(told({ text, parts }, "The ferry leaves at six from the old pier.")).toBe("verbatim");
  });

  test("shows offsets into the text that quotes", () => {
    const { problems } = verify({ text, parts }, "The ferry leaves at six from the new pier.");
    expect(problems[0]?.quotation).toEqual({ start: 47, end: 50, text: "old" });
  });
});
