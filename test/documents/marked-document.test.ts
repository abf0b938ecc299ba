import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/documents/index.ts";
import { type MarkedPassage, type MarkedSpan, type Markup, readPlain } from "../../src/formats/index.ts";
import { marks, outline } from "./reading.ts";
import { expectWhole } from "./whole.ts";

const ADA = { kind: "speaker", name: "Ada Quay" } as const;
const EDITOR = { kind: "editor", name: null } as const;

function markup(changed: Partial<Markup>): Markup {
  return {
    kind: "transcript",
    id: null,
    series: null,
    number: null,
    date: null,
    sourceDate: null,
    subject: null,
    speakers: [],
    interviewer: null,
    passages: [],
    turns: [],
    marks: [],
    references: [],
    ...changed,
  };
}

function marked(text: string, changed: Partial<Markup>) {
  return readDocument({ ...readPlain(text), markup: markup(changed) }, "a.vtt");
}

function spoken(start: number, end: number, turn: number | null): MarkedPassage {
  return { kind: "paragraph", start, end, voice: turn === null ? EDITOR : ADA, turn, note: null };
}

describe("markup is put in order", () => {
  const text = "One two three. Four five six.";

  test("passages that overlap are cut, those outside the text are none", () => {
    const passages = [spoken(15, 29, 1), spoken(0, 20, 1), spoken(3, 9, null), spoken(25, 400, 1)];
    const document = marked(text, { passages, turns: [{ voice: ADA, label: null }] });
    expect(outline(document)).toEqual([
      "a1.1 speaker Ada Quay One two three. Four",
      "a1.2 speaker Ada Quay five six.",
    ]);
  });

  test("a turn that was left is not come back to, and one without words stays", () => {
    const turns = [1, 2, 3].map(() => ({ voice: ADA, label: null }));
    const document = marked(text, { passages: [spoken(0, 3, 1), spoken(4, 7, 3), spoken(8, 14, 1)], turns });
    expect(document.turns.map(({ passages }) => passages)).toEqual([["a1.1"], [], ["a3.1"], ["a4.1"]]);
  });

  test("marks that cross are dropped, an omission in supplied words stays", () => {
    const span = (kind: MarkedSpan["kind"], start: number, end: number) => ({ kind, start, end, name: null });
    const given = [
      span("quoted", 6, 12),
      span("supplied", 0, 8),
      span("omission", 4, 7),
      span("stage", 7, 11),
    ];
    const document = marked(text, { passages: [spoken(0, 14, null)], marks: given });
    expect(document.marks.map(({ kind }) => kind)).toEqual(["supplied", "omission", "quoted"]);
  });

  test("marks that are some are read beside the words", () => {
    const words = "[One] two [three]… Four";
    const passages = [spoken(0, words.length, null)];
    const given = [{ kind: "stage", start: 10, end: 17, name: null } as const];
    const document = marked(words, { passages, marks: given, marksAreSome: true });
    expect(marks(document, "supplied")).toEqual(["[One]"]);
    expect(marks(document, "stage")).toEqual(["[three]"]);
    expect(marks(document, "omission")).toEqual(["…"]);
  });
});

const at = fc.integer({ min: -3, max: 70 });
const voice = fc.constantFrom(ADA, EDITOR, { kind: "interviewer", name: null } as const);
const passage = fc.record<MarkedPassage>({
  kind: fc.constantFrom("paragraph", "heading", "note", "stage", "summary"),
  start: at,
  end: at,
  voice,
  turn: fc.constantFrom(null, 1, 2, 3, 9),
  note: fc.constantFrom(null, null, "1", "2"),
});
const label = fc.oneof(fc.constant(null), fc.record({ start: at, end: at }));
const mark = fc.record<MarkedSpan>({
  kind: fc.constantFrom("open", "close", "supplied", "omission", "note-marker", "stage", "quoted"),
  start: at,
  end: at,
  name: fc.constantFrom("1", "He"),
});

test("whatever markup says, the document is whole", () => {
  const text = "One “two” [three] four.\n\nFive … six, (seven) eight.\n\n[1] Nine ten.\n";
  const any = fc.record({
    passages: fc.array(passage, { maxLength: 8 }),
    turns: fc.array(fc.record({ voice, label }), { maxLength: 3 }),
    marks: fc.oneof(fc.constant(null), fc.array(mark, { maxLength: 8 })),
  });
  fc.assert(
    fc.property(any, fc.boolean(), (changed, some) => {
      expectWhole(marked(text, some ? { ...changed, marksAreSome: true } : changed));
    }),
    { numRuns: 500 },
  );
});
