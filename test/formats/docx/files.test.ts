import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type FormattedText, readFile } from "../../../src/formats/index.ts";
import { shown } from "../shown.ts";
import { placed } from "./docx-file.ts";

const file = (name: string): Promise<FormattedText> =>
  readFile(new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url))), name);

test("a talk written by a word processor is read as its reader sees it", async () => {
  expect(shown(await file("talk.docx"))).toEqual([
    "heading1: The Clock at the Quay",
    "heading2: A talk to the choir",
    "heading1: The tower",
    "paragraph: The clock was always slow[1], and nobody minded.",
    "paragraph: Seen from the ferry.\tAt noon,\nit rang.",
    "heading2: What the keeper said",
    "quotation1: I wind it on Sundays, and on Sundays alone.[2]",
    "paragraph: La cloche sonne toujours trop tard.",
    "item1: Oil for the wheels",
    "item2: thin oil, in winter",
    "item1: A new rope",
    "paragraph: Year",
    "paragraph: Minutes slow",
    "paragraph: 1912",
    "paragraph: four",
    "caption: The tower from the ferry, in fog",
    "paragraph: Beside the door hangs a board.",
    "paragraph: Please do not ring before six.",
    "paragraph: See the page of the quay, page 1.",
    "paragraph: It rang on for a hundred years.",
    "note: [1] By four minutes, says the log.",
    "note: [2] To the choir, in May.",
  ]);
});

test("every word of it has its paragraph's number", async () => {
  const places = placed(await file("talk.docx"));
  expect(places[3]).toBe("4: The clock was always slow[1], and nobody minded.");
  expect(places[4]).toBe("6: Seen from the ferry.\tAt noon,\nit rang.");
  expect(places.slice(-4)).toEqual([
    "21: It rang on",
    "22:  for a hundred years.",
    "1 of the footnotes: [1] By four minutes, says the log.",
    "1 of the endnotes: [2] To the choir, in May.",
  ]);
});

test("it says who gave it, what it is called, and where it was printed", async () => {
  const { format, title, author, published, outlet, blocks } = await file("talk.docx");
  expect({ format, title, author, published, outlet }).toEqual({
    format: "docx",
    title: "The Clock at the Quay",
    author: "Ada Lund",
    published: "2021-05-04",
    outlet: "The Harbour Post",
  });
  expect(blocks.map(({ language }) => language).filter((language) => language !== null)).toEqual(["fr-FR"]);
});

test("a letter that was a page is read like the page, and the program's language is not taken for its own", async () => {
  const letter = await file("letter.docx");
  expect(shown(letter)).toEqual([
    "heading1: Brief über die Bienen",
    "paragraph: Die Bienen fliegen\u00a0früh, noch vor der Fähre.",
    "quotation1: Wir haben sie nie gezählt.",
    "item1: Honig",
    "item1: Wachs",
    "paragraph: Stock",
    "paragraph: sieben",
    "paragraph: Es grüßt\nder Imker",
  ]);
  expect(letter.language).toBeNull();
});

test("words from right to left stand in the order in which they are read", async () => {
  expect(shown(await file("boats.docx"))).toEqual([
    "heading1: ورشة القوارب",
    "paragraph: قال النجّار: «نبني قاربًا واحدًا (1) كل عام»، ثم ابتسم.",
    "paragraph: ABC ثم 2019 ثم النهاية.",
  ]);
});
