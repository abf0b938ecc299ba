import { describe, expect, test } from "vitest";
import { logicalOrder } from "../../../src/formats/pdf/direction.ts";
import type { Glyph, ScannedPage } from "../../../src/formats/pdf/glyph.ts";
import { isoDate } from "../../../src/formats/pdf/head-fields.ts";
import { Hyphens } from "../../../src/formats/pdf/hyphen.ts";
import { lettersOf } from "../../../src/formats/pdf/letter.ts";
import type { Line } from "../../../src/formats/pdf/line.ts";
import { listLabel } from "../../../src/formats/pdf/list-label.ts";
import { pdfText } from "../../../src/formats/pdf/pdf-text.ts";
import { blocks, lined, page, set, texts } from "./set-page.ts";

describe("letters become words by where they stand", () => {
  test.each<[string, Glyph[], string]>([
    [
      "letters that touch are one word, drawn in however many pieces",
      [...set("fer", 50, 100), ...set("ry", 65, 100)],
      "ferry",
    ],
    ["a gap without a blank parts words", [...set("the", 50, 100), ...set("ferry", 67.5, 100)], "the ferry"],
    ["a blank parts words", set("the ferry", 50, 100), "the ferry"],
    [
      "a blank that takes no room parts nothing",
      [...set("fer", 50, 100), ...set(" ", 65, 100), ...set("ry", 65, 100)],
      "ferry",
    ],
    ["letter-spaced words stay whole", set("FERRY BELLS", 50, 100, 10, { gap: 2 }), "FERRY BELLS"],
    [
      "a letter-spaced word among others stays whole",
      [
        ...set("the ", 50, 100),
        ...set("bells", 70, 100, 10, { gap: 2 }),
        ...set(" ring again today", 105, 100),
      ],
      "the bells ring again today",
    ],
    [
      "letters drawn twice to look bold are read once",
      [...set("bell", 50, 100), ...set("bell", 50.3, 100)],
      "bell",
    ],
    [
      "words drawn out of order are read in order",
      [...set("ferry", 70, 100), ...set("the", 50, 100)],
      "the ferry",
    ],
    [
      "an accent drawn over its letter is that letter's",
      [...set("caf", 50, 100), ...set("´", 65, 100), ...set("e", 65, 100)],
      "café",
    ],
    [
      "a big first letter belongs to the line beside its top",
      [
        ...set("T", 50, 124, 40),
        ...set("he ferry leaves", 71, 100),
        ...set("at noon or later", 71, 112),
        ...set("when it is full", 71, 124),
      ],
      "The ferry leaves",
    ],
  ])("%s", (_, glyphs, first) => {
    expect(texts(page(1, glyphs))[0]).toBe(first);
  });

  test("a raised number after a word is a marker, after a short unit it is none", () => {
    const rise = (text: string, x: number): Glyph[] => set(text, x, 96, 6);
    const marked = page(
      1,
      set("the old bell.", 50, 100),
      rise("3", 115),
      set("It is 5 m", 130, 100),
      rise("2", 175),
    );
    expect(pdfText(lined(marked)).text).toBe("the old bell.[3] It is 5 m2");
  });

  test("a number raised as browsers do, five sixths of its line's size, stays in its line", () => {
    const rise = (text: string, x: number): Glyph[] => set(text, x, 95.3, 8.3);
    const marked = page(
      1,
      set("the old bell.", 50, 100),
      rise("3", 115),
      set("It is the 21", 130, 100),
      rise("st", 190),
      set("of June", 203, 100),
    );
    expect(pdfText(lined(marked)).text).toBe("the old bell.[3] It is the 21st of June");
  });
});

/** Lines of words of a column: `count` lines from `top` on, each named by its number and as long as the others. */
function column(name: string, x: number, top: number, count: number, step = 12): Glyph[] {
  return Array.from({ length: count }, (_, at) =>
    set(`${name}${at} and so goes on the tale`, x, top + at * step),
  ).flat();
}

const firsts = (lines: readonly string[]): string[] => lines.map((text) => text.split(" ")[0]!);

