import { describe, expect, test } from "vitest";
import { postingsOf, sketchOf } from "../../src/archive/index.ts";
import { isRevision } from "../../src/archive/sketch.ts";
import { plainSource } from "../../src/core/index.ts";

const sketch = (text: string) => sketchOf(postingsOf(plainSource(text)));
const like = (a: string, b: string) => isRevision(sketch(a), sketch(b));

const LONG = Array.from({ length: 400 }, (_, i) => `lamp${i % 97} boat${(i * 7) % 83} of the quay`).join(" ");

describe("two versions of one text are told from two texts", () => {
  test.each([
    ["one word of a sentence changed", "The ferry leaves at six.", "The ferry leaves at seven."],
    ["a paragraph added", LONG, `${LONG} ${"A new pier stands here. ".repeat(20)}`],
    ["the first tenth cut", LONG, LONG.slice(LONG.length / 10)],
    ["case and marks alone", "We mend nets — all day.", "we mend nets, ALL day"],
  ])("%s: a version", (_, a, b) => expect(like(a, b)).toBe(true));

  test.each([
    ["other words", "The ferry leaves at six.", "Bees swarm in early May."],
    [
      "common words alone shared",
      "It is the work of the keepers and we are glad of it for the sake of the town.",
      "The price of the fish is high and the boats are late, for it is the month of the storms.",
    ],
    ["nothing and something", "", "The ferry leaves at six."],
  ])("%s: another text", (_, a, b) => expect(like(a, b)).toBe(false));
});
