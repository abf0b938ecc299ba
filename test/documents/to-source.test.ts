import { describe, expect, test } from "vitest";
import { type Document, toSource } from "../../src/documents/index.ts";
import { libraryDispatch } from "./library-dispatch.ts";
import { read } from "./reading.ts";

/** One line a segment: turn, voice, words. */
function segments(document: Document): string[] {
  return toSource(document).segments.map(({ start, end, voice, turn, supplied }) => {
    const name = voice.name === null ? "" : ` ${voice.name}`;
    return `${turn ?? "-"} ${voice.kind}${name}${supplied ? " supplied" : ""}: ${document.text.slice(start, end).trim()}`;
  });
}

describe("a dispatch as the matcher reads it", () => {
  const read2 = segments(
    read(libraryDispatch({ second: 'A: "The ferries come late.[3]\n\nThe Ferries\n\n"We wait for them."' })),
  );

  test("has the editor's words outside every turn", () => {
    expect(read2.filter((line) => line.startsWith("-")).every((line) => line.startsWith("- editor"))).toBe(
      true,
    );
    expect(read2.filter((line) => line.startsWith("- editor")).length).toBeGreaterThan(10);
  });

  test("lets an answer read on and puts the heading after it", () => {
    const at = read2.indexOf("2 speaker Petra Lindqvist: The ferries come late.");
    expect(read2.slice(at, at + 3)).toEqual([
      "2 speaker Petra Lindqvist: The ferries come late.",
      "2 speaker Petra Lindqvist: We wait for them.",
      "- editor: The Ferries",
    ]);
  });

  test("leaves out labels, outer marks and note markers", () => {
    const all = read2.join("\n");
    expect(all).not.toMatch(/\bQ:|\bA:|\[[123]\]/u);
    expect(read2.filter((line) => /^\d/u.test(line)).join("\n")).not.toContain('"');
  });
});

test("a third party's words are his, inside the answer's turn", () => {
  expect(segments(read(libraryDispatch())).filter((line) => line.startsWith("2"))).toEqual([
    "2 speaker Petra Lindqvist: Because the ferries come late… The readers [of the harbor] asked for it.",
    "2 speaker Petra Lindqvist: My deputy wrote to me that",
    "2 quoted My deputy: 'the lamps burn too much oil,'",
    "2 speaker Petra Lindqvist: and I bought more oil.",
    "2 speaker Petra Lindqvist: So we stayed open.",
  ]);
});

test("stage marks are supplied by the editor, in place or after the turn", () => {
  expect(
    segments(
      read("Speaker: Ada Finch\n\nThe pears [Laughter] are ripe.\n\n[A wasp came in.]\n\nGo on. (Applause.)"),
    ),
  ).toEqual([
    "- editor: Ada Finch",
    "1 speaker Ada Finch: The pears",
    "1 editor supplied: [Laughter]",
    "1 speaker Ada Finch: are ripe.",
    "1 speaker Ada Finch: Go on.",
    "1 editor supplied: (Applause.)",
    "- editor supplied: [A wasp came in.]",
  ]);
});

test("supplied words stay in their segment, so that the matcher sees both brackets", () => {
  const document = read(
    "Speaker: Ada Finch\n\nThe [ripe] pears [as my aunt said, 'the best of the whole year'] are gone.",
  );
  expect(segments(document)).toEqual([
    "- editor: Ada Finch",
    "1 speaker Ada Finch: The [ripe] pears [as my aunt said, 'the best of the whole year'] are gone.",
  ]);
});
