import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rebuild, toSource } from "../../src/documents/index.ts";
import { libraryDispatch, parts } from "./library-dispatch.ts";
import { read } from "./reading.ts";
import { expectWhole } from "./whole.ts";

const scrap = fc.constantFrom(
  ...'Q: |A: |Q. |THE PRESIDENT. |MR. ELM: |Host: |[Reporter] |[Text] |[1]|[2] |[Laughter]|[passage omitted]|[Passage omitted: on pears]|(few words indistinct)|Source: Leaf, Tessim, in Arabic 14 Nov 18\n|Low Tessim LEAF in Arabic 1200 GMT 3 Mar 94\n\n|TSM-NEA-94-042\n|¦ 12. |[Finch, in Danish] |[Reporter Jon Pike] | /2211/\n|UNCLASSIFIED\n|17\n\n|Report Date: 3 March 1994\n|Subslug: ["Excerpt" of |Text of report by Leaf website on 14 November\n\n|[Interview with Ada Finch by Jon Pike]\n\n|[Begin recording] |TESSIM\n\n|(Applause.)|(Image:, May 7, 2021)|"|“|”|\'|‘|’|«|»|[|]|(|)|…|...|\n|\n\n|\n\n\n|\u00a0|\r\n|May 7, 2021|Bulletin Series No. 88|Towns | Bulletin Series No. 9|The following are excerpts from the interview:[2]|Speaker: Ada Finch\n\n|By Ada Finch\n|-TEXT-\n|\u200b|س: |. |: |, |The pears are ripe|We Pick Them|said |🍐|\ud800'.split(
    "|",
  ),
);
const jumble = fc
  .array(fc.oneof(scrap, fc.string({ maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(""));

describe("the pieces are the text", () => {
  test("for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => expectWhole(read(text))),
      { numRuns: 100 },
    );
  });

  test("for jumbles of what forms are made of", () => {
    fc.assert(
      fc.property(jumble, (text) => expectWhole(read(text))),
      { numRuns: 300 },
    );
  });

  test("for dispatches with a stretch cut out, doubled or replaced", () => {
    const whole = libraryDispatch();
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length), fc.oneof(jumble, fc.constant("")));
    fc.assert(
      fc.property(cut, ([one, other, instead]) =>
        expectWhole(read(whole.slice(0, one) + instead + whole.slice(other))),
      ),
      { numRuns: 150 },
    );
  });

  test("for two labels of which one has no words", () => {
    const whole = libraryDispatch();
    expectWhole(read(`${whole.slice(0, 563)}\n\n\nTHE PRESIDENT. Q: ${whole}`));
  });

  test.each(Object.keys(parts) as (keyof typeof parts)[])("for a dispatch without its %s", (part) => {
    expectWhole(read(libraryDispatch({ [part]: "" })));
  });
});

describe("hostile texts are read", () => {
  const many = 10_000;
  test.each([
    ["marks that are never closed", '"a '.repeat(many)],
    ["single marks that are never closed", "‘a ".repeat(many)],
    ["nested brackets", `${"[".repeat(many)}a${"]".repeat(many)}`],
    ["brackets that are never closed", "[a ".repeat(many)],
    ["one long line", "pears and plums ".repeat(60_000)],
    ["one long word", "a".repeat(500_000)],
    [
      "a speech full of quotations",
      `Speaker: Ada Finch\n\n${'He said "the pears are ripe now" to all. '.repeat(40_000)}`,
    ],
    ["capitals without end", "A B ".repeat(100_000)],
    ["labels alone", "Q: a\n".repeat(many)],
    ["many labels", Array.from({ length: many }, (_, at) => `NAME${at}: a`).join("\n\n")],
    ["notes alone", Array.from({ length: many }, (_, at) => `[${at % 999}] a`).join("\n\n")],
    ["colons", ": ".repeat(100_000)],
    ["dots", ". ".repeat(100_000)],
    ["spaces in brackets", `[${" ".repeat(200_000)}`],
    [
      "a title without end",
      `May 7, 2021 Bulletin Series No. 88\n\n${"The Pears ".repeat(100_000)}\n\nThe following are excerpts from the interview:\n\nQ: "a"`,
    ],
    [
      "a summary of names",
      libraryDispatch({ summary: Array.from({ length: 3000 }, (_, at) => `Ada Finch${at} Elm,`).join(" ") }),
    ],
    [
      "turns interrupted by headings",
      `${libraryDispatch({ fourth: "" })}${'\n\nA: "a\n\nThe Pears'.repeat(3000)}`,
    ],
  ])("%s", (_, text) => {
    const document = read(text);
    expect(rebuild(document)).toBe(text);
    expect(toSource(document).text).toBe(text);
  });
});
