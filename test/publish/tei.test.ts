import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subtitlesOf } from "../../scripts/sample-subtitles.ts";
import { check, shelve } from "../../src/check/index.ts";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { readFile, readHtml, readTei, readText } from "../../src/formats/index.ts";
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

const PAGE = readHtml("<html><title>Pears</title><body><h1>Pears</h1><p>We pick them.</p></body></html>");

test.each([
  [
    "an address and an instant",
    "https://ferries.example/news/gull_isle?a=1&b=2#top",
    "2021-05-07T09:30:00.000Z",
  ],
  ["an address alone", "http://ferries.example", null],
  ["an address of other scripts", "https://ferries.example/öffnung/朝", "2021-05-07T09:30:00Z"],
  ["an address with signs that none may have", "https://ferries.example/a[]#b#c%zz|<d>", "2021-05-07"],
  ["an address with blanks", "https://ferries.example/two words", "one day in May"],
  ["a name that is no address", "urn:ferries:12", "2021-05-07T11:30:00+02:00"],
])("where a text was captured is written and read: %s", (_, address, captured) => {
  const document = readDocument({ ...PAGE, address, captured }, "pears.html");
  expect(document.capture).toEqual({ address, date: captured });
  expect(through(document).capture).toEqual(document.capture);
  expect(said(through(document))).toEqual(said(document));
  expect(complaints([documentTei(editionOf(document))])).toBe("");
});

test("where a text was captured comes back, whatever address and date are", () => {
  const sign = fc.constantFrom(..."a Zé.:/?#%@[]<>&'\"!=~+|\\🍐1");
  const address = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `https://a.example/${signs.join("")}`),
  );
  const files: string[] = [];
  fc.assert(
    fc.property(address, (one) => {
      const document = readDocument({ ...PAGE, address: one, captured: null }, "pears.html");
      expect(through(document).capture?.address).toBe(one.replace(/\s+/gu, " ").trim());
      files.push(documentTei(editionOf(document)));
    }),
    { numRuns: 60 },
  );
  expect(complaints(files)).toBe("");
});

describe("ids", () => {
  const xml = documentTei(editionOf(sources.find(({ id }) => id === "special-dispatch-118")!));

  test("are those of the passages, and a voice is pointed to", () => {
    expect(xml).toContain('<p xml:id="a4.2">');
    expect(xml).toMatch(/<person xml:id="speaker-1" role="speaker"><persName>Maren Tolk<\/persName>/u);
    expect(xml).toContain('<sp n="2" who="#speaker-1"><speaker>A:</speaker>');
    expect(readTei(xml, "a.xml").places).toEqual([]);
  });

  test("of elements that the words stood in come back, those that no XML could have with a sign before them", () => {
    const page = { ...readHtml("<p>We pick pears.</p>"), places: [] };
    const place = (id: string, start: number, end: number) =>
      ({ start, end, place: { kind: "element", id } }) as const;
    const document = readDocument({ ...page, places: [place("first", 0, 7), place("2 b", 8, 14)] }, "a.html");
    expect(through(document).places).toEqual([place("first", 0, 7), place("id-2_b", 8, 14)]);
  });

  test("whatever the original's and the document's are, are names that stand once, and tell elements apart", () => {
    const id = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
      fc.string({
        unit: fc.constantFrom(..."aZ_-.:1 #éªµ²½\u0301\u0e01\u13a0\u06f5朝🍐𝒜"),
        minLength: 1,
        maxLength: 4,
      }),
      fc.constantFrom("speaker-1", "interviewer-1", "voice-1", "reference-1", "a1.1", "n1", "id-1", "1"),
    );
    const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 12 });
    const files: string[] = [];
    const added = (document: Document): void => {
      const file = documentTei(editionOf(document));
      const names = [...file.matchAll(/ xml:id="([^"]*)"/gu)].map(([, name]) => name!);
      expect(new Set(names).size).toBe(names.length);
      for (const [, name] of file.matchAll(/="#([^"]*)"/gu)) expect(names).toContain(name);
      files.push(file);
    };
    const dispatch = read(libraryDispatch());
    fc.assert(
      fc.property(ids, id, (all, documentId) => {
        const passages = dispatch.passages.map((passage, index) => ({
          ...passage,
          id: all[index] ?? passage.id,
        }));
        const known = new Set(passages.map((passage) => passage.id));
        if (known.size === passages.length) added({ ...dispatch, id: documentId, passages });
        const places = dispatch.passages.flatMap(({ start, end }, index) =>
          all[index] === undefined
            ? []
            : [{ start, end, place: { kind: "element" as const, id: all[index] } }],
        );
        const placed = { ...dispatch, places };
        added(placed);
        const back = through(placed).places.map(({ place }) => place.kind === "element" && place.id);
        expect(new Set(back).size).toBe(places.length);
      }),
      { numRuns: 40 },
    );
    expect(complaints(files)).toBe("");
  });

  test("that our own would meet are left alone", () => {
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader><text><body><sp who="#x"><speaker>Ada</speaker><p xml:id="speaker-1">Hello.</p></sp></body></text></TEI>`;
    const document = readDocument(readTei(tei, "a.xml"), "a.xml");
    expect(complaints([documentTei(editionOf(document))])).toBe("");
    expect(through(document)).toEqual(document);
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
