import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/formats/index.ts";
import type { Glyph } from "../../../src/formats/pdf/glyph.ts";
import { madePdf, type PdfObject, stream, textPdf, words } from "./made-pdf.ts";
import { blocks, page, set, texts } from "./set-page.ts";

const FULL = "the ferry leaves from the lower quay at every full hour of day and";
const NARROW = "the bell is heard as far as the mill and";

/** Lines one under the other, set flush at x, each `pitch` under the one before. */
function lines(x: number, from: number, pitch: number, ...own: readonly string[]): Glyph[] {
  return own.flatMap((text, at) => set(text, x, from + at * pitch));
}

/** Letters as they stand from left to right, drawn so that the last ends at `right`. */
const endingAt = (right: number, visual: string, base: number): Glyph[] =>
  set(visual, right - [...visual].length * 5, base);

describe("block quotations of the text's own size are told by their measure", () => {
  const around = (quoted: Glyph[]): Glyph[] => [
    ...lines(50, 100, 12, FULL, FULL, FULL, "it stops."),
    ...quoted,
    ...lines(50, 260, 12, FULL, FULL, FULL, "it stops."),
  ];
  const kinds = (quoted: Glyph[]): string[] =>
    blocks(page(1, around(quoted))).map((block) => block.split(":")[0]!);

  test.each<[string, Glyph[], string]>([
    ["lines set in on both sides", lines(80, 160, 12, NARROW, NARROW, "no further."), "quotation"],
    ["one line that stands apart", lines(80, 180, 12, "we heard the bell."), "quotation"],
    [
      "lines set in on one side alone",
      lines(80, 160, 12, FULL.slice(0, 60), FULL.slice(0, 60), "no further."),
      "paragraph",
    ],
    ["a line in the middle", lines(180, 180, 12, "* of the bell we heard *"), "paragraph"],
  ])("%s: %s", (_, quoted, kind) => {
    expect(kinds(quoted)).toEqual(["paragraph", kind, "paragraph"]);
  });
});

describe("lines", () => {
  test("that were ended where the next word had room stand as lines", () => {
    const glyphs = [
      ...lines(50, 100, 12, "March 3, 2019", "Rivers and Quays | Dispatch No. 7"),
      ...lines(50, 150, 12, FULL, FULL, FULL, "it stops."),
    ];
    expect(blocks(page(1, glyphs))[0]).toBe("paragraph: March 3, 2019\nRivers and Quays | Dispatch No. 7");
  });

  test("that were full are one paragraph, also where they end unevenly", () => {
    const glyphs = lines(50, 100, 12, FULL, FULL.slice(0, 62), FULL, "it stops.");
    expect(blocks(page(1, glyphs)).map((block) => block.includes("\n"))).toEqual([false]);
  });

  test("of short paragraphs are parted though their distance is the most frequent one, and rounded", () => {
    const bases = [100, 112, 124.5, 150, 175, 200, 225, 250, 262.5, 274.5];
    const own = [FULL, FULL, "it stops.", "one.", "two.", "three.", "four.", FULL, FULL, "it stops."];
    const glyphs = own.flatMap((text, at) => set(text, 50, bases[at]!));
    expect(blocks(page(1, glyphs))).toHaveLength(6);
  });

  test("of leftward text that is set flush at the left are whole paragraphs", () => {
    const visual = "םולש ".repeat(12).trim();
    const shorter = "םולש ".repeat(11).trim();
    const glyphs = [visual, shorter, visual, shorter, visual, shorter, "םולש."].flatMap((text, at) =>
      set(text, 50, 100 + at * 12),
    );
    expect(blocks(page(1, glyphs))).toHaveLength(1);
  });
});

describe("signs of leftward text", () => {
  test("that are named by their shapes are turned on the whole page", () => {
    expect(texts(page(1, endingAt(500, "«ةيرق»", 100), endingAt(500, "ةيرق ةيرق»", 120)))).toEqual([
      "«قرية»",
      "«قرية قرية",
    ]);
  });

  test("that are named as they were written stay", () => {
    expect(texts(page(1, endingAt(500, "»ةيرق«", 100)))).toEqual(["«قرية»"]);
  });

  test("that are drawn over a lam-alef stand in the hole that they leave", () => {
    const drawn = (text: string, left: number, right: number): Glyph => ({
      ...set("x", left, 100)[0]!,
      text,
      right,
    });
    const glyphs = [drawn("لا", 99.9, 106), drawn(" ", 100, 103.5), drawn(".", 103.5, 107)];
    expect(texts(page(1, [...glyphs, ...set("ماع", 113, 100)]))).toEqual(["عام. لا"]);
  });

  test("without letters on a line are none", () => {
    expect(texts(page(1, set("the bell", 50, 100), set("\u0651", 90, 140)))).toEqual(["the bell"]);
  });

  test("keep the stretches that were written in lines of uneven length", () => {
    expect(texts(page(1, endingAt(500, "رـحـب", 100)))).toEqual(["بـحـر"]);
  });
});

describe("a file", () => {
  const asian = (content: string): Uint8Array => {
    const objects: PdfObject[] = [
      [1, "<< /Type /Catalog /Pages 2 0 R >>"],
      [2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
      [
        3,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources << /Font << /J 5 0 R " +
          "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
      ],
      [4, stream(content)],
      [5, "<< /Type /Font /Subtype /Type0 /BaseFont /Min /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>"],
      [
        6,
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Min /FontDescriptor 7 0 R " +
          "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>",
      ],
      [7, "<< /Type /FontDescriptor /FontName /Min /Flags 4 /FontBBox [0 -200 1000 900] >>"],
    ];
    return madePdf(objects);
  };
  const unread = "BT /J 12 Tf 50 500 Td <93FA967B8CEA> Tj ET\n";
  const read = words(50, 400, "The ferry leaves");

  test("most of whose letters are not told is refused", async () => {
    await expect(readFile(asian(unread + unread + read), "a.pdf")).rejects.toMatchObject({
      code: "unsupported",
    });
  });

  test("of which a few are not is read", async () => {
    expect((await readFile(asian(unread + read + read), "a.pdf")).text).toContain("The ferry leaves");
  });

  const stating = (language: string): Uint8Array => {
    const text = textPdf([{ content: words(50, 500, "Die Glocke der alten Brücke") }]);
    const source = Buffer.from(text).toString("latin1");
    return new Uint8Array(
      Buffer.from(
        source.replace("/Type /Catalog /Pages 2 0 R", `/Type /Catalog /Lang (${language}) /Pages 2 0 R`),
        "latin1",
      ),
    );
  };

  test.each([
    ["de-DE", "de-DE"],
    ["ar", null],
    ["nonsense in words", null],
  ])("that says its language is %s: %s", async (said, language) => {
    expect((await readFile(stating(said), "a.pdf")).language).toBe(language);
  });
});
