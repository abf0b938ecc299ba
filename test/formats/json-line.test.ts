import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument, rebuild, toSource } from "../../src/documents/index.ts";
import { documentJsonSchema, documentRecordSchema } from "../../src/formats/document-record.ts";
import { FormatError, type FormattedText, readText, unpack } from "../../src/formats/index.ts";
import { recordFault } from "../../src/formats/record-shape.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const formatted = (record: unknown, name = "talks.jsonl"): FormattedText =>
  readText(utf8(typeof record === "string" ? record : JSON.stringify(record)), name);
const read = (record: unknown, name = "talks.jsonl") => readDocument(formatted(record, name), name);

function refusal(record: unknown, name = "talks.jsonl"): string {
  try {
    formatted(record, name);
  } catch (error) {
    if (error instanceof FormatError) return `${error.code}: ${error.data.reason}`;
    throw error;
  }
  return "read";
}

/** Voices and words of each turn. */
function turns(document: ReturnType<typeof read>): string[] {
  return document.turns.map(({ voice, passages }) => {
    const own = document.passages.filter(({ id }) => passages.includes(id));
    const words = own.map(({ start, end }) => document.text.slice(start, end)).join(" / ");
    return `${voice.kind}${voice.name === null ? "" : ` ${voice.name}`}: ${words}`;
  });
}

const INTERVIEW = {
  id: "Ferry talk",
  title: "The night ferry",
  date: "2018-07-24T10:00:00Z",
  outlet: "Harbour Radio",
  language: "pt",
  subject: "Ferries",
  sourceDate: "2018-07-20",
  speakers: [{ name: "Ada Quay", office: "ferry master" }],
  interviewer: "Ivo Hark",
  address: "https://harbour.example/ferry",
  captured: "2018-08-01T09:00:00Z",
  turns: [
    { speaker: "Ivo Hark", text: "Does it wait?" },
    { speaker: "Ada Quay", paragraphs: ["It does [never] wait…", "I said “no”.\n\nTwice."] },
    { speaker: null, role: "editor", text: "The clock strikes." },
    { text: "So it is." },
  ],
};

describe("a record with turns", () => {
  const document = read(INTERVIEW);

  test("has the header that it says", () => {
    expect(document).toMatchObject({
      id: "ferry-talk",
      kind: "transcript",
      title: "The night ferry",
      date: "2018-07-24",
      outlet: "Harbour Radio",
      language: "pt",
      subject: "Ferries",
      sourceDate: "2018-07-20",
      speakers: [{ name: "Ada Quay", office: "ferry master" }],
      interviewer: "Ivo Hark",
      capture: { address: "https://harbour.example/ferry", date: "2018-08-01T09:00:00Z" },
    });
  });

  test("has the voices that it says, an empty line parting paragraphs", () => {
    expect(turns(document)).toEqual([
      "interviewer Ivo Hark: Does it wait?",
      "speaker Ada Quay: It does [never] wait… / I said “no”. / Twice.",
      "editor: The clock strikes.",
      "unknown: So it is.",
    ]);
  });

  test("has supplied words and omissions as they are written", () => {
    expect(document.marks.map(({ kind }) => kind)).toEqual(["supplied", "omission"]);
    expect(rebuild(document)).toBe(document.text);
  });

  test("without a kind, one speaker's turns are a speech, and who speaks is listed", () => {
    const speech = read({ turns: [{ speaker: "Ada Quay", text: "It leaves." }] });
    expect(speech).toMatchObject({ kind: "speech", speakers: [{ name: "Ada Quay", office: null }] });
  });
});

