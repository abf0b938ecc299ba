import { describe, expect, test } from "vitest";
import { told } from "./told.ts";

/** What the text quotes, what the source says, what is told of it. */
type Row = readonly [name: string, quotation: string, source: string, told: string];

const rules: Readonly<Record<string, readonly Row[]>> = {
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
};

for (const [rule, rows] of Object.entries(rules)) {
  describe(rule, () => {
    test.each(rows)("%s", (_, quotation, source, expected) => {
      expect(told(quotation, source)).toBe(expected);
    });
  });
}
