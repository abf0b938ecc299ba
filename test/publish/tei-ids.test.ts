import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { readHtml, readTei, readText } from "../../src/formats/index.ts";
import { documentTei } from "../../src/publish/index.ts";
import { complaints, editionOf, through } from "./tei-trip.ts";

const SAMPLE = fileURLToPath(new URL("../../samples/sources/special-dispatch-118.txt", import.meta.url));
const dispatch = readDocument(readText(readFileSync(SAMPLE), SAMPLE), SAMPLE);

describe("ids", () => {
  const xml = documentTei(editionOf(dispatch));

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
