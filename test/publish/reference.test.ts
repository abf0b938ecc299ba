import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bibtex, latex } from "../../src/publish/reference/bibtex.ts";
import { cslItem, cslJson } from "../../src/publish/reference/csl.ts";
import { familyOf, personParts, wholeName } from "../../src/publish/reference/person-parts.ts";
import { type BibliographicReference, referenceOf } from "../../src/publish/reference/reference.ts";
import { ris } from "../../src/publish/reference/ris.ts";
import { editionOf } from "./held-edition.ts";
import type { Read } from "./read-item.ts";
import { CSL_DATA } from "./schemas/csl-data.ts";

const isCsl = new Ajv({ allowUnionTypes: true }).compile(CSL_DATA);

function sample(name: string) {
  return editionOf(
    name,
    readFileSync(fileURLToPath(new URL(`../../samples/sources/${name}`, import.meta.url))),
  );
}

/** Whatever a citation program reads of a name, as it is written out. */
function named({ literal, family, given, suffix, ...particles }: Record<string, string>): string {
  if (literal !== undefined) return literal;
  const particle = particles["non-dropping-particle"] ?? particles["dropping-particle"] ?? "";
  return [given, familyOf({ particle, family: family ?? "" }), suffix].filter(Boolean).join(" ");
}

function read(text: string): Read {
  const { data } = new Cite(text, { generateGraph: false });
  expect(data).toHaveLength(1);
  return data[0]!;
}

const WHOLE: BibliographicReference = {
  key: "special-dispatch-41:v2:a1.1",
  type: "article-newspaper",
  title: "50% of {braces} & #signs: $5 a_b ~ ^ \\ “The Ferry”",
  authors: ["Anna van der Berg", "Yusuf al-Rahimi", "Plato", "Ada Quay Jr."].map(personParts),
  interviewer: personParts("Ilse Marrow"),
  outlet: "Harbour & Pier",
  series: "Special Dispatch",
  number: "41",
  issued: "2016-04-11",
  original: "2016-03-28",
  language: "en",
  translatedFrom: "ar",
  genre: "Dispatch",
  address: "http://desk.example/documents/a?x={1}&y=%20#a1.1",
  accessed: "2016-05-01",
  passage: {
    id: "a1.1",
    text: "The ferry waits for nobody; 100% of us.",
    whose: "Anna van der Berg (speaker)",
  },
  note: "saidso: special-dispatch-41, version 2, passage a1.1",
};

describe("what a bibliography says of a document", () => {
  test("an interview's author is who was interviewed, and its dates are told apart", () => {
    const reference = referenceOf(sample("special-dispatch-118.txt"), null, "http://desk.example/");
    expect(reference).toMatchObject({
      key: "special-dispatch-118",
      type: "interview",
      authors: [personParts("Maren Tolk")],
      series: "Special Dispatch",
      number: "118",
      issued: "2016-04-11",
      original: "2016-03-28",
      language: "en",
      address: "http://desk.example/documents/special-dispatch-118",
    });
  });

  test.each([
    ["bridge-opening-speech.txt", "speech"],
    ["entretien-moulin.txt", "interview"],
    ["special-dispatch-130.html", "interview"],
    ["market-clock-article.md", "article"],
  ])("%s: %s", (name, type) => {
    expect(referenceOf(sample(name), null, null).type).toBe(type);
  });

  test("a document without a date of its own has its source's, once", () => {
    const edition = editionOf("pier.txt", "The pier is dry.", { sourceDate: "2016-03-28" });
    expect(referenceOf(edition, null, null)).toMatchObject({ issued: "2016-03-28", original: null });
  });

  test("one that was captured has its address and day, and is a page of the web", () => {
    const capture = { address: "https://harbour.example/pier", date: "2026-01-02T10:00:00Z" };
    const edition = editionOf("pier.txt", "The pier is dry.", { capture } as object);
    expect(referenceOf(edition, null, "http://desk.example/")).toMatchObject({
      type: "webpage",
      address: capture.address,
      accessed: "2026-01-02",
    });
  });

  test("keys are ASCII, and two documents, versions or passages have two", () => {
    const ids = ["pier", "pïer", "pi-er", "pi_er", "pi er", "桟橋"];
    const references = ids.flatMap((id) => {
      const edition = { ...editionOf("pier.txt", "The pier is dry."), id };
      const [passage] = edition.document.passages;
      return [edition, { ...edition, latest: false }, { ...edition, latest: false, version: 2 }].flatMap(
        (one) => [referenceOf(one, null, null), referenceOf(one, passage!, null)],
      );
    });
    const keys = references.map(({ key }) => key);
    // The latest version's passage and the same one named as that version's are one.
    expect(new Set(keys).size).toBe(ids.length * 5);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9.:_-]+$/u);
  });
});

