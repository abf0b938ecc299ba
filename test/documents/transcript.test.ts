import { describe, expect, test } from "vitest";
import { marks, outline, read, turns } from "./reading.ts";

/** A question, an answer, a question, an answer under the labels given. */
function dialogue(asks: string, answers: string, header = ""): string {
  return [
    ...(header === "" ? [] : [header]),
    `${asks} Who planted the orchard?`,
    `${answers} My grandmother did. She had a spade.`,
    "The trees were pears.",
    `${asks} And who picks them?`,
    `${answers} Whoever is tall enough.`,
  ].join("\n\n");
}

describe("labels", () => {
  test.each([
    ["Q. and THE PRESIDENT.", "Q.", "THE PRESIDENT.", "President: Ada B. Finch", null, "Ada B. Finch"],
    ["Q and The President", "Q:", "The President:", "President: Ada B. Finch", null, "Ada B. Finch"],
    ["Q with spaces", "Q   ", "THE PRESIDENT:", "President: Ada B. Finch", null, "Ada B. Finch"],
    ["Q with one space", "Q", "THE PRESIDENT:", "President: Ada B. Finch", null, "Ada B. Finch"],
    ["Q: and A:", "Q:", "A:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["Q. and A.", "Q.", "A.", "Speaker: Ada Finch", null, "Ada Finch"],
    ["QUESTION and ANSWER", "QUESTION:", "ANSWER:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["a title and a family name", "REPORTER:", "MS. FINCH:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["a family name in capitals", "HOST:", "FINCH:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["another title", "AUDIENCE MEMBER:", "SENATOR FINCH:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["an abbreviated office", "Q:", "SEC. FINCH:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["a full name with a role", "Interviewer:", "Ada Finch (gardener):", "", null, "Ada Finch"],
    ["a name in bold", "**MR. ELM:**", "**MS. FINCH:**", "Speaker: Ada Finch", "Elm", "Ada Finch"],
    [
      "a moderator by name",
      "HOWARD K. ELM, MODERATOR:",
      "MS. FINCH:",
      "Speaker: Ada Finch",
      "Howard K. Elm",
      "Ada Finch",
    ],
    [
      "an asker with an outlet",
      "Howard Elm, Quay News:",
      "THE PRESIDENT.",
      "President: Ada Finch",
      "Howard Elm",
      "Ada Finch",
    ],
    [
      "a full stop after a title",
      "Ms. Walters.",
      "President Finch.",
      "President: Ada Finch",
      "Walters",
      "Ada Finch",
    ],
    ["a no-break space before", "\u00a0Q:", "\u00a0MS. FINCH:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["French letters", "Q :", "R :", "Orateur : Ada Finch", null, "Ada Finch"],
    ["numbered letters", "Q1:", "A2:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["Spanish letters", "P:", "R:", "Discurso de Ada Finch", null, "Ada Finch"],
    ["German words", "Frage:", "Antwort:", "Rede von Ada Finch", null, "Ada Finch"],
    ["a Russian role", "Журналист:", "Анна Реут:", "", null, "Анна Реут"],
    ["a Chinese role", "记者：", "林海：", "", null, "林海"],
    ["Hebrew letters", "ש:", "ת:", "", null, null],
    ["Arabic letters", "س:", "ج:", "Speaker: Ada Finch", null, "Ada Finch"],
    ["an Arabic role and a name", "الصحفي:", "سعاد النجار:", "", null, "سعاد النجار"],
    ["a scanner's slip", "Q:", "THE. PRESIDENT.", "President: Ada Finch", null, "Ada Finch"],
  ])("%s part a transcript", (_, asks, answers, header, asker, name) => {
    const document = read(dialogue(asks, answers, header));
    expect(document.kind).toBe("transcript");
    expect(document.turns.map(({ voice, passages }) => [voice.name, passages.length])).toEqual([
      [asker, 1],
      [name, 2],
      [asker, 1],
      [name, 1],
    ]);
    expect(document.turns[1]!.voice.kind).toBe("speaker");
    expect(document.passages.at(-1)!.id).toMatch(/^a\d\.1$/u);
  });

  test("of a full name and its short form mean one person", () => {
    const text =
      "Dr. Samia Elm: The pears are ripe.\n\nAnders Holm: So are the plums.\n\nDr. Elm: Not yet.\n\nHolm: They are.";
    expect(turns(read(text))).toEqual([
      "speaker Samia Elm: The pears are ripe.",
      "speaker Anders Holm: So are the plums.",
      "speaker Samia Elm: Not yet.",
      "speaker Anders Holm: They are.",
    ]);
  });

  test("by family name take the full name that the text gives", () => {
    const text =
      "MODERATOR: With me is Greta Elm, who grows pears.\n\nMS. ELM: Good evening.\n\nMODERATOR: Are they ripe?\n\nMS. ELM: They are.";
    expect(read(text).speakers).toEqual([{ name: "Greta Elm", office: null }]);
  });

  test("of two persons with one family name stay apart", () => {
    const text =
      "Speaker: Ada Finch\n\nADA FINCH: I planted them.\n\nBEN FINCH: I watered them.\n\nADA FINCH: You did.\n\nBEN FINCH: Daily.";
    expect(read(text).turns.map(({ voice }) => voice.name)).toEqual([
      "Ada Finch",
      "Ben Finch",
      "Ada Finch",
      "Ben Finch",
    ]);
  });

  test("by office do not mean the header's person where he has a label of his own", () => {
    const text =
      "President: Ada Finch\n\nMS. FINCH: I grow pears.\n\nTHE PRESIDENT: I grow plums.\n\nMS. FINCH: Pears keep.\n\nTHE PRESIDENT: Plums do not.";
    const document = read(text);
    expect(document.turns.map(({ voice }) => voice.name)).toEqual([
      "Ada Finch",
      "The President",
      "Ada Finch",
      "The President",
    ]);
  });

  test("twice in a row are one turn of a speaker, and two questions", () => {
    const text =
      "Speaker: Ada Finch\n\nQ. First?\n\nQ. Second?\n\nMS. FINCH. Yes.\n\nMS. FINCH. Both.\n\nQ. Thanks.";
    expect(turns(read(text))).toEqual([
      "interviewer: First?",
      "interviewer: Second?",
      "speaker Ada Finch: Yes. / Both.",
      "interviewer: Thanks.",
    ]);
  });

  test("may stand on lines of one block", () => {
    const text = "Q: Who planted it?\nMS. FINCH: I did.\nQ: When?\nMS. FINCH: In spring,\nwhen it rained.";
    expect(turns(read(text))).toEqual([
      "interviewer: Who planted it?",
      "speaker Finch: I did.",
      "interviewer: When?",
      "speaker Finch: In spring,\nwhen it rained.",
    ]);
  });

  test("may stand above what is said", () => {
    const text =
      "Interviewer:\nWho planted it?\n\nAda Finch:\nI did.\n\nInterviewer:\nWhen?\n\nAda Finch:\nIn spring.";
    expect(turns(read(text))[1]).toBe("speaker Ada Finch: I did.");
  });
});

describe("no labels", () => {
  const speech = (...paragraphs: string[]) => read(["Speaker: Ada Finch", ...paragraphs].join("\n\n"));

  test.each([
    ["ordinals", "First: we dig.", "Second: we plant.", "First: we water.", "Second: we wait."],
    [
      "ordinals with full stops",
      "Second. The spade is old.",
      "Third. The tree is young.",
      "Second. We dig.",
      "Third. We rest.",
    ],
    [
      "addresses",
      "To the Gardeners of the Coast:",
      "Fellow Gardeners:",
      "Sir:",
      "To the Gardeners of the Coast:",
    ],
    [
      "an address of honour",
      "Mr. President. I thank you.",
      "Mr. President. I thank you again.",
      "Mr. Speaker. I close.",
    ],
    [
      "sentences that end in a colon",
      "I say this again:",
      "The pears are ripe.",
      "I say this again:",
      "The plums are not.",
    ],
    ["hours", "We met at 9:30 in the orchard.", "Tea is at 4:15.", "Tea was at 4:15."],
    [
      "a testimony that is quoted",
      ...Array.from({ length: 20 }, () => "The pears were counted."),
      "Q. How many?",
      "A. Nine hundred.",
      "Q. Sure?",
      "A. Yes.",
    ],
  ])("are %s", (_, ...paragraphs) => {
    const document = speech(...paragraphs);
    expect(document).toMatchObject({ kind: "speech" });
    expect(document.turns).toHaveLength(1);
  });

  test("part a speech that the audience interrupts, but for the audience's words", () => {
    const document = speech(
      "The pears are ripe!",
      "AUDIENCE: Pears! Pears!",
      "MS. FINCH: Thank you.",
      "AUDIENCE: Pears!",
      "MS. FINCH: And plums.",
    );
    expect(document.kind).toBe("speech");
    expect(turns(document)).toEqual([
      "speaker Ada Finch: The pears are ripe!",
      "interviewer: Pears! Pears!",
      "speaker Ada Finch: Thank you.",
      "interviewer: Pears!",
      "speaker Ada Finch: And plums.",
    ]);
  });

  test("leave a lone office label out of the words", () => {
    const document = read("President: Ada Finch\n\nTHE PRESIDENT. Good morning.\n\nThe pears are ripe.");
    expect(document.kind).toBe("speech");
    expect(turns(document)).toEqual(["speaker Ada Finch: Good morning. / The pears are ripe."]);
  });
});

describe("around the turns", () => {
  test("stage marks and headings are the editor's", () => {
    const text =
      "Speaker: Ada Finch\n\nQ. Are they ripe?\n\nMS. FINCH. Nearly. [Laughter] Ask the wasps. (Applause.)\n\n[At this point a wasp came in.]\n\nThey know.\n\nThe Plums of Orlo\n\nQ. And the plums?\n\nMS. FINCH. No.";
    const document = read(text);
    expect(marks(document, "stage")).toEqual([
      "[Laughter]",
      "(Applause.)",
      "[At this point a wasp came in.]",
    ]);
    expect(outline(document)).toContain("g1 editor [At this point a wasp came in.]");
    expect(outline(document)).toContain("h1 editor The Plums of Orlo");
    expect(document.turns[1]!.passages).toEqual(["a1.1", "a1.2"]);
  });

  test("a title, a line with the date and an introduction are the editor's", () => {
    const document = read(
      "The Pears of Orlo\n\nAn interview in the Quay Gazette, May 7, 2021\n\nAda Finch has grown pears for years.\n\nQ: Are they ripe?\n\nAda Finch: Nearly.\n\nQ: And the plums?\n\nAda Finch: No.",
    );
    expect(document).toMatchObject({
      kind: "transcript",
      title: "The Pears of Orlo",
      date: "2021-05-07",
      speakers: [{ name: "Ada Finch" }],
    });
    expect(
      outline(document)
        .slice(0, 3)
        .map((line) => line.slice(0, 9)),
    ).toEqual(["t1 editor", "d1 editor", "s1 editor"]);
  });

  test.each([
    ["Interview with Ada Finch, warden of the orchard", "Ada Finch"],
    ["Ada Finch, warden of the orchard: The pears are ripe", "Ada Finch"],
    ["Entretien avec Maëlle Corbin", "Maëlle Corbin"],
    ["حوار مع سليم نعمة", "سليم نعمة"],
    ["ראיון עם דנה לביא", "דנה לביא"],
  ])("the title %j says who answers", (title, name) => {
    const document = read(`${title}\n\nQ: Ripe?\n\nA: Nearly.\n\nQ: All?\n\nA: All.`);
    expect(document).toMatchObject({ kind: "transcript", title, speakers: [{ name }] });
    expect(document.turns.map(({ voice }) => voice.name)).toEqual([null, name, null, name]);
  });

  test("what stands before the first question is the speaker's statement", () => {
    const document = read(
      "President: Ada Finch\n\nI have a statement.\n\nQ. Are they ripe?\n\nTHE PRESIDENT. Yes.\n\nQ. All?\n\nTHE PRESIDENT. All.",
    );
    expect(turns(document)[0]).toBe("speaker Ada Finch: I have a statement.");
  });

  test("what stands before the first other label is no one's that we know", () => {
    const document = read(
      "President: Ada Finch\n\nI am your moderator.\n\nMR. ELM: Are they ripe?\n\nMS. FINCH: Yes.\n\nMR. ELM: All?\n\nMS. FINCH: All.",
    );
    expect(document.turns[0]!.voice).toEqual({ kind: "unknown", name: null });
  });

  test("quotation marks that enclose every turn are no words", () => {
    const document = read(
      'Host: "Are they ripe?"\n\nAda Finch: "They are. The wasp told us that \'the pears are sweet now.\'"\n\nHost: "And?"\n\nAda Finch: "We ate them."',
    );
    expect(marks(document, "open")).toHaveLength(4);
    expect(marks(document, "quoted")).toEqual(["The wasp: 'the pears are sweet now.'"]);
  });
});
