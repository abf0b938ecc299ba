import { describe, expect, test } from "vitest";
import { told } from "./told.ts";

type Row = readonly [name: string, quotation: string, source: string];

const inSilence: Readonly<Record<string, readonly Row[]>> = {
  typography: [
    [
      "curly apostrophes for straight ones",
      "the ferryman’s daughter didn’t wait",
      "The ferryman's daughter didn't wait.",
    ],
    [
      "inner quotation marks of another shape",
      "The sign said ‘closed’ all winter",
      'The sign said "closed" all winter.',
    ],
    ["guillemets", "The sign said « closed » all winter", "The sign said “closed” all winter."],
    ["spaces and line breaks", "The  sign\nsaid\u00a0closed all winter", "The sign said closed all winter."],
    ["a dash of another length", "The sign - an old one - said closed", "The sign—an old one—said closed."],
    ["spaces around a dash", "The sign — an old one — said closed", "The sign–an old one–said closed."],
    ["a hyphen of another kind", "a well\u2011kept garden by the quay", "A well-kept garden by the quay."],
    ["a ligature", "the oﬃce of the ferry company", "The office of the ferry company."],
    ["a soft hyphen", "the light\u00adhouse keeper sleeps", "The lighthouse keeper sleeps."],
    ["direction marks", "\u200fthe lighthouse\u200e keeper sleeps", "The lighthouse keeper sleeps."],
    ["composed accents", "the cafe\u0301 by the quay", "The café by the quay."],
    ["an initialism without its stops", "the US ferry company closed", "The U.S. ferry company closed."],
    ["thousands without their comma", "we sold 12500 loaves", "We sold 12,500 loaves."],
    ["a paragraph's end", "It was late. We slept on the quay", "It was late.\n\nWe slept on the quay."],
  ],
  "the first letter's case": [
    ["a capital for a small letter", "The garden was full of bees", "That year the garden was full of bees."],
    ["a small letter for a capital", "the garden was full of bees", "The garden was full of bees."],
    ["capitals throughout", "THE GARDEN WAS FULL OF BEES", "The garden was full of bees."],
  ],
  "the last mark": [
    ["a comma for a full stop", "The garden was full of bees,", "The garden was full of bees."],
    ["a full stop for a comma", "The garden was full of bees.", "The garden was full of bees, and of wasps."],
    ["no mark for a full stop", "The garden was full of bees", "The garden was full of bees."],
  ],
  "note markers": [
    [
      "after a full stop",
      "The garden was full of bees. We had honey",
      "The garden was full of bees.[1] We had honey.",
    ],
    ["after a word", "The garden was full of bees and wasps", "The garden was full of bees[12] and wasps."],
    [
      "after a comma",
      "The garden was full of bees, wasps and moths",
      "The garden was full of bees,[3] wasps and moths.",
    ],
    [
      "on the quotation's side",
      "The garden was full of bees.[1] We had honey",
      "The garden was full of bees. We had honey.",
    ],
  ],
  "a cut at either end": [
    ["the start", "was full of bees", "The garden was full of bees."],
    ["the end", "The garden was", "The garden was full of bees."],
    ["both, inside a sentence", "garden was full of", "The garden was full of bees."],
    ["across a sentence's end", "full of bees. We had", "The garden was full of bees. We had honey."],
  ],
  "supplied words of the source": [
    ["one word", "The garden was full of bees", "The [walled] garden was full of bees."],
    ["a clause", "The garden was full of bees", "The garden [which the school had dug] was full of bees."],
    ["at the start", "was full of bees and wasps", "[The garden] was full of bees and wasps."],
    ["at the end", "The garden was full of bees", "The garden was full of bees [and wasps]."],
    ["inside a word", "She sailed home at dawn", "She sail[ed] home at dawn."],
    ["several", "The garden was full of bees", "The [walled] garden [of the school] was full of [her] bees."],
    ["a stage mark", "We won the rope race. Thank you", "We won the rope race. (Applause.) Thank you."],
    ["kept, as they are", "The [walled] garden was full of bees", "The [walled] garden was full of bees."],
  ],
  "the source's own omission": [
    ["at the quotation's end", "The garden was full of bees…", "The garden was full of bees… We had honey."],
    ["at its start", "…We had honey and wax", "The garden was full of bees… We had honey and wax."],
  ],
};

