import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Voice } from "../../../src/core/index.ts";
import type { Document } from "../../../src/documents/index.ts";
import { bodyOf, contentsOf, originalOf } from "../../../src/stores/sqlite/body.ts";
import { NumberReader, NumberWriter } from "../../../src/stores/sqlite/number-list.ts";
import { packDocument, unpackDocument } from "../../../src/stores/sqlite/packed-document.ts";
import { library } from "../../contract/library.ts";

const name = fc.option(fc.string({ maxLength: 8 }));
const voice: fc.Arbitrary<Voice> = fc.record({
  kind: fc.constantFrom("speaker", "interviewer", "editor", "quoted", "unknown"),
  name,
});
/** In any order, overlapping or not: what is packed is given back. */
const span = fc.record({ start: fc.nat({ max: 5000 }), end: fc.nat({ max: 5000 }) });
const id = fc.stringMatching(/^[a-z][0-9]{1,3}(?:\.[0-9])?$/u);

const passage = fc
  .record({
    kind: fc.constantFrom("title", "paragraph", "note", "header"),
    voice,
    turn: fc.option(fc.integer({ min: -3, max: 300 })),
    at: span,
  })
  .map(({ at, ...rest }) => ({ ...rest, ...at }));

const mark = fc
  .record({ kind: fc.constantFrom("open", "supplied", "quoted", "note-marker"), name, at: span })
  .map(({ at, ...rest }) => ({ ...rest, ...at }));

const turn = fc.record({
  number: fc.nat({ max: 300 }),
  voice,
  label: fc.option(span),
  passages: fc.array(id, { maxLength: 3 }),
});

const piece = fc
  .record({ kind: fc.constantFrom("passage", "mark", "label", "separator"), at: span })
  .map(({ at, ...rest }) => ({ ...rest, ...at }));

const natural = fc.nat(1_000_000);
const edge = fc.integer({ min: -9_999, max: 99_999 }).map((tenths) => tenths / 10);

const place = fc
  .record({
    at: span,
    place: fc.oneof(
      fc.record({
        kind: fc.constant("page"),
        page: natural,
        box: fc.tuple(edge, edge, edge, edge),
      }),
      fc.record({
        kind: fc.constant("paragraph"),
        part: fc.constantFrom("body", "footnotes", "endnotes"),
        number: natural,
      }),
      fc.record({ kind: fc.constant("cue"), number: natural, from: natural, to: natural }),
      fc.record({ kind: fc.constant("element"), id: fc.string() }),
    ),
  })
  .map(({ at, ...rest }) => ({ ...rest, ...at }));

const document = fc
  .record({
    text: fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })),
    title: name,
    language: name,
    ids: fc.uniqueArray(id, { minLength: 6, maxLength: 6 }),
    passages: fc.array(passage, { maxLength: 6 }),
    turns: fc.array(turn, { maxLength: 4 }),
    marks: fc.array(mark, { maxLength: 4 }),
    pieces: fc.array(piece, { maxLength: 6 }),
    places: fc.array(place, { maxLength: 6 }),
    markers: fc.array(span, { maxLength: 2 }),
  })
  .map(({ ids, markers, passages, ...rest }) => ({
    id: "made",
    kind: "plain",
    series: null,
    number: null,
    date: null,
    subject: null,
    outlet: null,
    sourceDate: null,
    capture: { address: "https://example.org/ferries", date: "2021-05-07T09:30:00Z" },
    speakers: [{ name: "Ilse Marrow", office: null }],
    interviewer: null,
    references: [],
    form: [],
    notes: [{ number: "1", passage: null, markers }],
    ...rest,
    passages: passages.map((one, i) => ({ ...one, id: ids[i]! })),
  })) as fc.Arbitrary<Document>;

const starts = fc.array(fc.nat({ max: 400 }), { maxLength: 20 }).map((all) => Uint32Array.from(all).sort());

describe("a body gives back", () => {
  test("any document, its starts and its original", () => {
    fc.assert(
      fc.property(document, starts, fc.uint8Array(), (made, begins, original) => {
        const body = bodyOf(made, begins, original);
        const read = contentsOf(body.content, "held");
        expect(read.document).toEqual({ ...made, id: "held" });
        expect(read.starts).toEqual(begins);
        expect(Buffer.compare(originalOf(body), original)).toBe(0);
      }),
    );
  });

  test("what is seldom asked for as the same object each time", () => {
    const [first] = library();
    const read = contentsOf(
      bodyOf(first!.document, new Uint32Array(), first!.original).content,
      "x",
    ).document;
    expect(read.turns).toBe(read.turns);
    expect(read.pieces).toBe(read.pieces);
  });
});

test("a plain text is not kept twice, a page with its tags is", () => {
  const bodies = library().map((one) => ({
    isPlain: one.origin.endsWith(".txt"),
    kept: bodyOf(one.document, new Uint32Array(), one.original).original,
  }));
  expect(bodies.filter(({ isPlain, kept }) => isPlain && kept === null).length).toBeGreaterThan(50);
  expect(bodies.filter(({ isPlain, kept }) => !isPlain && kept !== null).length).toBeGreaterThan(5);
});

test("bytes that are no body are refused", () => {
  expect(() => contentsOf(new Uint8Array(40), "x")).toThrow();
});

test("numbers come back in their order", () => {
  const number = fc.oneof(fc.nat({ max: 200 }), fc.nat(), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(number), fc.array(fc.integer()), (numbers, signed) => {
      const writer = new NumberWriter();
      for (const one of numbers) writer.put(one);
      for (const one of signed) writer.putSigned(one);
      const reader = new NumberReader(writer.bytes());
      expect(numbers.map(() => reader.next())).toEqual(numbers);
      expect(signed.map(() => reader.nextSigned())).toEqual(signed);
    }),
  );
});

test("a document kept before captures were known has none", () => {
  const [first] = library();
  const packed = packDocument(first!.document);
  const { capture: _, ...plain } = JSON.parse(packed.json).plain;
  const json = JSON.stringify({ ...JSON.parse(packed.json), plain });
  expect(unpackDocument({ ...packed, json }, "old", first!.document.text).capture).toBeNull();
});