describe("a record with passages", () => {
  const PASSAGES = [
    { kind: "title", text: "Bees  on the pier" },
    { kind: "summary", text: "Ada Quay speaks of bees.[1]" },
    {
      text: "The bees hum. Ivo says the pier is theirs, and I agree.",
      speaker: "Ada Quay",
      quoted: [{ text: "the pier is theirs", name: "Ivo Hark" }],
    },
    { kind: "heading", text: "No one minds" },
    { text: "And nobody minds.", speaker: "Ada Quay" },
    { text: "A verse of old:", role: "quoted", speaker: "Ivo Hark" },
    { kind: "note", note: "1", text: "Harbour Radio, May 2, 2019." },
    { kind: "stage", text: "[laughter]" },
  ];
  const document = read({ passages: PASSAGES });

  test("has turns where voices change, and a heading interrupts none", () => {
    expect(turns(document)).toEqual([
      "speaker Ada Quay: The bees hum. Ivo says the pier is theirs, and I agree. / And nobody minds.",
      "quoted Ivo Hark: A verse of old:",
    ]);
    expect(document.title).toBe("Bees on the pier");
  });

  test("has notes with their markers, and third parties in their own voice", () => {
    expect(document.notes).toMatchObject([{ number: "1", passage: "n1", markers: [{}] }]);
    const { text, segments } = toSource(document);
    const quoted = segments.filter(({ voice }) => voice.kind === "quoted");
    expect(quoted.map(({ start, end, voice }) => `${voice.name}: ${text.slice(start, end)}`)).toEqual([
      "Ivo Hark: the pier is theirs",
      "Ivo Hark: A verse of old:",
    ]);
  });

  test("has the turns that it numbers", () => {
    const numbered = read({
      passages: [
        { text: "One.", speaker: "Ada Quay", turn: 3 },
        { text: "Two.", speaker: "Ada Quay", turn: 4 },
        { text: "Aside.", role: "editor", turn: null },
        { text: "Three.", speaker: "Ada Quay", turn: 4 },
      ],
    });
    expect(turns(numbered)).toEqual(["speaker Ada Quay: One.", "speaker Ada Quay: Two. / Three."]);
  });
});

describe("a record with text", () => {
  test("is read in its form, and what the record says of the header wins", () => {
    const document = read({
      title: "Bees",
      date: "2019-01-02",
      interviewer: "Ivo Hark",
      text: "INTERVIEWER: Do they hum?\n\nADA QUAY: They do.\n\nINTERVIEWER: Always?\n\nADA QUAY: Always.",
    });
    expect(document).toMatchObject({
      kind: "transcript",
      title: "Bees",
      date: "2019-01-02",
      interviewer: "Ivo Hark",
    });
    expect(turns(document)[1]).toBe("speaker Ada Quay: They do.");
  });

  test("that is a speech of one speaker is his", () => {
    const document = read({ kind: "speech", speakers: ["Ada Quay"], text: "They hum.\n\nWe listen." });
    expect(turns(document)).toEqual(["speaker Ada Quay: They hum. / We listen."]);
  });

  test("of no form keeps its kind, and its voice is unknown", () => {
    expect(read({ kind: "article", text: "They hum, and nobody minds." })).toMatchObject({
      kind: "article",
      turns: [{ voice: { kind: "unknown" } }],
    });
  });
});

