import { describe, expect, test } from "vitest";
import { verify } from "../../src/core/index.ts";

describe("a problem shows the words on both sides", () => {
  const rows: readonly (readonly [
    quotation: string,
    source: string,
    words: readonly (readonly [string | null, string | null])[],
  ])[] = [
    ["The ferry leaves at seven today", "The ferry leaves at six today.", [["seven", "six"]]],
    ["The garden is not open today", "The garden is open today.", [["not", null]]],
    ["The tenant is permitted to keep bees", "The tenant is not permitted to keep bees.", [[null, "not"]]],
    [
      "We must definitely not close the room",
      "We definitely must not close the room.",
      [["definitely", "definitely"]],
    ],
    [
      "The flood was a lesson and it showed us",
      "The flood was a lesson [and it showed] us.",
      [["and it showed", "and it showed"]],
    ],
    [
      "The tenant is … permitted to keep bees",
      "The tenant is not yet permitted to keep bees.",
      [["permitted", "not yet"]],
    ],
    [
      "the harbour will close",
      "I do not think that the harbour will close.",
      [[null, "I do not think that"]],
    ],
  ];
  test.each(rows)("%j over %j", (quotation, source, words) => {
    const { problems } = verify(quotation, source);
    expect(problems.map((one) => [one.quotation?.text ?? null, one.source?.text ?? null])).toEqual(words);
  });
});

describe("a changed word touches", () => {
  const rows: readonly (readonly [
    touch: string,
    quotation: string,
    source: string,
    touches: readonly string[],
  ])[] = [
    ["a number in words", "The ferry leaves at seven today", "The ferry leaves at six today.", ["number"]],
    [
      "a number in digits",
      "We counted 1,200 boats in the bay",
      "We counted 1,500 boats in the bay.",
      ["number"],
    ],
    ["a negation that was added", "The garden is not open today", "The garden is open today.", ["negation"]],
    [
      "a negation that was dropped",
      "The tenant is permitted to keep bees",
      "The tenant is not permitted to keep bees.",
      ["negation"],
    ],
    [
      "a contracted negation",
      "We will sell the ferry next spring",
      "We won't sell the ferry next spring.",
      ["negation"],
    ],
    ["a name", "We asked Alder for the key", "We asked Birch for the key.", ["name"]],
    [
      "a name of two words",
      "We sailed to Cape Alder in spring",
      "We sailed to Port Birch in spring.",
      ["name"],
    ],
    [
      "a number and a negation",
      "We never saw two boats in the bay",
      "We often saw nine boats in the bay.",
      ["negation", "number"],
    ],
    ["nothing of these", "The garden is closed today", "The garden is open today.", []],
    [
      "nothing of these at a sentence's start",
      "Here it rains. Boats rot on the shore",
      "Here it rains. Sheds rot on the shore.",
      [],
    ],
    ["no name in the speaker's own I", "Then I went to the garden", "Then we went to the garden.", []],
  ];
  test.each(rows)("%s", (_, quotation, source, touches) => {
    const { problems } = verify(quotation, source);
    expect([...new Set(problems.flatMap((one) => one.touches))].sort()).toEqual(touches);
  });
});
