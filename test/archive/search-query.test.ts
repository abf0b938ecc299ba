import { describe, expect, test } from "vitest";
import { foundSpans, parseQuery } from "../../src/archive/index.ts";

describe("what somebody types is read as words, phrases and beginnings", () => {
  test.each([
    ["lamp keepers", [["lamp"], ["keepers"]], []],
    ['"lamp keepers" pier', [["lamp", "keepers"], ["pier"]], []],
    ["“Lamp Keepers”", [["lamp", "keepers"]], []],
    ["light*", [["light"]], [0]],
    ['"old light*"', [["old", "light"]], [0]],
    ["don’t U.S. 1,500", [["don't"], ["us"], ["1500"]], []],
    ["港口", [["港", "口"]], []],
    ['"', [], []],
    ["* ( AND", [["and"]], []],
    ['"unclosed phrase', [["unclosed", "phrase"]], []],
    ["lamp-keeper", [["lamp", "keeper"]], []],
    ["", [], []],
  ])("%s", (words, phrases, prefixes) => {
    const parsed = parseQuery(words);
    expect(parsed.map((phrase) => phrase.words)).toEqual(phrases);
    expect(parsed.flatMap(({ prefix }, i) => (prefix ? [i] : []))).toEqual(prefixes);
  });
});

test("found words are slices of the text", () => {
  const text = "The Lamp-keepers of the pier keep lamps. Lamp keepers!";
  const spans = foundSpans(text, parseQuery('"lamp keepers" pier'), 100);
  expect(spans.map(({ start, end }) => text.slice(start - 100, end - 100))).toEqual([
    "Lamp-keepers",
    "pier",
    "Lamp keepers",
  ]);
});