describe("what is no record is refused with its line and what is wrong", () => {
  const rows: [what: string, record: unknown, reason: RegExp][] = [
    ["a key misspelt", { text: "A.", speekers: [] }, /^damaged: line 1: "speekers" is no key.*x-…/u],
    ["a key misspelt inside", { turns: [{ speeker: "A", text: "B" }] }, /"turns" 1, "speeker" is no key/u],
    ["a key of every object's", '{"text": "A.", "__proto__": 1}', /"__proto__" is no key/u],
    ["no words", { title: "A" }, /one of "text", "turns" and "passages"/u],
    ["words twice", { text: "A", turns: [] }, /one of "text", "turns" and "passages"/u],
    ["a turn without words", { turns: [{ speaker: "A" }] }, /"turns" 1 has to have one of/u],
    ["a date that is none", { text: "A", date: "last May" }, /"date" is not an ISO date/u],
    ["a language's name", { text: "A", language: "Old Norse" }, /"language" is not a language tag/u],
    ["a role that is none", { turns: [{ role: "chair", text: "A" }] }, /"role" is not one of speaker, /u],
    [
      "quoted words that are not there",
      { passages: [{ text: "A", quoted: [{ text: "B" }] }] },
      /has no "B" there/u,
    ],
    ["a list", "[]", /it is not an object/u],
    ["no JSON", '{"text": "A.', /it is no JSON/u],
    ["an original without its version", { text: "A", original: { text: "A" } }, /no "id"/u],
    ["empty words", { text: " " }, /^no-text: line 1/u],
    ["several documents", '{"text":"A"}\n{"text":"B"}', /holds 2 documents/u],
    ["nothing", "\n\n", /^no-text: it holds no document/u],
  ];
  test.each(rows)("%s", (_, record, reason) => {
    expect(refusal(record)).toMatch(reason);
  });

  test("but what is said to be beside is let be", () => {
    expect(refusal({ text: "A", extra: { any: 1 }, "x-desk": [] })).toBe("read");
    expect(refusal({ turns: [{ text: "A", "x-time": 12 }], title: null, number: 7 })).toBe("read");
  });
});

describe("an offset is led back", () => {
  test("to the character of the string, escapes counted", () => {
    const line = '{"x-a": "never", "turns": [{"text": "A\\u00e9 \\"wide\\"\\n\\nsecond"}]}';
    const text = formatted(`\n${line}`);
    for (const word of ["wide", "second"]) {
      const { line: at, column } = text.position(text.text.indexOf(word));
      expect([at, column]).toEqual([2, line.indexOf(word) + 1]);
    }
  });

  test("to the line of its file where the part is named by it", () => {
    const parts = unpack(utf8('\n{"text": "One."}\n\n{"id": "7", "text": "Two."}\n'), "talks.jsonl");
    expect(parts.map(({ name }) => name)).toEqual(["talks.jsonl#2", "talks.jsonl#7"]);
    const [first, second] = parts.map(({ name, bytes }) => readText(bytes, name));
    expect(first!.position(0)).toEqual({ line: 2, column: 11 });
    expect(second!.position(0).line).toBe(1);
  });

  test("a line separator inside a string ends no line", () => {
    expect(read('{"text": "One.\u2028Two."}').text).toBe("One.\u2028Two.");
  });
});

describe("a file of several lines", () => {
  const file = [
    '{"id": "a", "text": "One."}',
    "{broken",
    '{"series": "Special Dispatch", "number": 12, "text": "Two."}',
    '{"id": "a", "text": "Three."}',
    "",
    '{"text": "Four."}\r',
  ].join("\n");
  const parts = unpack(utf8(`\ufeff${file}`), "talks.jsonl");

  test("is a document a line, each with a name of its own", () => {
    expect(parts.map(({ name }) => name)).toEqual([
      "talks.jsonl#a",
      "talks.jsonl#2",
      "talks.jsonl#Special Dispatch 12",
      "talks.jsonl#a#4",
      "talks.jsonl#6",
    ]);
    const read = (index: number): string => {
      const { name, bytes } = parts[index]!;
      return readDocument(readText(bytes, name), name).id;
    };
    expect([0, 2, 3, 4].map(read)).toEqual(["a", "special-dispatch-12", "a", "6"]);
  });

  test("loses none for one that is broken, which says its line", () => {
    expect(refusal("{broken", parts[1]!.name)).toMatch(/^damaged: line 2: it is no JSON/u);
  });
});

