import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FormattedText, placeAt, readFile } from "../../../src/formats/index.ts";
import { shown } from "../shown.ts";

const files = join(import.meta.dirname, "files");
const read = (name: string): Promise<FormattedText> => readFile(readFileSync(join(files, name)), name);

describe("two columns printed by Chromium", () => {
  test("are read one after the other, under a title over both, with their words mended", async () => {
    expect(shown(await read("columns.pdf"))).toEqual([
      "heading1: The Ferry Bell of Marrow Quay Is Heard Again",
      "paragraph: The bell on the old ferry was silent for thirty-one years. Last week a clockmaker from the upper town climbed the mast, oiled the bearing, and let it ring.",
      "paragraph: “I only listened,” said Ilse Marrow, who keeps the timetable and three hives of bees beside the ticket office.",
      "heading2: What the Choir Says",
      "paragraph: The choir rehearses on the lower deck. Its conductor had feared that the bell would drown the altos, and found that it gave them the note.",
      "quotation1: We had tuned to the piano in the bakery, and the piano is old and lies.",
      "paragraph: Three things are to be done before the summer:",
      "item1: paint the railings;",
      "item1: find a second rope for the bell;",
      "item1: teach the passengers when to hush.",
      "paragraph: The bread for the first crossing is baked at four in the morning. The oven is lit with driftwood that the tide leaves at the foot of the slip, and nobody has ever paid for it.",
      "paragraph: Whoever misses the last boat may wait in the bakery, where a lamp burns all night.",
    ]);
  });

  test("say of every word on which page it stands and where", async () => {
    const { text, blocks, places } = await read("columns.pdf");
    for (const { start, end } of blocks) {
      for (let at = start; at < end; at++)
        if (/\S/.test(text[at]!)) expect(placeAt(places, at)).not.toBeNull();
    }
    const boxAt = (words: string): readonly [number, number, number, number] => {
      const place = placeAt(places, text.indexOf(words));
      if (place?.kind !== "page") throw new Error("no page");
      expect(place.page).toBe(1);
      return place.box;
    };
    const [from, top, to, bottom] = boxAt("silent");
    expect(from).toBeLessThan(50);
    expect(to).toBeLessThan(210);
    expect(bottom - top).toBeGreaterThan(8);
    expect(bottom - top).toBeLessThan(14);
    expect(boxAt("lamp burns")[0]).toBeGreaterThan(210);
  });

  test("keep the title of the file", async () => {
    expect((await read("columns.pdf")).title).toBe("The Ferry Bell");
  });
});

describe("three pages with notes printed by LibreOffice", () => {
  test("lose the heads and page numbers of left and right pages", async () => {
    const { text } = await read("notes.pdf");
    expect(text).not.toContain("Ilse Marrow");
    expect(text.split("On Clocks and Bread")).toHaveLength(2);
  });

  test("have markers at their words and the notes after the body", async () => {
    const formatted = await read("notes.pdf");
    const notes = shown(formatted).filter((line) => line.startsWith("note"));
    expect(notes).toHaveLength(5);
    expect(notes[0]).toBe(
      "note: [1] The door is kept in the museum of the upper town, beside the bell rope.",
    );
    expect(shown(formatted).slice(-5)).toEqual(notes);
    expect(formatted.text).toContain("it was noon.[1] Her hives");
  });

  test("have paragraphs that go on over a page's end whole, and every cut word mended", async () => {
    const formatted = await read("notes.pdf");
    expect(shown(formatted).filter((line) => line.startsWith("paragraph"))).toHaveLength(14);
    expect(formatted.text).not.toMatch(/[\u00ad\u2010]|\p{Ll}-\s/u);
    const paragraphs = formatted.blocks.filter(({ kind }) => kind === "paragraph");
    const overPage = paragraphs.filter(({ start, end }) => {
      const [first, last] = [placeAt(formatted.places, start), placeAt(formatted.places, end - 1)];
      return first?.kind === "page" && last?.kind === "page" && first.page !== last.page;
    });
    expect(overPage.length).toBeGreaterThan(0);
  });

  test("have headings by size", async () => {
    const headings = shown(await read("notes.pdf")).filter((line) => line.startsWith("heading"));
    expect(headings).toEqual(["heading1: On Clocks and Bread", "heading2: The Second Oven"]);
  });
});

describe("pages that run to the left are read from the right", () => {
  test("Arabic printed by Chromium: letters for shapes, numbers and names left to right", async () => {
    expect(shown(await read("arabic.pdf"))).toEqual([
      "heading1: جرس العبّارة القديمة",
      "paragraph: قال صاحب الساعة (واسمه سامي) إن الجرس لم يُقرع منذ 31 سنة، وإن النحل كان يسكن في الخشب القديم قرب الميناء.",
      "paragraph: تغادر العبّارة Radio Mole في الساعة 10:30 صباحا، ويصل إليها 250 مسافرا كل أسبوع، لأن الخبز فيها جيد ولا أحد يستعجل.",
    ]);
  });

  test("Hebrew printed by LibreOffice, with a note", async () => {
    expect(shown(await read("hebrew.pdf"))).toEqual([
      "heading1: הפעמון של המעבורת הישנה",
      "paragraph: השען (שמו דן) אמר שהפעמון לא צלצל 31 שנה.[1] הדבורים גרו בעץ הישן ליד הנמל, ואיש לא הפריע להן.",
      "paragraph: המעבורת יוצאת בשעה 10:30 בבוקר, ובכל שבוע באים אליה 250 נוסעים, כי הלחם בה טוב ואיש אינו ממהר.",
      "note: [1] כך כתוב ביומן של Radio Mole משנת 1914.",
    ]);
  });

  test("a title that says nothing is none", async () => {
    expect((await read("hebrew.pdf")).title).toBeNull();
  });
});
