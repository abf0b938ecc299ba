import { describe, expect, test } from "vitest";
import { told } from "./told.ts";

/** What the text quotes, what the source says, what is told of it. */
type Row = readonly [name: string, quotation: string, source: string, told: string];

const rules: Readonly<Record<string, readonly Row[]>> = {
  "bracket-dropped": [
    [
      "a clause",
      "The flood was a lesson and it showed that walls can fail",
      "The flood was a lesson [and it showed] that walls can fail.",
      "altered: bracket-dropped",
    ],
    [
      "a clause, in brackets",
      "The flood was a lesson [and it showed] that walls can fail",
      "The flood was a lesson [and it showed] that walls can fail.",
      "verbatim",
    ],
    [
      "a clause, left out",
      "The flood was a lesson that walls can fail",
      "The flood was a lesson [and it showed] that walls can fail.",
      "verbatim",
    ],
    [
      "a word at the start",
      "This bakery opens before the bells",
      "[This] bakery opens before the bells.",
      "altered: bracket-dropped",
    ],
    [
      "a word at the start, in brackets",
      "[This] bakery opens before the bells",
      "[This] bakery opens before the bells.",
      "verbatim",
    ],
    [
      "a word at the end",
      "The bakers refuse to sell",
      "The bakers refuse [to sell] on feast days.",
      "altered: bracket-dropped",
    ],
    ["a word at the end, left out", "The bakers refuse", "The bakers refuse [to sell].", "verbatim"],
    [
      "a stage mark",
      "Thank you applause and now to the garden",
      "Thank you (applause) and now to the garden.",
      "altered: bracket-dropped",
    ],
    [
      "a stage mark, left out",
      "Thank you and now to the garden",
      "Thank you (applause) and now to the garden.",
      "verbatim",
    ],
    [
      "one word of two supplied",
      "The four [old] harbours of the bay stay open",
      "The four [old fishing] harbours of the bay stay open.",
      "marked: bracket-changed",
    ],
  ],
  "bracket-changed": [
    [
      "a word",
      "We saw [the barge] leave the inner basin at dawn",
      "We saw [the ferry] leave the inner basin at dawn.",
      "marked: bracket-changed",
    ],
    [
      "the same words",
      "We saw [the ferry] leave the inner basin at dawn",
      "We saw [the ferry] leave the inner basin at dawn.",
      "verbatim",
    ],
    [
      "another name",
      "Then [Alder] opened the gate to the herb garden",
      "Then [Birch] opened the gate to the herb garden.",
      "marked: bracket-changed",
    ],
    [
      "the same name",
      "Then [Birch] opened the gate to the herb garden",
      "Then [Birch] opened the gate to the herb garden.",
      "verbatim",
    ],
    [
      "a word less",
      "It restored the trust [the bakers] want in the mill",
      "It restored the trust [that the bakers] want in the mill.",
      "marked: bracket-changed",
    ],
    [
      "a bracket where the source has none",
      "It restored the trust [the bakers] want in the mill",
      "It restored the trust they want in the mill.",
      "marked",
    ],
  ],
  "condition-cut": [
    [
      "a doubt",
      "the harbour will close this winter",
      "I do not think that the harbour will close this winter.",
      "verbatim: condition-cut",
    ],
    [
      "the doubt quoted",
      "I do not think that the harbour will close this winter",
      "I do not think that the harbour will close this winter.",
      "verbatim",
    ],
    [
      "if",
      "we will paint every boat in the yard",
      "If April is dry, we will paint every boat in the yard.",
      "verbatim: condition-cut",
    ],
    [
      "if, quoted",
      "If April is dry, we will paint every boat in the yard",
      "If April is dry, we will paint every boat in the yard.",
      "verbatim",
    ],
    [
      "unless",
      "The library opens on Monday morning",
      "The library opens on Monday morning unless the roof leaks.",
      "verbatim: condition-cut",
    ],
    [
      "unless, quoted",
      "The library opens on Monday morning unless the roof leaks",
      "The library opens on Monday morning unless the roof leaks.",
      "verbatim",
    ],
    [
      "a claim of others",
      "the bakers water down the milk",
      "They claim that the bakers water down the milk.",
      "verbatim: condition-cut",
    ],
    [
      "a claim of others in another sentence",
      "the bakers water down the milk",
      "They claim a lot. The bakers water down the milk.",
      "verbatim",
    ],
    [
      "but",
      "The garden is open to everyone",
      "The garden is open to everyone, but the greenhouse is for members.",
      "verbatim: condition-cut",
    ],
    [
      "and",
      "The garden is open to everyone",
      "The garden is open to everyone, and the greenhouse is for members.",
      "verbatim",
    ],
  ],
  typo: [
    [
      "two letters swapped",
      "The habrour is full of small boats",
      "The harbour is full of small boats.",
      "altered: word-changed, typo",
    ],
    [
      "no letter swapped",
      "The harbour is full of small boats",
      "The harbour is full of small boats.",
      "verbatim",
    ],
    [
      "a letter too few",
      "The orchstra plays in the winter hall",
      "The orchestra plays in the winter hall.",
      "altered: word-changed, typo",
    ],
    [
      "a letter too few, marked",
      "The orchstra [sic] plays in the winter hall",
      "The orchstra plays in the winter hall.",
      "marked",
    ],
    [
      "another letter",
      "The librarien lent the book to a sailor",
      "The librarian lent the book to a sailor.",
      "altered: word-changed, typo",
    ],
    [
      "another letter that makes another word of the source",
      "The bells were tolled in the north cower",
      "The bells were tolled in the north tower. We do not cower.",
      "altered: word-changed",
    ],
    [
      "a digit, which is another number",
      "The bridge was built in 1918 by the guild",
      "The bridge was built in 1913 by the guild.",
      "altered: word-changed",
    ],
    [
      "a short word",
      "The cat is on the boat again",
      "The car is on the boat again.",
      "altered: word-changed",
    ],
  ],
};

for (const [rule, rows] of Object.entries(rules)) {
  describe(rule, () => {
    test.each(rows)("%s", (_, quotation, source, expected) => {
      expect(told(quotation, source)).toBe(expected);
    });
  });
}
