import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { documentText, placeIn } from "../../src/publish/html/document-text.ts";
import { byPlace, type Inlay, inlaid, inlaysOf } from "../../src/publish/html/document-words.ts";
import { shown } from "../../src/publish/html/shown-text.ts";
import {
  attribute,
  descendants,
  type Element,
  elementsOf,
  foreignParts,
  hasClass,
  textOf,
} from "./page-tree.ts";

const SOURCES = fileURLToPath(new URL("../../samples/sources/", import.meta.url));

function read(bytes: Uint8Array, name: string): Document {
  return readDocument(readText(bytes, name), name);
}

function pageOf(document: Document): string {
  return String(
    documentText(document, {
      inlays: inlaysOf(document, {
        target: ({ number }) => (Number(number) % 2 === 0 ? `/documents/${number}` : null),
      }),
      place: placeIn(1),
      beside: () => null,
      below: () => null,
      heading: document.passages.find(({ kind }) => kind === "title")?.id ?? null,
      language: null,
      rightToLeft: false,
    }),
  );
}

/** Id and words of every passage on the page, in its order; notes apart, as they stand beside the text. */
function shownOn(page: string): { bodies: [string, string][]; notes: [string, string][] } {
  const entry = (element: Element): [string, string] => [
    attribute(element, "id") ?? "",
    descendants(element)
      .filter((one) => hasClass(one, "words"))
      .map(textOf)[0] ?? "",
  ];
  const elements = elementsOf(page);
  return {
    bodies: elements.filter((one) => hasClass(one, "passage")).map(entry),
    notes: elements.filter((one) => hasClass(one, "note")).map(entry),
  };
}

function expectWhole(document: Document): void {
  const { bodies, notes } = shownOn(pageOf(document));
  const isNote = new Set(document.notes.map(({ passage }) => passage));
  const words = document.passages.map(({ id, start, end }): [string, string] => [
    id,
    shown(document.text.slice(start, end)),
  ]);
  expect(bodies).toEqual(words.filter(([id]) => !isNote.has(id)));
  expect([...notes].sort()).toEqual(words.filter(([id]) => isNote.has(id)).sort());
}

describe("a document's text on a page", () => {
  test.each(readdirSync(SOURCES))("%s: every passage stands once, whole and in order", (name) => {
    expectWhole(read(readFileSync(SOURCES + name), name));
  });

  test("a note stands beside the passage with its marker, and each leads to the other", () => {
    const name = "special-dispatch-118.txt";
    const elements = elementsOf(pageOf(read(readFileSync(SOURCES + name), name)));
    const summary = elements.find((one) => attribute(one, "id") === "s1")!;
    const note = descendants(summary).find((one) => attribute(one, "id") === "n1")!;
    const marker = descendants(summary).find((one) => attribute(one, "href") === "#n1")!;
    const back = descendants(note).find((one) => hasClass(one, "back"))!;
    expect(attribute(back, "href")).toBe(`#${attribute(marker, "id")}`);
  });

  const piece = fc.constantFrom(
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)" onclick="x()">here</a>',
    "</p></div><style>*{display:none}</style>",
    "&lt;b&gt; &#60;",
    '" onmouseover="x',
    "\u202Eturned\u202C",
    "\u2067isolated",
    "\u0007\u001b[31m\u0085",
    "Q: “Is it dry?”\n\nA: “It is [quite] dry… he said ‘no’.[1]”\n\n",
    "[1] A note, see Special Dispatch No. 41 - Bees – May 2, 2016.\n\n",
    "\n\n",
    " the ferry ",
    "April 11, 2016 Special Dispatch No. 118\n\n",
    "مرسى الزيتون",
  );
  const text = fc
    .array(fc.oneof(piece, fc.string()), { maxLength: 20 })
    .map((parts) => parts.join("").replaceAll("\u0000", ""));

  test("whatever a text holds stands there as text, and nothing else does", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("a.txt", "a.md"), (words, name) => {
        const document = read(new TextEncoder().encode(words), name);
        expectWhole(document);
        expect(foreignParts(pageOf(document))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("whatever stretches are marked, in whatever order they overlap, no character is lost or doubled", () => {
    const stretch = fc.record({
      start: fc.nat(40),
      length: fc.nat(20),
      link: fc.boolean(),
      long: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(stretch), (words, stretches) => {
        const wrap: Inlay["wrap"] = (inner) => inner;
        const inlays = stretches
          .map(({ start, length, link, long }) => ({ start, end: start + length, link, long, wrap }))
          .sort(byPlace);
        const page = String(inlaid(words, 0, words.length, inlays));
        expect(elementsOf(`<p>${page}</p>`).map(textOf)[0]).toBe(shown(words));
      }),
    );
  });

  test("no link stands in a link", () => {
    const seen: number[] = [];
    const counted = (start: number, end: number): Inlay => ({
      start,
      end,
      link: true,
      long: true,
      wrap: (inner) => {
        seen.push(start);
        return inner;
      },
      plain: (inner) => inner,
    });
    inlaid("the ferry leaves at six", 0, 23, [counted(0, 16), counted(4, 9), counted(17, 23)]);
    expect(seen).toEqual([0, 17]);
  });
});
