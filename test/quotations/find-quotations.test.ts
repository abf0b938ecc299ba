import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockKind } from "../../src/formats/index.ts";
import { findQuotations } from "../../src/quotations/index.ts";
import { textOf } from "./text-builder.ts";

/** Every quotation as `kind words | words ← name`. */
function found(text: string, kinds: readonly BlockKind[] = [], language: string | null = null): string[] {
  return findQuotations(textOf(text, kinds, language)).map(({ kind, parts, attribution }) => {
    const words = parts.map(({ start, end }) => text.slice(start, end)).join(" | ");
    return `${kind} ${words}${attribution === null ? "" : ` ← ${attribution.name}`}`;
  });
}

describe("marks", () => {
  test("only the outermost are quotations", () => {
    expect(found("“He said ‘go’ and left.” Then “stop.”")).toEqual([
      "marks He said ‘go’ and left.",
      "marks stop.",
    ]);
  });

  test("brackets, omissions and the last comma stay inside", () => {
    expect(found("“[The fund] is … ours [sic],” Holt said.")).toEqual([
      "marks [The fund] is … ours [sic], ← Holt",
    ]);
  });

  test("spaces inside French marks are no words", () => {
    expect(found("« Le bac part »")).toEqual(["marks Le bac part"]);
  });

  test("marks around a title in Chinese are none, in Korean they quote", () => {
    expect(found("他借了《花园》一书。")).toEqual([]);
    expect(found("그는 《정원은 열려 있다》고 말했다.")).toEqual(["marks 정원은 열려 있다"]);
  });

  test("marks around nothing are no quotation", () => {
    expect(found('An empty "" and “ ” here.')).toEqual([]);
  });

  test("several paragraphs that re-open are one quotation of several parts", () => {
    expect(found("“One, with no close.\n\n“Two,” Lena Holt said. “Three.”")).toEqual([
      "marks One, with no close. | Two, ← Lena Holt",
      "marks Three. ← Lena Holt",
    ]);
  });

  test("a quotation goes on across a heading", () => {
    expect(found("“One.\n\nThe Garden\n\n“Two.”", ["paragraph", "heading", "paragraph"])).toEqual([
      "marks One. | Two.",
    ]);
  });

  test("one never closed ends before the next one opens", () => {
    expect(found('He said "the gate is shut. Later, "we go," Holt said.')).toEqual([
      "marks the gate is shut. Later,",
      "marks we go, ← Holt",
    ]);
  });

  test("headings, notes and captions are read by themselves, preformatted text is not", () => {
    const kinds: BlockKind[] = ["heading", "note", "preformatted", "caption"];
    expect(found('“Open.\n\n“Note.”\n\n"code"\n\n“Caption”', kinds)).toEqual([
      "marks Open.",
      "marks Note.",
      "marks Caption",
    ]);
  });
});