describe("columns are read one after the other", () => {
  test.each<[string, Glyph[][], string[]]>([
    [
      "two columns",
      [column("a", 50, 100, 4), column("b", 220, 100, 4)],
      ["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"],
    ],
    [
      "two columns whose lines stand at other heights",
      [column("a", 50, 100, 4), column("b", 220, 105, 4)],
      ["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"],
    ],
    [
      "three columns",
      [column("a", 50, 100, 3), column("b", 220, 100, 3), column("c", 390, 100, 3)],
      ["a0", "a1", "a2", "b0", "b1", "b2", "c0", "c1", "c2"],
    ],
    [
      "a title over both",
      [
        set("title over both columns of the whole page", 60, 70, 16),
        column("a", 50, 100, 3),
        column("b", 220, 100, 3),
      ],
      ["title", "a0", "a1", "a2", "b0", "b1", "b2"],
    ],
    [
      "a page that goes from one column to two",
      [
        Array.from({ length: 3 }, (_, at) =>
          set(`w${at} goes on over the whole of the wide page without a stop`, 50, 100 + at * 12),
        ).flat(),
        column("a", 50, 140, 3),
        column("b", 220, 140, 3),
      ],
      ["w0", "w1", "w2", "a0", "a1", "a2", "b0", "b1", "b2"],
    ],
    [
      "a list's numbers beside its items are no column",
      [
        ...[0, 1, 2, 3].map((at) => [
          ...set(`${at}.`, 50, 100 + at * 12),
          ...set("an item of the list", 80, 100 + at * 12),
        ]),
      ],
      ["0.", "1.", "2.", "3."],
    ],
  ])("%s", (_, glyphs, order) => {
    expect(firsts(texts(page(1, ...glyphs)))).toEqual(order);
  });
});

/** Parts as they stand from left to right. */
const seen = (text: string): { text: string; raised: boolean }[] =>
  [...text].map((letter) => ({ text: letter, raised: false }));

describe("lines that run to the left are read from the right", () => {
  test.each<[string, string, boolean, string]>([
    ["Hebrew", "םולש", true, "שלום"],
    ["a number among it", "הנש 31 ול", true, "לו 31 שנה"],
    ["a number with its marks", "העשב 10:30", true, "10:30 בשעה"],
    ["a Latin name", "ב Radio Mole תכלה", true, "הלכת Radio Mole ב"],
    ["a percentage", "12% ול", true, "לו 12%"],
    ["brackets named as they are seen", "(ןד)", true, "(דן)"],
    ["brackets named as they were written", ")ןד(", true, "(דן)"],
    ["years from to in Arabic, which stand from the right", "1918-1914 نم", true, "من 1914-1918"],
    ["a Hebrew word in a Latin line", "the םולש word", false, "the שלום word"],
    ["a Latin line", "the ferry", false, "the ferry"],
  ])("%s", (_, visual, leftwards, logical) => {
    expect(
      logicalOrder(seen(visual), leftwards)
        .map(({ text }) => text)
        .join(""),
    ).toBe(logical);
  });
});

const line = (text: string): Line => ({
  page: 1,
  region: 0,
  parts: [{ text, raised: false }],
  text,
  left: 0,
  right: 100,
  base: 0,
  size: 10,
  bold: false,
  leftwards: false,
  firstWidth: 20,
  box: [0, 0, 100, 10],
  upright: true,
});

describe("a hyphen at a line's end is dropped or kept by what the document itself writes", () => {
  test.each<[string, string[], string, string, string]>([
    ["the joined word stands elsewhere", ["the clockmaker came"], "a clock-", "maker", "clockmaker"],
    [
      "the compound stands elsewhere",
      ["a well-known bell", "clock-", "maker clockmaker"],
      "a well-",
      "known",
      "well-known",
    ],
    ["a capital follows", ["x"], "the Anglo-", "Saxon", "Anglo-Saxon"],
    ["a figure stands before", ["x"], "the 19-", "year-old", "19-year-old"],
    ["a soft hyphen", ["x"], "the clock\u00ad", "maker", "clockmaker"],
    [
      "a document that cuts words, and a half that is none",
      ["har-", "bour harbour"],
      "the bell-",
      "ringer",
      "bellringer",
    ],
    ["a document that cuts none", ["the sea and going on"], "a sea-", "going", "sea-going"],
    [
      "a number word, whatever else is cut",
      ["har-", "bour harbour"],
      "all fifty-",
      "one of them",
      "fifty-one",
    ],
    [
      "a text of many lines of which one ends so",
      Array.from({ length: 40 }, () => "the ferry leaves at noon"),
      "a moss-",
      "grown quay",
      "moss-grown",
    ],
    ["a dash is no hyphen", ["x"], "the bell—", "silent", "bell—silent"],
    ["words without a hyphen are parted", ["x"], "the", "bell", "the bell"],
  ])("%s", (_, lines, before, after, whole) => {
    const { drop, between } = new Hyphens([...lines.map(line), line(before), line(after)]).mend(
      before,
      after,
    );
    expect(`${before.slice(0, before.length - drop)}${between}${after}`).toContain(whole);
  });
});