for (const [name, rows] of Object.entries(inSilence)) {
  describe(`changed in silence: ${name}`, () => {
    test.each(rows)("%s", (_, quotation, source) => {
      expect(told(quotation, source)).toBe("verbatim");
    });
  });
}

const SALE = "We sold the old ferry in the spring, after a long winter, to a baker from the upper town.";

const marked: Readonly<Record<string, readonly Row[]>> = {
  "an omission": [
    ["…", "We sold the old ferry in the spring … to a baker", SALE],
    ["three dots", "We sold the old ferry in the spring ... to a baker", SALE],
    ["spaced dots", "We sold the old ferry in the spring . . . to a baker", SALE],
    ["no-break spaces between dots", "We sold the old ferry in the spring .\u00a0.\u00a0. to a baker", SALE],
    ["… in brackets", "We sold the old ferry in the spring […] to a baker", SALE],
    ["three dots in brackets", "We sold the old ferry in the spring [...] to a baker", SALE],
    ["spaced dots in brackets", "We sold the old ferry in the spring [ . . . ] to a baker", SALE],
    ["three dots in parentheses", "We sold the old ferry in the spring (...) to a baker", SALE],
    ["a comma before it", "We sold the old ferry in the spring, … to a baker", SALE],
    ["no space around it", "We sold the old ferry in the spring…to a baker", SALE],
    [
      "a full stop before it",
      "It rained. … The bakers slept",
      "It rained. We baked all the same. The bakers slept.",
    ],
    ["two of them", "We sold the … ferry … to a baker", SALE],
    [
      "from paragraph to paragraph",
      "It rained … The bakers slept",
      "It rained.\n\nWe baked all the same.\n\nThe bakers slept.",
    ],
    ["over supplied words", "We sold … to a baker", "We sold the [old] ferry [in the spring] to a baker."],
  ],
  brackets: [
    ["words replaced by one", "[They] sold the old ferry in the spring", SALE],
    ["words replaced by several", "We sold [the biggest boat of the guild] in the spring", SALE],
    ["one for several", "We sold [it] in the spring, after a long winter", SALE],
    ["words supplied", "We sold the old ferry [called Heron] in the spring", SALE],
    ["a capital", "[S]old the old ferry … to a baker", SALE],
    ["an ending", "We [sell] the old ferry in the spring", SALE],
    ["at the end", "after a long winter, to a baker [and her sons]", SALE],
    ["an omission beside a bracket", "We sold the old ferry … to [her]", SALE],
  ],
  "[sic]": [
    ["in brackets", "We baked for the hole [sic] town", "We baked for the hole town."],
    ["in parentheses", "We baked for the hole (sic) town", "We baked for the hole town."],
    ["at the end", "We baked for the hole [sic]", "We baked for the hole town."],
  ],
  "remarks on emphasis and citations": [
    ["emphasis added", "We baked for the whole town (emphasis added)", "We baked for the whole town."],
    [
      "emphasis added, in brackets",
      "We baked for the whole [emphasis added] town",
      "We baked for the whole town.",
    ],
    ["italics mine", "We baked for the whole town [italics mine]", "We baked for the whole town."],
    ["cleaned up", "We baked for the whole town (cleaned up)", "We baked for the whole town."],
    ["citations omitted", "We baked for the whole town (citations omitted)", "We baked for the whole town."],
  ],
};

for (const [name, rows] of Object.entries(marked)) {
  describe(`allowed when marked: ${name}`, () => {
    test.each(rows)("%s", (_, quotation, source) => {
      expect(told(quotation, source)).toBe("marked");
    });
  });
}

test("a [T] that only changes the first letter's case is marked where the source has no bracket", () => {
  expect(told("[T]he garden was full of bees", "That year the garden was full of bees.")).toBe("marked");
});

test("[sic] does not excuse a changed word", () => {
  expect(told("We baked for the hole [sic] town", "We baked for the whole town.")).toMatch(
    /^altered: word-changed/u,
  );
});

test("a remark on emphasis does not excuse a changed word", () => {
  expect(told("We baked for no town (emphasis added)", "We baked for the town.")).toBe(
    "altered: word-changed",
  );
});