describe("interruptions", () => {
  test.each<[string, string[]]>([
    ["“We bake,” Holt said, “and we sell.”", ["marks We bake, | and we sell. ← Holt"]],
    ["“We bake”, said Holt, “and we sell.”", ["marks We bake | and we sell. ← Holt"]],
    ["“We bake,” Holt said on the quay on Monday, “and we sell.”", ["marks We bake, | and we sell. ← Holt"]],
    ["“We bake,” Holt said — “and we sell” — then left.", ["marks We bake, | and we sell ← Holt"]],
    ["“Come!” Holt said, “and bring bread.”", ["marks Come! | and bring bread. ← Holt"]],
    [
      "“We bake,” Holt said, “and sell,” she added, “and rest.”",
      ["marks We bake, | and sell, | and rest. ← Holt"],
    ],
    ["“We bake,” Holt said. “We sell.”", ["marks We bake, ← Holt", "marks We sell. ← Holt"]],
    ["“We bake.” Holt said. “We sell.”", ["marks We bake. ← Holt", "marks We sell. ← Holt"]],
    ["“We bake,” Holt said, and Reed added, “we sell.”", ["marks We bake, ← Holt", "marks we sell. ← Reed"]],
    [
      "“We bake,” Holt said of the “Blue Hall” on Monday.",
      ["marks We bake, ← Holt", "marks Blue Hall ← Holt"],
    ],
    ["“We bake,” Holt said: “We sell.”", ["marks We bake, ← Holt", "marks We sell. ← Holt"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("block quotations", () => {
  const quotation: BlockKind[] = ["paragraph", "quotation", "quotation", "paragraph"];

  test("adjacent blocks are one quotation, credited by the paragraph that leads up to it", () => {
    expect(found("Lena Holt wrote:\n\nWe bake.\n\nWe sell.\n\nThen it rained.", quotation)).toEqual([
      "block We bake. | We sell. ← Lena Holt",
    ]);
  });

  test("marks around the whole are left out", () => {
    expect(found("It says:\n\n“We bake.\n\n“We sell.”", quotation)).toEqual(["block We bake. | We sell."]);
    expect(found("“We bake.”", ["quotation"])).toEqual(["block We bake."]);
  });

  test("a quotation inside stays part of it", () => {
    expect(found("We call it “bread” here.", ["quotation"])).toEqual(["block We call it “bread” here."]);
  });

  test.each([
    ["We bake.\n\n— Lena Holt, baker", ["quotation", "quotation"]],
    ["We bake.\n— Lena Holt", ["quotation"]],
    ["“We bake.” — Lena Holt", ["quotation"]],
    ["We bake. -- Lena Holt", ["quotation"]],
    ["We bake.\n\n— Lena Holt", ["quotation", "paragraph"]],
  ] as [string, BlockKind[]][])("a last line that names the speaker is no words: %s", (text, kinds) => {
    expect(found(text, kinds)).toEqual(["block We bake. ← Lena Holt"]);
  });

  test("a block that tells who speaks is read as running text", () => {
    expect(found("“We bake,” Holt said. “At noon.”", ["quotation"])).toEqual([
      "marks We bake, ← Holt",
      "marks At noon. ← Holt",
    ]);
  });

  test("a paragraph after a colon is none unless the format says so", () => {
    expect(found("Lena Holt wrote:\n\nWe bake.")).toEqual([]);
  });
});

describe("turns", () => {
  test("questions and answers, with and without marks", () => {
    expect(found("Q: Do you bake?\n\nA: Every day.\n\nQ. And sell?\n\nA. “We do.\n\n“At noon.”")).toEqual([
      "turn Do you bake?",
      "turn Every day.",
      "turn And sell?",
      "turn We do. | At noon.",
    ]);
  });

  test("question and answer in other languages", () => {
    expect(found("Q : Vous cuisez ?\n\nR : Chaque jour.")).toEqual([
      "turn Vous cuisez ?",
      "turn Chaque jour.",
    ]);
    expect(found("س: متى تخبزون؟\n\nج: كل يوم.")).toEqual(["turn متى تخبزون؟", "turn كل يوم."]);
  });

  test("names, shortened from the second time on", () => {
    const text = "Dr. Samia Dudin: “Water the roses.”\n\nHost: “And the hedge, doctor?”\n\nDr. Dudin: “No.”";
    expect(found(text)).toEqual([
      "turn Water the roses. ← Samia Dudin",
      "turn And the hedge, doctor? ← Host",
      "turn No. ← Samia Dudin",
    ]);
  });

  test("capitals with a full stop, roles in parentheses", () => {
    expect(
      found("THE MAYOR. Good morning to all.\n\nQ. Will you bake?\n\nHolt (baker): I shall bake bread."),
    ).toEqual([
      "turn Good morning to all. ← THE MAYOR",
      "turn Will you bake?",
      "turn I shall bake bread. ← Holt",
    ]);
  });

  test("a label holds until the next; the last one too, in a transcript", () => {
    const text =
      "HOST: Do you ever bake?\n\nHOLT: Every day I bake.\n\nEvery night too.\n\nHOST: And sell?\n\nHOLT: At noon.\n\nThat is all.";
    expect(found(text)).toEqual([
      "turn Do you ever bake? ← HOST",
      "turn Every day I bake. | Every night too. ← HOLT",
      "turn And sell? ← HOST",
      "turn At noon. | That is all. ← HOLT",
    ]);
  });

  test.each([
    "Note: the gate is shut today.\n\nDate: the third of March, at noon.",
    "A. First we bake the bread.\n\nB. Then we sell it.",
    "I. The garden in the spring.\n\nII. The garden in the autumn.",
    "Lena Holt: we bake every day.",
  ])("no turns: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("dash dialogues", () => {
  test.each<[string, string, string[]]>([
    [
      "fr",
      "— Nous partons demain, dit Holt.\n\n— Déjà ?",
      ["dash Nous partons demain ← Holt", "dash Déjà ?"],
    ],
    ["fr", "– Nous partons demain, a déclaré Lena Holt.", ["dash Nous partons demain ← Lena Holt"]],
    [
      "es",
      "—Nos vamos —dijo Lena Holt—. Mañana volvemos.",
      ["dash Nos vamos | Mañana volvemos. ← Lena Holt"],
    ],
    ["ru", "— Мы уходим, — сказал Холт. — Завтра вернёмся.", ["dash Мы уходим | Завтра вернёмся. ← Холт"]],
    ["pl", "— Idziemy — powiedziała Holt.", ["dash Idziemy ← Holt"]],
    ["en", "— We leave tomorrow, said Holt.", ["dash We leave tomorrow ← Holt"]],
    ["en", "— We leave tomorrow", []],
    ["fr", "« Nous partons, dit-il »", ["marks Nous partons"]],
    ["fr", "« , dit-il, nous partons »", ["marks , dit-il, nous partons"]],
    ["fr", "— Lena Holt", []],
    ["fr", "- du pain\n\n- du lait", []],
  ])("%s: %s", (language, text, expected) => {
    expect(found(text, [], language)).toEqual(expected);
  });

  test("a list is no dialogue", () => {
    expect(found("— du pain.\n\n— du lait.", ["item", "item"], "fr")).toEqual([]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ...[..."“”‘’\"'«»„「」—-:,.?! \n[]()Q"],
    "\n\n",
    "Lena Holt",
    "Holt",
    "she",
    "said",
    " said that ",
    "Q: ",
    "HOST: ",
    "— ",
    "the baker",
    " who ",
    " and ",
    "قالت",
    "לנה",
    "dit-il",
    "told",
  );
  const texts = fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join(""));
  const kinds = fc.array(fc.constantFrom<BlockKind>("paragraph", "quotation", "item"), { maxLength: 8 });
  const languages = fc.constantFrom(null, "en", "fr", "ar", "he", "es");

  test("quotations are in order and apart, and their text is that of their parts", () => {
    fc.assert(
      fc.property(texts, kinds, languages, (text, blockKinds, language) => {
        let last = 0;
        for (const quotation of findQuotations(textOf(text, blockKinds, language))) {
          const { start, end, parts, attribution } = quotation;
          expect(quotation.text).toBe(parts.map((part) => text.slice(part.start, part.end)).join(" "));
          expect([parts[0].start, parts[parts.length - 1].end]).toEqual([start, end]);
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(last);
            expect(part.end).toBeGreaterThan(part.start);
            expect(text.slice(part.start, part.end)).toBe(text.slice(part.start, part.end).trim());
            last = part.end;
          }
          if (attribution === null) continue;
          expect(attribution.name.trim()).not.toBe("");
          expect(attribution.end).toBeGreaterThan(attribution.start);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["opening marks never closed", "“a "],
    ["quotations", "“a” "],
    ["interruptions", "“a,” he said, "],
    ["cues", "“a” said "],
    ["names", "Ann Holt, "],
    ["turns", "Ann Holt: we bake bread\n\n"],
    ["dashes", "— a, dit b\n\n"],
  ])("ten thousand %s do not tire it", (_, repeated) => {
    const text = `${repeated.repeat(10_000)}“end”`;
    expect(findQuotations(textOf(text, [], "fr")).length).toBeGreaterThan(0);
  });
});
