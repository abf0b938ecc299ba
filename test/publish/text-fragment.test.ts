import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textFragment } from "../../src/publish/index.ts";

/** The texts that a fragment names, decoded: the whole, or its start and its end. */
const named = (fragment: string): string[] =>
  fragment.replace("#:~:text=", "").split(",").map(decodeURIComponent);
const plain = (text: string): string => text.toWellFormed().replace(/\s+/gu, " ").trim();

describe("the fragment of a passage", () => {
  test.each([
    ["The ferry leaves at six.", "#:~:text=The%20ferry%20leaves%20at%20six."],
    ["  Well-lit, by day & night ", "#:~:text=Well%2Dlit%2C%20by%20day%20%26%20night"],
    ["灯台は暗い。", "#:~:text=%E7%81%AF%E5%8F%B0%E3%81%AF%E6%9A%97%E3%81%84%E3%80%82"],
    [
      "One two three four five six seven eight nine ten eleven twelve.",
      "#:~:text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve",
    ],
    ["…", ""],
    ["", ""],
  ])("of “%s” is %s", (text, fragment) => {
    expect(textFragment(text)).toBe(fragment);
  });

  test("names words that the passage begins and ends with, in order, whatever it is", () => {
    const words = fc.array(
      fc.constantFrom("lamp", "l'île", "قارب", "灯台", "-", ",", "&", "\n", "\ud800", "x".repeat(90)),
    );
    fc.assert(
      fc.property(words, fc.string({ unit: "grapheme" }), (some, other) => {
        const text = [...some, other].join(" ");
        const fragment = textFragment(text);
        if (fragment === "") return;
        expect(fragment).toMatch(/^#:~:text=[^,&-]+(?:,[^,&-]+)?$/u);
        const [start, end] = named(fragment);
        const first = plain(text).indexOf(start!);
        expect(first).toBeGreaterThanOrEqual(0);
        if (end === undefined) expect(start).toBe(plain(text));
        else expect(plain(text).lastIndexOf(end)).toBeGreaterThanOrEqual(first + start!.length);
      }),
    );
  });
});
