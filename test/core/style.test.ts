import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STYLES, type StyleName, type VerifyOptions, verify } from "../../src/core/index.ts";

const SOURCE = "On most days the ferry leaves at six. We (the crew) wait for nobody. NASA sent a clock.";

function told(quotation: string, style: StyleName, source = SOURCE): string[] {
  const options: VerifyOptions = { credited: true, style: STYLES[style] };
  const { status, problems } = verify(quotation, source, options);
  return [status, ...problems.map(({ rule }) => rule)];
}

describe("bluebook asks for brackets around a first letter of another case", () => {
  test.each<[string, string, string[]]>([
    ["a small letter made a capital", "The ferry leaves at six", ["verbatim", "letter-case"]],
    ["the same in brackets", "[T]he ferry leaves at six", ["marked"]],
    ["the source's own case", "the ferry leaves at six", ["verbatim"]],
    ["a capital made small", "on most days the ferry leaves at six", ["verbatim", "letter-case"]],
    ["a word inside", "the Ferry leaves at six", ["verbatim", "letter-case"]],
    ["the first word after an omission", "On most days … Leaves at six", ["marked", "letter-case"]],
    ["a word set in capitals throughout", "the FERRY leaves at six", ["verbatim"]],
    ["a name in capitals set in small letters", "Nasa sent a clock", ["verbatim"]],
    ["a bracket that holds the word whole", "[The] ferry leaves at six", ["marked"]],
  ])("%s: %j gives %j", (_, quotation, expected) => expect(told(quotation, "bluebook")).toEqual(expected));

  test("it names both words, as a warning that leaves the status as it is", () => {
    const { problems } = verify("The ferry leaves at six", SOURCE, { style: STYLES.bluebook });
    expect(problems[0]).toMatchObject({
      rule: "letter-case",
      severity: "warning",
      quotation: { text: "The" },
      source: { text: "the" },
    });
  });

  test("supplied words of the source may be of any case", () => {
    expect(told("[the keeper] wrote it down", "bluebook", "And [The keeper] wrote it down.")).toEqual([
      "verbatim",
    ]);
  });
});

describe("in AP's style round brackets supply words as square ones do", () => {
  test.each<[string, string, string[], string[]]>([
    ["a word is put in", "the (night) ferry leaves at six", ["marked"], ["altered", "word-added"]],
    ["a word is replaced", "the (boat) leaves at six", ["marked"], ["altered", "word-changed"]],
    ["a word's ending", "the ferry leav(ing) at six", ["marked"], ["altered", "word-changed"]],
    ["square brackets go on", "the [boat] leaves at six", ["marked"], ["marked"]],
    ["the source's own round brackets", "We (the crew) wait for nobody", ["verbatim"], ["verbatim"]],
    [
      "other words in their place",
      "We (the pilots) wait for nobody",
      ["marked"],
      ["altered", "word-changed"],
    ],
    ["square brackets over the source's words", "We [the crew] wait for nobody", ["marked"], ["marked"]],
    ["an omission in them", "On most days (...) leaves at six", ["marked"], ["marked"]],
  ])("%s: %j gives %j, where Chicago has %j", (_, quotation, ap, chicago) => {
    expect(told(quotation, "ap")).toEqual(ap);
    expect(told(quotation, "chicago").slice(0, 2)).toEqual(chicago);
  });

  test.each([
    "a bracket without its partner (the ferry leaves at six",
    "the ferry) leaves (at six",
    "((the (ferry)) leaves at six)",
    "the (ferry [old) boat] leaves at six",
    "(".repeat(2000),
    ")(".repeat(2000),
  ])("%j breaks nothing", (quotation) => expect(told(quotation, "ap").length).toBeGreaterThan(0));
});

const word = fc.constantFrom(
  "the",
  "ferry",
  "leaves",
  "at",
  "six",
  "We",
  "NASA",
  "(",
  ")",
  "[",
  "]",
  "…",
  "T",
  "x",
);

test("a text without round brackets is read the same in AP's style as in Chicago's", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const quotation = words.filter((one) => one !== "(" && one !== ")").join(" ");
      expect(verify(quotation, SOURCE, { style: STYLES.ap })).toEqual(verify(quotation, SOURCE));
    }),
  );
});

test("bluebook adds problems of case and changes nothing else of a verdict but their number", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const quotation = words.join(" ");
      const plain = verify(quotation, SOURCE);
      const strict = verify(quotation, SOURCE, { style: STYLES.bluebook });
      expect(strict.status).toBe(plain.status);
      expect(strict.problems.filter(({ rule }) => rule !== "letter-case").length).toBe(plain.problems.length);
    }),
  );
});
