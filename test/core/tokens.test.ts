import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagged, wordsOf } from "./words-of.ts";

const words: readonly (readonly [name: string, text: string, words: readonly string[]])[] = [
  [
    "spaces and full stops",
    "The ferry leaves. It does not wait.",
    ["The", "ferry", "leaves", "It", "does", "not", "wait"],
  ],
  ["line breaks", "the\nferry\r\nleaves", ["the", "ferry", "leaves"]],
  ["no-break spaces", "the\u00a0ferry\u202fleaves", ["the", "ferry", "leaves"]],
  ["dashes", "the ferry—late again–left -- at six", ["the", "ferry", "late", "again", "left", "at", "six"]],
  ["a hyphen, which joins no words", "well-kept garden", ["well", "kept", "garden"]],
  ["an apostrophe inside a word", "the gardener’s don't", ["the", "gardener’s", "don't"]],
  [
    "an apostrophe at the edge of a word",
    "the pilots' rock 'n' roll",
    ["the", "pilots", "rock", "n", "roll"],
  ],
  ["single quotation marks", "she said ‘the ferry’ twice", ["she", "said", "the", "ferry", "twice"]],
  ["an initialism", "the U.S. ferry", ["the", "U.S", "ferry"]],
  [
    "thousands and decimals",
    "1,250 boats, 3.5 hours, 2,5 km",
    ["1,250", "boats", "3.5", "hours", "2,5", "km"],
  ],
  ["spaces inside a number, whatever their width", "12\u202f500 or 12 500", ["12", "500", "or", "12", "500"]],
  ["numbers in a list", "rows 1, 2, 3", ["rows", "1", "2", "3"]],
  ["a negative number", "it was -5 degrees", ["it", "was", "-5", "degrees"]],
  ["a number after a dash", "1939-45", ["1939", "45"]],
  ["per cent and money", "5% of $20", ["5", "%", "of", "$", "20"]],
  ["a power", "30 m² wide", ["30", "m", "wide"]],
  ["an ampersand", "salt & rope", ["salt", "&", "rope"]],
  ["a soft hyphen inside a word", "light\u00adhouse", ["light\u00adhouse"]],
  ["Chinese, one a character", "港口很大", ["港", "口", "很", "大"]],
  ["Thai, one a character", "ท่าเรือ", ["ท่", "า", "เ", "รื", "อ"]],
  ["Japanese kana", "みなと", ["み", "な", "と"]],
  ["Chinese with a number", "有3条船", ["有", "3", "条", "船"]],
  ["Arabic with its comma and question mark", "الميناء، هل هو كبير؟", ["الميناء", "هل", "هو", "كبير"]],
  ["a Hebrew acronym", 'של צה"ל כאן', ["של", 'צה"ל', "כאן"]],
  ["French elision", "l’eau qu'il boit", ["l’eau", "qu'il", "boit"]],
  ["letters outside the basic plane", "the 𝐟𝐞𝐫𝐫𝐲 left", ["the", "𝐟𝐞𝐫𝐫𝐲", "left"]],
  ["characters that are no words", "🚢 ferry ✓", ["ferry"]],
  ["nothing", " \n\t …", []],
];

test.each(words)("words are set off by %s", (_, text, expected) => {
  expect(wordsOf(text).raw).toEqual(expected);
});

test("every word is the slice between its offsets, in order, none overlapping", () => {
  const unit = fc.constantFrom(
    "a",
    "T",
    "é",
    "7",
    ".",
    ",",
    "'",
    "’",
    "[",
    "]",
    "(",
    ")",
    "…",
    " ",
    "\n",
    "港",
    "ل",
    "\u200f",
    "\ud83d",
    "-",
    "$",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), fc.boolean(), (text, cut) => {
      const { tokens } = wordsOf(text, cut);
      let last = 0;
      for (let i = 0; i < tokens.count; i++) {
        expect(tokens.start[i]).toBeGreaterThanOrEqual(last);
        expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!);
        last = tokens.end[i]!;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { seed: 21, numRuns: 2000 },
  );
});

test("nothing but marks of the reader is lost between words of letters", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/u), { maxLength: 20 }), (list) => {
      expect(wordsOf(list.join(" ")).raw).toEqual(list);
    }),
    { seed: 22, numRuns: 200 },
  );
});

