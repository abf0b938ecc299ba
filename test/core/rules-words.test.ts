import { describe, expect, test } from "vitest";
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
};

for (const [rule, rows] of Object.entries(rules)) {
  describe(rule, () => {
    test.each(rows)("%s", (_, quotation, source, expected) => {
      expect(told(quotation, source)).toBe(expected);
    });
  });
}
