import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { MemoryArchive } from "../../src/archive/index.ts";
import { checkText } from "../../src/desk/index.ts";
import { TEXT_READER } from "../../src/formats/index.ts";
import { entry } from "../contract/entries.ts";

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a check against one held document names the version that has the words", () => {
  const archive = new MemoryArchive();
  const first =
    "Speaker: Ada Quay\n\nThe harbour is deep. The lamps are lit at six, and the ferry waits for nobody.";
  archive.add([entry("harbour.txt", first)]);
  archive.add([entry("harbour.txt", first.replace("deep.", "deep and cold."))]);
  const text = "“The harbour is deep and cold,” said Ada Quay.";
  const request = { name: "story.md", bytes: utf8(text), documents: ["harbour"], sources: [] };
  const { findings } = checkText(request, { archive, reader: TEXT_READER, hash });
  expect(findings).toMatchObject([
    {
      status: "verbatim",
      match: { document: { id: "harbour", version: 2 }, text: "The harbour is deep and cold" },
    },
  ]);
});

test("sources sent along are what a text is held against, and the archive is not", () => {
  const archive = new MemoryArchive();
  archive.add([entry("harbour.txt", "Speaker: Ada Quay\n\nThe harbour is deep and never freezes.")]);
  const text = utf8(
    "“The harbour is deep and never freezes,” said Ada Quay. “The pier is dry in May,” said Ada Quay.",
  );
  const sources = [
    { name: "pier.txt", bytes: utf8("Speaker: Ada Quay\n\nThe pier is dry in May, and wet in June.") },
  ];
  const { findings } = checkText(
    { name: "story.md", bytes: text, documents: [], sources },
    { archive, reader: TEXT_READER, hash },
  );
  expect(findings.map(({ status, match }) => [status, match?.document.id])).toEqual([
    ["absent", undefined],
    ["verbatim", "pier"],
  ]);
});
