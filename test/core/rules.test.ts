import { describe, expect, test } from "vitest";
import { verify } from "../../src/core/index.ts";
import { told } from "./told.ts";

/** What the text quotes, what the source says, what is told of it. */
type Row = readonly [name: string, quotation: string, source: string, told: string];

const LONG =
  "We planted the lime trees along the quay in the spring after the flood, forty of them, and every family of the lower town took one to water, so that by the third summer nobody could walk from the fish market to the ferry without passing under leaves that someone had carried water to.";

const rules: Readonly<Record<string, readonly Row[]>> = {
  "word-changed": [
    [
      "a number",
      "The ferry leaves at seven from the old pier",
      "The ferry leaves at six from the old pier.",
      "altered: word-changed",
    ],
    [
      "a number, in brackets",
      "The ferry leaves at [seven] from the old pier",
      "The ferry leaves at six from the old pier.",
      "marked",
    ],
    [
      "a name",
      "We bought the rope from Alder last spring",
      "We bought the rope from Birch last spring.",
      "altered: word-changed",
    ],
    [
      "a name, in brackets",
      "We bought the rope from [Alder] last spring",
      "We bought the rope from Birch last spring.",
      "marked",
    ],
    [
      "a negation",
      "The garden gate is never locked at night",
      "The garden gate is always locked at night.",
      "altered: word-changed",
    ],
    [
      "the same negation",
      "The garden gate is never locked at night",
      "The garden gate is never locked at night.",
      "verbatim",
    ],
    ["one word in fifty", LONG.replace("forty", "fifty"), LONG, "altered: word-changed"],
    ["no word in fifty", LONG, LONG, "verbatim"],
    [
      "the first word",
      "Her ferry leaves at six from the old pier",
      "The ferry leaves at six from the old pier.",
      "altered: word-changed",
    ],
    [
      "the last word",
      "The ferry leaves at six from the old quay",
      "The ferry leaves at six from the old pier.",
      "altered: word-changed",
    ],
    [
      "two words side by side are one change",
      "The ferry leaves at noon tomorrow from the old pier",
      "The ferry leaves at six today from the old pier.",
      "altered: word-changed",
    ],
    [
      "two words apart are two changes",
      "The barge leaves at six from the new pier",
      "The ferry leaves at six from the old pier.",
      "altered: word-changed, word-changed",
    ],
    [
      "accents",
      "The resume of the concert was printed in the programme",
      "The résumé of the concert was printed in the programme.",
      "altered: word-changed",
    ],
    [
      "money",
      "The new bells cost €500 and were paid at once",
      "The new bells cost $500 and were paid at once.",
      "altered: word-changed",
    ],
    [
      "a contraction",
      "We do not sell bread on Sunday mornings",
      "We don't sell bread on Sunday mornings.",
      "altered: word-changed",
    ],
    [
      "an ending",
      "She sailed the ferry home that night",
      "She sails the ferry home that night.",
      "altered: word-changed",
    ],
    [
      "an ending, in brackets",
      "She sail[ed] the ferry home that night",
      "She sails the ferry home that night.",
      "marked",
    ],
    [
      "an ending in brackets whose stem is another word",
      "She haul[ed] the ferry home that night",
      "She sails the ferry home that night.",
      "altered: word-changed",
    ],
  ],
  "word-added": [
    [
      "a negation",
      "The garden is not open to visitors on Sunday",
      "The garden is open to visitors on Sunday.",
      "altered: word-added",
    ],
    [
      "a negation, in brackets",
      "The garden is [not] open to visitors on Sunday",
      "The garden is open to visitors on Sunday.",
      "marked",
    ],
    [
      "an adverb",
      "The orchestra plays very softly in the winter hall",
      "The orchestra plays softly in the winter hall.",
      "altered: word-added",
    ],
    [
      "an adverb, in brackets",
      "The orchestra plays [very] softly in the winter hall",
      "The orchestra plays softly in the winter hall.",
      "marked",
    ],
    [
      "words after the last",
      "The orchestra plays softly in the winter hall every year",
      "The orchestra plays softly in the winter hall. We listen.",
      "altered: word-added",
    ],
    [
      "words after the last, in brackets",
      "The orchestra plays softly in the winter hall [every year]",
      "The orchestra plays softly in the winter hall. We listen.",
      "marked",
    ],
    [
      "words before the first",
      "Every year the orchestra plays softly in the winter hall",
      "It is true. The orchestra plays softly in the winter hall.",
      "altered: word-added",
    ],
    [
      "a word said twice",
      "The orchestra plays plays softly in the winter hall",
      "The orchestra plays softly in the winter hall.",
      "altered: word-added",
    ],
  ],
  "word-dropped": [
    [
      "a negation",
      "The tenant is permitted to keep bees on the roof",
      "The tenant is not permitted to keep bees on the roof.",
      "altered: word-dropped",
    ],
    [
      "a negation, marked",
      "The tenant is … permitted to keep bees on the roof",
      "The tenant is not permitted to keep bees on the roof.",
      "marked: negation-omitted",
    ],
    [
      "a word",
      "The librarian lent the book to a sailor",
      "The librarian lent the rare book to a sailor.",
      "altered: word-dropped",
    ],
    [
      "a word, marked",
      "The librarian lent the … book to a sailor",
      "The librarian lent the rare book to a sailor.",
      "marked",
    ],
    [
      "eight words",
      "The librarian lent the book to a sailor",
      "The librarian lent the book with the blue cover and the folded map to a sailor.",
      "altered: word-dropped",
    ],
    [
      "eight words, marked",
      "The librarian lent the book … to a sailor",
      "The librarian lent the book with the blue cover and the folded map to a sailor.",
      "marked",
    ],
    [
      "two words apart",
      "The librarian lent the book to a sailor",
      "The old librarian lent the book to a young sailor.",
      "altered: word-dropped, word-dropped",
    ],
    [
      "a cut at either end, which needs no mark",
      "lent the rare book",
      "The librarian lent the rare book to a sailor.",
      "verbatim",
    ],
  ],
  "words-moved": [
    [
      "two neighbours",
      "We must definitely not close the reading room",
      "We definitely must not close the reading room.",
      "altered: words-moved",
    ],
    [
      "in their order",
      "We definitely must not close the reading room",
      "We definitely must not close the reading room.",
      "verbatim",
    ],
    [
      "a word farther off",
      "We close the reading room always at noon on Fridays",
      "We always close the reading room at noon on Fridays.",
      "altered: words-moved",
    ],
    [
      "a word farther off, in its order",
      "We always close the reading room at noon on Fridays",
      "We always close the reading room at noon on Fridays.",
      "verbatim",
    ],
    [
      "clauses of one sentence",
      "at noon on Fridays we close the reading room",
      "We close the reading room at noon on Fridays.",
      "altered: words-moved",
    ],
    [
      "clauses in their order",
      "we close the reading room at noon on Fridays",
      "We close the reading room at noon on Fridays.",
      "verbatim",
    ],
  ],
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
  "omission-dropped": [
    [
      "between sentences",
      "The dredgers left early. We stayed with the boats",
      "The dredgers left early… We stayed with the boats.",
      "altered: omission-dropped",
    ],
    [
      "between sentences, kept",
      "The dredgers left early… We stayed with the boats",
      "The dredgers left early… We stayed with the boats.",
      "verbatim",
    ],
    [
      "between sentences, kept in another shape",
      "The dredgers left early [...] We stayed with the boats",
      "The dredgers left early… We stayed with the boats.",
      "verbatim",
    ],
    [
      "inside a sentence",
      "The lamps of the harbour were lit by the children",
      "The lamps … of the harbour were lit by the children.",
      "altered: omission-dropped",
    ],
    [
      "inside a sentence, kept",
      "The lamps . . . of the harbour were lit by the children",
      "The lamps … of the harbour were lit by the children.",
      "verbatim",
    ],
    [
      "a monitor's mark",
      "The lamps of the harbour were lit by the children",
      "The lamps of the harbour [passage omitted] were lit by the children.",
      "altered: omission-dropped",
    ],
    [
      "a monitor's mark, kept as dots",
      "The lamps of the harbour … were lit by the children",
      "The lamps of the harbour [passage omitted] were lit by the children.",
      "verbatim",
    ],
    [
      "one that the quotation does not reach",
      "We stayed with the boats",
      "The dredgers left early… We stayed with the boats…",
      "verbatim",
    ],
  ],
  "omission-unmarked": [
    [
      "a whole sentence",
      "The lamps are a luxury. They are the price of coming home",
      "The lamps are a luxury. Nobody here would say so at two in the morning. They are the price of coming home.",
      "spliced: omission-unmarked",
    ],
    [
      "a whole sentence, marked",
      "The lamps are a luxury … They are the price of coming home",
      "The lamps are a luxury. Everybody here would say so at two in the morning. They are the price of coming home.",
      "marked",
    ],
    [
      "over a sentence's end",
      "The lamps are a luxury and the price of coming home",
      "The lamps are a luxury and a joy. They are, in truth, the price of coming home.",
      "spliced: omission-unmarked",
    ],
    [
      "over a sentence's end, marked",
      "The lamps are a luxury and … the price of coming home",
      "The lamps are a luxury and a joy. They are, in truth, the price of coming home.",
      "marked",
    ],
    [
      "nine words of one sentence",
      "The librarian lent the book to a sailor",
      "The librarian lent the book with the blue cover and the old folded map to a sailor.",
      "spliced: omission-unmarked",
    ],
    [
      "nine words of one sentence, marked",
      "The librarian lent the book … to a sailor",
      "The librarian lent the book with the blue cover and the old folded map to a sailor.",
      "marked",
    ],
    [
      "a short sentence that begins with supplied words",
      "The lamps are lit. The pears came late",
      "The lamps are lit. [And] nobody sleeps. The pears came late.",
      "spliced: omission-unmarked",
    ],
    [
      "two paragraphs",
      "The garden was dug by the children of the school. The pears came late that year",
      "The garden was dug by the children of the school.\n\nWe had rain for a month, and wind after it.\n\nThe pears came late that year.",
      "spliced: omission-unmarked",
    ],
    [
      "two paragraphs, marked",
      "The garden was dug by the children of the school. […] The pears came late that year",
      "The garden was dug by the children of the school.\n\nWe had rain for a month, and wind after it.\n\nThe pears came late that year.",
      "marked",
    ],
  ],
  "omission-reorders": [
    [
      "two sentences",
      "The pears came late that year … The garden was dug by children",
      "The garden was dug by children. It rained for a month. The pears came late that year.",
      "spliced: omission-reorders",
    ],
    [
      "two sentences in order",
      "The garden was dug by children … The pears came late that year",
      "The garden was dug by children. It rained for a month. The pears came late that year.",
      "marked",
    ],
    [
      "two clauses",
      "sold bread until the evening … baked from four in the morning",
      "We baked from four in the morning and, with two hands short, sold bread until the evening.",
      "spliced: omission-reorders",
    ],
    [
      "two clauses in order",
      "baked from four in the morning … sold bread until the evening",
      "We baked from four in the morning and, with two hands short, sold bread until the evening.",
      "marked",
    ],
    [
      "three parts, the last two turned round",
      "The garden was dug by children … The pears came late that year … It rained for a whole month",
      "The garden was dug by children. Then it was sown. It rained for a whole month. The roof leaked. The pears came late that year.",
      "spliced: omission-reorders",
    ],
    [
      "three parts in order",
      "The garden was dug by children … It rained for a whole month … The pears came late that year",
      "The garden was dug by children. Then it was sown. It rained for a whole month. The roof leaked. The pears came late that year.",
      "marked",
    ],
    [
      "with no mark",
      "The pears came late that year. The garden was dug by children",
      "The garden was dug by children. It rained for a month. The pears came late that year.",
      "spliced: omission-reorders",
    ],
  ],
  "negation-omitted": [
    [
      "not",
      "We are … willing to sell the old ferry",
      "We are not at all willing to sell the old ferry.",
      "marked: negation-omitted",
    ],
    [
      "nothing of the kind",
      "We are … willing to sell the old ferry",
      "We are, if all goes well, willing to sell the old ferry.",
      "marked",
    ],
    [
      "never",
      "The orchestra has … played in the rain",
      "The orchestra has never once played in the rain.",
      "marked: negation-omitted",
    ],
    [
      "a clause",
      "The orchestra has … played in the rain",
      "The orchestra has, more than once, played in the rain.",
      "marked",
    ],
    [
      "a contraction in a sentence left out",
      "The rope holds well … Buy it",
      "The rope holds well. It won't hold twice. Buy it.",
      "marked: negation-omitted",
    ],
    [
      "a sentence left out",
      "The rope holds well … Buy it",
      "The rope holds well. It holds twice. Buy it.",
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
