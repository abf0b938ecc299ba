import { describe, expect, test } from "vitest";
import { numberKey, wordedKey } from "../../src/archive/index.ts";

describe("series and number name one dispatch", () => {
  test.each([
    ["case", "SPECIAL DISPATCH", "41"],
    ["spaces", "Special   Dispatch ", " 41"],
    ["a no-break space", "Special\u00a0Dispatch", "41"],
    ["the word series", "Special Dispatch Series", "41"],
    ["plural", "Special Dispatches", "41"],
    ["leading noughts", "Special Dispatch", "0041"],
    ["typographic letters", "Ｓpecial Dispatch", "４１"],
  ])("whatever its %s", (_, series, number) => {
    expect(numberKey(series, number)).toBe(numberKey("Special Dispatch", "41"));
  });

  test.each([
    ["Inquiry & Analysis Series", "Inquiry and Analysis"],
    ["Inquiries and Analyses", "Inquiry & Analyses"],
    ["Special Announcements", "Special Announcement"],
  ])("%s is %s", (a, b) => expect(numberKey(a, "3")).toBe(numberKey(b, "3")));

  test.each([
    ["another number", "Special Dispatch", "42"],
    ["another series", "Special Report", "41"],
    ["more words", "Special Harbor Dispatch", "41"],
  ])("%s is another dispatch", (_, series, number) => {
    expect(numberKey(series, number)).not.toBe(numberKey("Special Dispatch", "41"));
  });

  test("without a series or a number there is no name", () => {
    expect(numberKey(null, "41")).toBeNull();
    expect(numberKey("Special Dispatch", null)).toBeNull();
  });
});

describe("a wording names a dispatch", () => {
  test.each([
    "Special Dispatch No. 41",
    "special dispatch no 41",
    "Special Dispatch Series, No. 041",
    "special dispatch 41",
    " Special Dispatch Nr. 41 ",
  ])("%s", (wording) => expect(wordedKey(wording)).toBe(numberKey("Special Dispatch", "41")));

  test.each(["41", "Special Dispatch", "", "No. 41", "pier-talk"])("%s names none of it", (wording) => {
    expect(wordedKey(wording)).not.toBe(numberKey("Special Dispatch", "41"));
  });
});
