import { describe, expect, test } from "vitest";
import { shown } from "../shown.ts";
import { paragraph, placed, read, run } from "./docx-file.ts";

const changes: [what: string, body: string, places: string[]][] = [
  [
    "insertions are in, deletions are out",
    `<w:p>${run("The ")}<w:ins w:id="1">${run("new ")}</w:ins><w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>${run("boat")}</w:p>`,
    ["1: The new boat"],
  ],
  [
    "an insertion that was deleted again is out",
    `<w:p>${run("a")}<w:ins><w:del>${run("b")}</w:del>${run("c")}</w:ins></w:p>`,
    ["1: ac"],
  ],
  [
    "what was moved stands where it was moved to",
    `<w:p><w:moveFromRangeStart w:id="1"/><w:moveFrom>${run("first ")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run("second ")}<w:moveTo>${run("first")}</w:moveTo></w:p>`,
    ["1: second first"],
  ],
  [
    "a deleted paragraph mark joins two paragraphs",
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("one ")}</w:p>${paragraph("two")}${paragraph("three")}`,
    ["1: one ", "2: two", "3: three"],
  ],
  [
    "a paragraph that was moved away leaves nothing, and counts",
    `<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom>${run("one")}</w:moveFrom></w:p>${paragraph("two")}`,
    ["2: two"],
  ],
  [
    "an inserted paragraph mark parts two paragraphs",
    `<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>${run("one")}</w:p>${paragraph("two")}`,
    ["1: one", "2: two"],
  ],
  [
    "a deleted mark at the end of a cell joins nothing",
    `<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("one")}</w:p></w:tc><w:tc>${paragraph("two")}</w:tc></w:tr></w:tbl>`,
    ["1: one", "2: two"],
  ],
  [
    "a deleted mark at the end of the body joins nothing",
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("one")}</w:p><w:sectPr/>`,
    ["1: one"],
  ],
  [
    "a deleted row is not there",
    `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph("no")}</w:tc></w:tr><w:tr><w:trPr><w:ins w:id="2"/></w:trPr><w:tc>${paragraph("yes")}</w:tc></w:tr></w:tbl>${paragraph("after")}`,
    ["1: yes", "2: after"],
  ],
  [
    "a deleted cell is not there",
    `<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>${paragraph("no")}</w:tc><w:tc>${paragraph("yes")}</w:tc></w:tr></w:tbl>`,
    ["1: yes"],
  ],
  [
    "a paragraph's properties before a change do not hold",
    `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange></w:pPr>${run("one")}</w:p>`,
    ["1: one"],
  ],
  [
    "a hidden paragraph mark joins a heading with what follows",
    `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run("Bees. ")}</w:p>${paragraph("They hum.")}`,
    ["1: Bees. ", "2: They hum."],
  ],
  [
    "a large first letter belongs to its word",
    `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${run("T")}</w:p>${paragraph("he ferry")}`,
    ["1: T", "2: he ferry"],
  ],
];

describe("tracked changes are accepted:", () => {
  test.each(changes)("%s", async (_, body, places) => {
    const result = await read({ body });
    expect(placed(result)).toEqual(places);
    expect(shown(result).every((block) => block.startsWith("paragraph"))).toBe(true);
  });

  test("joined paragraphs are one block", async () => {
    const result = await read({ body: changes[3]![1] });
    expect(shown(result)).toEqual(["paragraph: one two", "paragraph: three"]);
  });
});