describe("CSL-JSON", () => {
  test("is as its schema has it, and a citation program reads the same", () => {
    const json = cslJson(WHOLE);
    expect(isCsl(JSON.parse(json)), JSON.stringify(isCsl.errors)).toBe(true);
    const item = read(json);
    expect(item).toMatchObject({ type: "article-newspaper", title: WHOLE.title, "collection-number": "41" });
    expect(item.author.map(named)).toEqual(WHOLE.authors.map(wholeName));
    expect(item.interviewer.map(named)).toEqual(["Ilse Marrow"]);
    expect(item["original-date"]["date-parts"]).toEqual([[2016, 3, 28]]);
    expect(item.note).toContain("Original language: Arabic.");
  });

  test("of any title and names is as its schema has it", () => {
    fc.assert(
      fc.property(hostile(), (reference) => {
        expect(isCsl([cslItem(reference)])).toBe(true);
      }),
    );
  });
});

describe("BibTeX", () => {
  test("is read by a citation program with the same fields", () => {
    const item = read(bibtex(WHOLE));
    expect(item).toMatchObject({
      title: WHOLE.title,
      "container-title": WHOLE.outlet,
      "collection-title": WHOLE.series,
      language: "en",
      abstract: WHOLE.passage!.text,
    });
    expect(item.id ?? item["citation-key"]).toBe(WHOLE.key);
    expect(item.author.map(named)).toEqual(WHOLE.authors.map(wholeName));
    expect(item.issued["date-parts"]).toEqual([[2016, 4, 11]]);
    expect(item.accessed["date-parts"]).toEqual([[2016, 5, 1]]);
    expect(item.URL).toBe("http://desk.example/documents/a?x=%7B1%7D&y=%20#a1.1");
    expect(item.note).toContain("Original language: Arabic.");
  });

  test("has biblatex's fields where BibTeX has none", () => {
    expect(bibtex(WHOLE)).toContain("  editora = {Marrow, Ilse},\n  editoratype = {interviewer},\n");
    expect(bibtex(WHOLE)).toContain("  origdate = {2016-03-28},\n");
    expect(bibtex(WHOLE)).toContain("  origlanguage = {ar},\n");
  });

  test("of any title and names has no sign that LaTeX takes for its own, and braces in pairs", () => {
    fc.assert(
      fc.property(hostile(), (reference) => {
        const entry = bibtex(reference);
        let depth = 0;
        for (const sign of entry) {
          depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(latex(reference.title ?? "")).not.toMatch(/(?<!\\)[$&%#_]/u);
      }),
    );
  });

  test("of any title is read with that title", () => {
    fc.assert(
      fc.property(hostile(), (reference) => {
        expect(read(bibtex(reference)).title ?? "").toBe(reference.title ?? "");
      }),
      { numRuns: 60 },
    );
  });
});

describe("RIS", () => {
  test("is read by a citation program with the same fields", () => {
    const item = read(ris({ ...WHOLE, type: "interview" }));
    expect(item).toMatchObject({
      type: "document",
      title: WHOLE.title,
      "container-title": WHOLE.outlet,
      "collection-title": WHOLE.series,
      number: WHOLE.number,
      section: "a1.1",
      language: "en",
      URL: WHOLE.address,
    });
    expect(item.author.map(named).join("; ")).toBe(WHOLE.authors.map(wholeName).join("; "));
    expect(item.issued["date-parts"]).toEqual([[2016, 4, 11]]);
    expect(item.note).toContain("First of 28 March 2016.");
    expect(read(ris(WHOLE)).type).toBe("article-newspaper");
  });

  test("of any title and names is one record of whole lines", () => {
    fc.assert(
      fc.property(hostile(), (reference) => {
        const lines = ris(reference).split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n\u2028\u0085]*$/u);
        expect(lines.filter((line) => line.startsWith("ER"))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith("TY"))).toHaveLength(1);
      }),
    );
  });
});

/** References whose title, names and words have every sign that a format takes for its own. */
function hostile(): fc.Arbitrary<BibliographicReference> {
  const sign = fc.constantFrom(
    ..."{ } \\ $ & % # _ ~ ^ \" ' , @ = < > ER  - TY  - and % “ ” é 李 العربية A1 - -- `".split(" "),
  );
  const text = fc
    .array(fc.oneof(sign, fc.constantFrom("The", "ferry", "waits", "2019")), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(" ").replace(/\s+/gu, " ").trim())
    .filter((one) => /[A-Za-z]/u.test(one));
  return fc
    .record({ title: text, name: text, outlet: text, words: text })
    .map(({ title, name, outlet, words }) => ({
      ...WHOLE,
      title,
      authors: [personParts(name), personParts(`${name} van der Berg`)],
      outlet,
      passage: { id: "a1.1", text: words, whose: name },
    }));
}