describe("words in brackets", () => {
  const supplied: readonly (readonly [text: string, words: readonly string[]])[] = [
    ["the ferry [to the island] left", ["to", "the", "island"]],
    ["the ferry [to [the] island] left", ["to", "the", "island"]],
    ["the ferry (applause) left", ["applause"]],
    ["the ferry (to the island) left", []],
    ["the ferry[1] left [sic] and […] it", []],
    ["the ferry [to the island left", []],
    ["［to the island］ it left", ["to", "the", "island"]],
    ["[the ferry]", ["the", "ferry"]],
  ];
  test.each(supplied)("those of %j that are supplied are %j", (text, expected) => {
    expect(flagged(text, "supplied")).toEqual(expected);
  });

  const partial: readonly (readonly [text: string, raw: string, folded: string])[] = [
    ["[T]he ferry", "[T]he", "the"],
    ["she sail[ed] home", "sail[ed]", "sailed"],
    ["the [un]fair", "[un]fair", "unfair"],
    ["[s]ail[ed] home", "[s]ail[ed]", "sailed"],
  ];
  test.each(partial)("the partly bracketed word of %j is %j", (text, raw, folded) => {
    const read = wordsOf(text);
    const at = read.raw.indexOf(flagged(text, "partial")[0]!);
    expect(read.raw[at]).toBe(raw);
    expect(read.folded[at]).toBe(folded);
    expect(flagged(text, "supplied")).toEqual([]);
  });

  test("a bracket that is cut off is half a bracket in a quotation", () => {
    expect(flagged("the ferry [to the island", "half", true)).toEqual(["to", "the", "island"]);
    expect(flagged("to the island] it left", "half", true)).toEqual(["to", "the", "island"]);
  });
});

describe("marks between words", () => {
  const omissions: readonly (readonly [text: string, after: readonly string[]])[] = [
    ["the ferry … left", ["left"]],
    ["the ferry… left", ["left"]],
    ["the ferry ... left", ["left"]],
    ["the ferry . . . left", ["left"]],
    ["the ferry […] left", ["left"]],
    ["the ferry [. . .] left", ["left"]],
    ["the ferry (...) left", ["left"]],
    ["the ferry [passage omitted] left", ["left"]],
    ["… the ferry left", ["the"]],
    ["the ferry. It left", []],
    ["the ferry.. left", []],
    ["the ferry left…", []],
  ];
  test.each(omissions)("omissions of %j stand before %j", (text, after) => {
    expect(flagged(text, "omissionBefore")).toEqual(after);
  });

  test("an omission after the last word is kept", () => {
    expect(wordsOf("the ferry left …").tokens.omissionAtEnd).toBe(true);
    expect(wordsOf("the ferry left.").tokens.omissionAtEnd).toBe(false);
  });

  const sentences: readonly (readonly [text: string, starts: readonly string[]])[] = [
    ["The ferry left. It was late.", ["The", "It"]],
    ["The ferry left! Was it late? Yes.", ["The", "Was", "Yes"]],
    ["The ferry left. it was late.", ["The"]],
    ["Dr. Alder left. Mr. Birch stayed.", ["Dr", "Mr"]],
    ["J. Alder left the U.S. Birch stayed.", ["J"]],
    ["Seats cost approx. Ten crowns.", ["Seats"]],
    ["The ferry left… It was late.", ["The", "It"]],
    ["The ferry left… it was late.", ["The"]],
    ["The ferry left\n\nit was late", ["The", "it"]],
    ["The ferry left\nit was late", ["The"]],
    ["The ferry left at 3.5 knots", ["The"]],
    ["船开了。港口很大。", ["船", "港"]],
    ["غادرت السفينة؟ نعم", ["غادرت", "نعم"]],
    ["He said: “It left.” Then he sat.", ["He", "Then"]],
    ["It was I. We left.", ["It", "We"]],
    ["We won the race (Applause.) Thank you", ["We", "Thank"]],
    ["We won the race (applause) and left", ["We"]],
  ];
  test.each(sentences)("sentences of %j start at %j", (text, starts) => {
    expect(flagged(text, "sentenceBefore")).toEqual(starts);
  });

  test("clauses begin after commas, semicolons, colons and dashes", () => {
    expect(flagged("it left, late; then: at six — or seven", "clauseBefore")).toEqual([
      "late",
      "then",
      "at",
      "or",
    ]);
  });

  test("[sic] belongs to the word before it", () => {
    expect(flagged("the habrour [sic] was full", "sicAfter")).toEqual(["habrour"]);
  });

  test("a remark on emphasis is no word", () => {
    const read = wordsOf("the harbour was full (emphasis added)");
    expect(read.raw).toEqual(["the", "harbour", "was", "full"]);
    expect(read.tokens.emphasis).toBe(true);
  });
});
