import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subtitlesOf } from "../../scripts/sample-subtitles.ts";
import { check, shelve } from "../../src/check/index.ts";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { readFile, readText } from "../../src/formats/index.ts";
import { documentTei } from "../../src/publish/index.ts";
import { libraryDispatch } from "../documents/library-dispatch.ts";
import { read, readAsHtml, readAsMarkdown } from "../documents/reading.ts";
import { complaints, editionOf, said, through } from "./tei-trip.ts";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));

function files(folder: string) {
  return readdirSync(join(samples, folder)).map((name) => ({
    name,
    formatted: readText(readFileSync(join(samples, folder, name)), name),
  }));
}

const sources = files("sources").map(({ name, formatted }) => readDocument(formatted, name));

/** The document of a file whose format is none of text. */
async function filed(path: string): Promise<Document> {
  return readDocument(await readFile(readFileSync(join(samples, "../test/printed", path)), path), path);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const panel = sources.find(({ id }) => id === "bees-panel")!;
const record = {
  id: "Bees 1/2",
  speakers: [{ name: "Ada Finch", office: "Keeper" }, "HOST"],
  turns: [
    { speaker: "HOST", role: "interviewer", text: "Are the pears ripe?" },
    { speaker: "Ada Finch", paragraphs: ["They are [all] ripe …", "We pick them.[1]"] },
  ],
};

const forms: [string, Document][] = [
  ["subtitles", readDocument(readText(bytes(subtitlesOf(panel)), "bees.vtt"), "bees.vtt")],
  ["a line of JSON Lines", readDocument(readText(bytes(JSON.stringify(record)), "bees.jsonl"), "bees.jsonl")],
  ["a PDF", await filed("chromium/special-dispatch-118.pdf")],
  ["a DOCX file", await filed("libreoffice/special-dispatch-118.docx")],
  ...sources.map((document): [string, Document] => [document.id, document]),
  ["a dispatch with all its parts", read(libraryDispatch())],
  ["a dispatch whose note is missing", read(libraryDispatch({ notes: "[1] See the first page." }))],
  ["plain paragraphs", read("The harbour is deep.\n\nIt has never frozen.\nNot once.")],
  ["a text without words", read("")],
  [
    "a transcript whose names are in capitals",
    read("ADA FINCH: They are.\n\nHOST: Are they?\n\nADA FINCH: All."),
  ],
  ["an article", readAsMarkdown("# The Pears Are Ripe\n\nBy Ada Finch\n\n“We pick them,” said Ben Elm.")],
  [
    "a page",
    readAsHtml('<html lang="en"><title>Pears</title><h1>Pears</h1><p id="p 1">We pick them.</p></html>'),
  ],
  ["characters that XML keeps for itself", read('A < B & "C" > D, ]]> and &amp; <p>no tag</p>')],
  [
    "a monitoring report",
    read(
      'Report of "interview" with Ada Finch\n\n[Text] [Reporter] Are the pears ripe? [Finch] They are. [passage omitted] We pick them. [Reporter] All of them? [Finch] All.',
    ),
  ],
];

describe("what is printed as TEI is read as the same document", () => {
  test.each(forms)("%s", (_, document) => {
    expect(said(through(document))).toEqual(said(document));
  });

  test.each(forms)("and once more, places and offsets too: %s", (_, document) => {
    const once = through(document);
    expect(through(once)).toEqual(once);
  });
});

test("sources and texts of all cases come back the same, through valid TEI", () => {
  const cases = fileURLToPath(new URL("../cases/", import.meta.url));
  const paths = readdirSync(cases, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?:^|\/)(?:source|text)[^/]*\.(?:txt|md|html)$/u.test(path),
  );
  const documents = paths.map((path) => readDocument(readText(readFileSync(join(cases, path)), path), path));
  for (const [index, document] of documents.entries())
    expect(said(through(document)), paths[index]).toEqual(said(document));
  expect(complaints(documents.map((document) => documentTei(editionOf(document))))).toBe("");
});

test("all of it is valid TEI, as far as the schema of what is written says", () => {
  expect(complaints(forms.map(([, document]) => documentTei(editionOf(document))))).toBe("");
  const twice = forms.map(([, document]) => documentTei(editionOf(through(document))));
  expect(complaints(twice)).toBe("");
});

describe("a story is judged the same against a source and against its TEI", () => {
  test.each(files("stories"))("$name", ({ name, formatted }) => {
    const judged = (shelf: readonly Document[]) => {
      const { findings } = check({ name, text: formatted, sha256: "0".repeat(64) }, shelve(shelf));
      return findings.map(({ status, reason, problems, match }) => ({
        status,
        reason,
        problems: problems.map(({ rule, touches, source }) => ({
          rule,
          touches,
          words: source?.text ?? null,
        })),
        voice: match?.voice ?? null,
        document: match?.document.id ?? null,
        words: match?.text.replace(/\s+/gu, " ") ?? null,
      }));
    };
    const found = judged(sources);
    expect(found.length).toBeGreaterThan(0);
    expect(judged(sources.map(through))).toEqual(found);
  });
});

test("what XML forbids is shown as a sign", () => {
  const xml = documentTei(editionOf(read("The \u0007bell \ud800rings\ufffe.")));
  expect(xml).toContain("The \ufffdbell \ufffdrings\ufffd.");
  expect(complaints([xml])).toBe("");
});

/** Words without white space at their ends, some of them what XML and the forms are made of. */
const words = fc
  .array(
    fc.constantFrom(
      ..."pears|bells|the|harbour|is|deep|“never”|'no,'|&|<b>|]]>|it…|[of wood]|[1]|[…]|(laughter)|[Laughter]|“He said”|اليوم|a\u00a0b|🍐|well-|known".split(
        "|",
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(" "));
const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 });

describe("documents at random come back the same", () => {
  test("of turns under labels", () => {
    const turn = fc.tuple(fc.constantFrom("Q", "A", "ADA FINCH", "MR. ELM"), paragraphs);
    const transcript = fc
      .array(turn, { minLength: 3, maxLength: 8 })
      .map((all) => all.map(([label, said]) => `${label}: ${said.join("\n\n")}`).join("\n\n"));
    fc.assert(
      fc.property(transcript, (text) => {
        const document = read(text);
        const back = through(document);
        expect(said(back)).toEqual(said(document));
        expect(through(back)).toEqual(back);
      }),
      { numRuns: 60 },
    );
  });

  test("of dispatches with summaries, headings, supplied words, omissions and notes", () => {
    const parts = fc.record({
      summary: words.map((one) => `In an interview, Ada Finch said ${one}.[1]`),
      heading: fc.constantFrom("The Pears Are Ripe", "We Pick Them"),
      second: paragraphs.map((all) => `A: ${all.map((one) => `"${one}`).join("\n\n")}"`),
      third: words.map((one) => `Q: "${one}?"`),
      notes: words.map(
        (one) => `[1] ${one} See Quay Desk Bulletin Series No. 71 - The Pears – March 2, 2020.`,
      ),
    });
    fc.assert(
      fc.property(parts, (changed) => {
        const document = read(libraryDispatch(changed as never));
        const back = through(document);
        expect(said(back)).toEqual(said(document));
        expect(through(back)).toEqual(back);
      }),
      { numRuns: 60 },
    );
  });
});