describe("the schema, zod and the reader say the same", () => {
  const validate = new Ajv2020({ strict: false }).compile(documentJsonSchema());
  const words = fc.constantFrom(
    "",
    "A",
    "Ada Quay",
    "2018-07-24",
    "ar",
    "speaker",
    "paragraph",
    "Zm9v",
    "note",
  );
  const value = fc.oneof(words, fc.integer({ min: -1, max: 3 }), fc.constantFrom(null, true, 0.5, {}, []));
  const some = (keys: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({ ...keys, speeker: value, "x-a": value }, { requiredKeys: [] });
  const often = (good: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: value });
  const named = often(fc.constantFrom("A", null));
  const list = (one: fc.Arbitrary<unknown>) => often(fc.array(one, { maxLength: 2 }));
  const role = often(fc.constantFrom("speaker", "editor", "quoted"));
  /** Without the wrong key, most of the time. */
  const clean = (one: Record<string, unknown>, keep: number): Record<string, unknown> => {
    const { speeker: _, ...rest } = one;
    return keep === 0 ? one : rest;
  };
  const object = (
    keys: Record<string, fc.Arbitrary<unknown>>,
    sure: Record<string, fc.Arbitrary<unknown>> = {},
  ) =>
    fc
      .tuple(some(keys), fc.record(sure), fc.integer({ min: 0, max: 30 }))
      .map(([one, other, keep]) => clean({ ...one, ...other }, keep));
  const turn = fc.oneof(
    object({ speaker: named, role }, { text: often(fc.constant("A")) }),
    object({ speaker: named, role }, { paragraphs: list(fc.constant("A")) }),
    object({ role, text: named, paragraphs: list(named) }),
  );
  const quoted = object({ name: named }, { text: fc.constantFrom("A", "A", "B", "A B", "") });
  const passage = object(
    {
      kind: often(fc.constantFrom("note", "title")),
      speaker: named,
      role,
      turn: often(fc.nat(3)),
      note: named,
      quoted: list(quoted),
    },
    { text: often(fc.constantFrom("A", "A B")) },
  );
  const header = object({
    id: named,
    kind: often(fc.constantFrom("plain", null)),
    title: named,
    date: often(fc.constantFrom("2018-07-24", "2018-07-24T10:00:00Z")),
    language: often(fc.constantFrom("ar", "pt-BR")),
    number: often(fc.constant(4)),
    speakers: list(fc.oneof(fc.constant("A"), object({ office: named }, { name: named }))),
  });
  const kept = {
    id: fc.constantFrom("A", "A", "A", null),
    version: often(fc.constant(1)),
    origin: often(fc.constant("/a")),
    sha256: often(fc.constant("a".repeat(64))),
    added: often(fc.constant("A")),
    original: often(fc.oneof(fc.constant({ text: "A" }), fc.record({ base64: words }))),
  };
  const parts = [
    fc.oneof(
      fc.record({ text: often(fc.constant("A")) }),
      fc.record({ turns: list(turn) }),
      fc.record({ passages: list(passage) }),
      some({ text: named, turns: list(turn), passages: list(passage) }),
    ),
    fc.oneof(fc.constant({}), fc.record(kept), some(kept)),
  ] as const;
  const record = fc.tuple(header, ...parts).map(([a, b, c]) => ({ ...a, ...b, ...c }));

  test("of any value whether it is a record", () => {
    let sound = 0;
    fc.assert(
      fc.property(record, (one) => {
        const byHand = recordFault(one) === null;
        if (byHand) sound++;
        expect(documentRecordSchema.safeParse(one).success).toBe(byHand);
        // JSON Schema cannot say that one value stands in another, nor that a length is a multiple of four.
        if (byHand) expect(validate(one)).toBe(true);
        else if (!/has no|has an "original"|is not base64/u.test(recordFault(one)!))
          expect(validate(one)).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(sound).toBeGreaterThan(200);
  });
});

test("the schema stands in schema/document.v1.json", () => {
  const file = new URL("../../schema/document.v1.json", import.meta.url);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(documentJsonSchema())));
});

test("a record with ever so deep a value beside is read", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect(read(`{"extra": ${deep}, "text": "A."}`).text).toBe("A.");
});
