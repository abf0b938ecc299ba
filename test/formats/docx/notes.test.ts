import { expect, test } from "vitest";
import { readDocument } from "../../../src/documents/index.ts";
import { shown } from "../shown.ts";
import { paragraph, placed, read, run } from "./docx-file.ts";

const marker = (kind: "footnote" | "endnote", id: string, more = ""): string =>
  `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;

const note = (kind: "footnote" | "endnote", id: string, ...paragraphs: string[]): string =>
  `<w:${kind} w:id="${id}">${paragraphs.join("")}</w:${kind}>`;

const text = (kind: "footnote" | "endnote", words: string): string =>
  `<w:p><w:r><w:${kind}Ref/></w:r><w:r><w:tab/></w:r>${run(words)}</w:p>`;

const SEPARATORS = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`;

test("notes stand after the text, in the order of their markers, each with its number and its place", async () => {
  const body = `<w:p>${run("The ferry")}${marker("footnote", "7")}${run(" left.")}${marker("endnote", "2")}</w:p><w:p>${run("It came.")}${marker("footnote", "3")}</w:p>`;
  const footnotes =
    SEPARATORS +
    note("footnote", "3", text("footnote", " Late.")) +
    note("footnote", "7", text("footnote", " Of 1880."));
  const endnotes = note("endnote", "2", text("endnote", "At noon."));
  const result = await read({ body, footnotes, endnotes });
  expect(shown(result)).toEqual([
    "paragraph: The ferry[1] left.[2]",
    "paragraph: It came.[3]",
    "note: [1] Of 1880.",
    "note: [2] At noon.",
    "note: [3] Late.",
  ]);
  expect(placed(result).slice(2)).toEqual([
    "2 of the footnotes: [1] Of 1880.",
    "1 of the endnotes: [2] At noon.",
    "1 of the footnotes: [3] Late.",
  ]);
});

test("a document knows its markers and notes", async () => {
  const body = `<w:p>${run("The ferry left at noon.")}${marker("footnote", "1")}</w:p>`;
  const footnotes = note("footnote", "1", text("footnote", "So the log says."));
  const { notes, marks } = readDocument(await read({ body, footnotes }), "ferry.docx");
  expect(notes.map(({ number }) => number)).toEqual(["1"]);
  expect(marks.filter(({ kind }) => kind === "note-marker").map(({ name }) => name)).toEqual(["1"]);
});

test("a note of several paragraphs has its number once", async () => {
  const body = `<w:p>${run("Bees hum")}${marker("footnote", "1")}</w:p>`;
  const footnotes = note("footnote", "1", "<w:p/>", text("footnote", "One."), paragraph("Two."));
  const result = await read({ body, footnotes });
  expect(shown(result).slice(1)).toEqual(["note: [1] One.", "note: Two."]);
  expect(placed(result).slice(1)).toEqual(["2 of the footnotes: [1] One.", "3 of the footnotes: Two."]);
});

test("a note's own sign gives way to its number", async () => {
  const body = `<w:p>${run("Bees hum")}<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>${run(" low.")}</w:p>`;
  const footnotes = note("footnote", "1", paragraph("One."));
  expect((await read({ body, footnotes })).text).toBe("Bees hum[1] low.\n\n[1] One.");
});

test("a note whose marker was deleted, or that has none, is left out", async () => {
  const body = `<w:p>${run("Bees hum")}<w:del>${marker("footnote", "1")}</w:del>${marker("footnote", "2")}</w:p>`;
  const footnotes = ["1", "2", "3"].map((id) => note("footnote", id, paragraph(`Note ${id}.`))).join("");
  expect((await read({ body, footnotes })).text).toBe("Bees hum[1]\n\n[1] Note 2.");
});

test("a marker whose note is missing stays a marker", async () => {
  const body = `<w:p>${run("Bees hum")}${marker("endnote", "4")}</w:p>`;
  expect((await read({ body })).text).toBe("Bees hum[1]");
});

test("a note that is marked twice stands once", async () => {
  const body = `<w:p>${run("One")}${marker("footnote", "1")}${run(" two")}${marker("footnote", "1")}</w:p>`;
  const footnotes = note("footnote", "1", paragraph("Note."));
  expect((await read({ body, footnotes })).text).toBe("One[1] two[1]\n\n[1] Note.");
});

test("a note that begins with a comma begins right after its number", async () => {
  const body = `<w:p>${run("Bees hum")}${marker("footnote", "1")}</w:p>`;
  const footnotes = note("footnote", "1", text("footnote", ", March 28, 2016."));
  expect((await read({ body, footnotes })).text).toBe("Bees hum[1]\n\n[1], March 28, 2016.");
});

test("a paragraph that opens with a typed marker's raised number is its note", async () => {
  const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>';
  const body = `<w:p>${raised}${run("st day")}</w:p><w:p>${run("The ferry left.")}${raised}</w:p><w:p>${raised}${run(" So the log says.")}</w:p>`;
  expect(shown(await read({ body }))).toEqual([
    "paragraph: 1st day",
    "paragraph: The ferry left.[1]",
    "note: [1] So the log says.",
  ]);
});