describe("running heads, feet and page numbers are left out where they repeat", () => {
  const body = (n: number): Glyph[] => column(`p${n}x`, 50, 100, 20);
  const pages = (count: number, head: (n: number) => Glyph[]): ScannedPage[] =>
    Array.from({ length: count }, (_, at) => page(at + 1, head(at + 1), body(at + 1)));

  test.each<[string, ScannedPage[]]>([
    ["the same head on every page", pages(4, () => set("On Clocks and Bread", 50, 40))],
    ["heads left and right", pages(8, (n) => set(n % 2 ? "On Clocks" : "Ilse Marrow", 50, 40))],
    ["heads with the page's number", pages(4, (n) => set(`${n + 7} On Clocks`, 50, 40))],
    ["page numbers at the foot", pages(4, (n) => set(`${n}`, 300, 770))],
    ["Roman page numbers", pages(4, (n) => set(["i", "ii", "iii", "iv"][n - 1]!, 300, 770))],
    ["the page of so many", pages(4, (n) => set(`Page ${n} of 4`, 280, 770))],
  ])("%s", (_, scanned) => {
    const read = pdfText(lined(...scanned)).text;
    expect(read).toMatch(/^p1x0 and/);
    expect(read).not.toMatch(/Clocks|Marrow|Page|^\d+$|\bi+v?\b/m);
    expect(read.match(/p\dx\d+/g)).toHaveLength(scanned.length * 20);
  });

  test.each<[string, ScannedPage[], string]>([
    ["the header of a single page", pages(1, () => set("March 3, 2019", 50, 40)), "March 3, 2019"],
    [
      "a line that stands on one page alone",
      pages(4, (n) => (n === 2 ? set("A Letter", 50, 40) : [])),
      "A Letter",
    ],
    [
      "lines that differ, though they stand at one height",
      pages(3, (n) => set(["bees came", "clocks stood", "bread rose"][n - 1]!, 50, 40)),
      "clocks stood",
    ],
    [
      "a full line that goes on in the next, though it comes again at one height",
      pages(4, () => set("of the bees and so goes on the tale", 50, 88)),
      "of the bees and so goes on",
    ],
  ])("%s stays", (_, scanned, kept) => {
    expect(pdfText(lined(...scanned)).text).toContain(kept);
  });
});

describe("lines become blocks", () => {
  const full = (n: number): string => `line ${n} of a paragraph that fills the column`;
  test("an indent begins a paragraph, and one goes on over a page's end", () => {
    const first = page(
      1,
      set(full(1), 60, 700),
      set(full(2), 50, 712),
      set("ended here.", 50, 724),
      set(full(3), 60, 736),
      set(full(4), 50, 748),
    );
    const second = page(
      2,
      set("and went on over the page, to its very end, as it", 50, 60),
      set("had to.", 50, 72),
      set(full(5), 60, 84),
      set(full(6), 50, 96),
      set("over.", 50, 108),
    );
    expect(blocks(first, second)).toHaveLength(3);
    expect(blocks(first, second)[1]).toContain("line 4 of a paragraph that fills the column and went on");
  });

  test("larger type is a heading, a label an item, small type set in from both sides a quotation, a figure's line a caption", () => {
    const made = page(
      1,
      set("The Bell", 50, 60, 16),
      column("a", 50, 100, 8),
      set("• a rope for it", 60, 210),
      set("• a lamp beside it", 60, 224),
      set("We had tuned to it, all", 80, 250, 8),
      set("of us, and it was old.", 80, 260, 8),
      set("Figure 2: The bell", 50, 290, 8),
      column("b", 50, 320, 8),
    );
    expect(blocks(made).map((block) => block.split(":")[0])).toEqual([
      "heading",
      "paragraph",
      "item",
      "item",
      "quotation",
      "caption",
      "paragraph",
    ]);
  });

  test("a note at a page's foot does not interrupt the paragraph that goes on over the page", () => {
    const marker = set("1", 116, 96, 6);
    const first = page(
      1,
      set("the old bell.", 50, 100).slice(0, 13),
      marker,
      column("a", 50, 112, 6),
      set("1", 50, 697, 5),
      set("It hangs in the tower.", 55, 700, 7),
    );
    const second = page(
      2,
      set("and so the tale goes on to its end, as they all do", 50, 60),
      column("b", 50, 72, 6),
    );
    const found = blocks(first, second);
    expect(found.at(-1)).toBe("note: [1] It hangs in the tower.");
    expect(found[1]).toContain("on the tale and so the tale goes on");
  });
});

test.each([
  ["ﬁ", "fi"],
  ["ﬃ", "ffi"],
  ["ﻻ", "لا"],
  ["ﺒ", "ب"],
  ["\uf0b7", "•"],
  ["\ue123", ""],
  ["²", "²"],
])("the shape %s stands for %s", (shape, letters) => {
  expect(lettersOf(shape)).toBe(letters);
});

test.each([
  ["• rope", "bullet"],
  ["12. rope", "number"],
  ["(a) rope", "number"],
  ["1890. The", undefined],
  ["bell. rope", undefined],
])("%s begins with a label: %s", (text, kind) => {
  expect(listLabel(text)?.kind).toBe(kind);
});

test.each([
  ["2019-03-02T10:00:00Z", "2019-03-02"],
  ["D:20190302101010Z", "2019-03-02"],
  ["2019-02-31", null],
  ["yesterday", null],
  [undefined, null],
])("%s is the day %s", (value, day) => {
  expect(isoDate(value)).toBe(day);
});
