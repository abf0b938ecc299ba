import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { MemoryArchive } from "../../src/archive/index.ts";
import { Aliases, archiveHoldings, check, type Holdings, shelve } from "../../src/check/index.ts";
import { STYLES } from "../../src/core/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readMarkdown, readPlain } from "../../src/formats/index.ts";

const PEOPLE = [
  ["Samia Dudin", "Umm Karim"],
  ["Owen Lark", "the harbor master"],
];
const SOURCES = {
  "dudin.txt": "Speaker: Samia Dudin\n\nThe hives are full, and nobody has counted the bees since May.",
  "lark.txt": "Speaker: Owen Lark\n\nThe channel is deep enough for every boat we have.",
};

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const documents = Object.entries(SOURCES).map(([name, text]) => readDocument(readPlain(text), name));

function archived(): Holdings {
  const archive = new MemoryArchive();
  archive.add(
    Object.entries(SOURCES).map(([name, text], i) => ({
      origin: `/${name}`,
      sha256: hash(text),
      original: new TextEncoder().encode(text),
      added: "2026-01-02T10:00:00Z",
      document: documents[i]!,
    })),
  );
  return archiveHoldings(archive);
}

const holdings: Readonly<Record<string, () => Holdings>> = {
  shelf: () => shelve(documents),
  archive: archived,
};

function told(text: string, held: Holdings, people: readonly (readonly string[])[]): string[] {
  const house = { style: STYLES.chicago, aliases: new Aliases(people) };
  const { findings } = check({ name: "s.md", text: readMarkdown(text), sha256: hash(text), house }, held);
  return findings.flatMap(({ status, reason, problems }) => [
    reason ?? status,
    ...problems.map(({ rule }) => rule),
  ]);
}

const HIVES = "“The hives are full, and nobody has counted the bees since May,”";

describe.each(Object.keys(holdings))("names of one person, against a %s", (kind) => {
  test.each<[string, string, string[], string[]]>([
    [
      "another name of the speaker's",
      `${HIVES} Umm Karim said.`,
      ["verbatim"],
      ["verbatim", "wrong-speaker"],
    ],
    ["the speaker's own name", `${HIVES} Samia Dudin said.`, ["verbatim"], ["verbatim"]],
    [
      "an office that a list gives to somebody else",
      `${HIVES} the harbor master said.`,
      ["verbatim", "wrong-speaker"],
      ["verbatim"],
    ],
    [
      "words that nobody said, credited to another name of one who is held",
      "“The cellar is full of lamps and none of them burns,” Umm Karim said.",
      ["absent", "not-found"],
      ["no-source"],
    ],
  ])("%s", (_, text, known, unknown) => {
    const held = holdings[kind]!();
    expect(told(text, held, PEOPLE)).toEqual(known);
    expect(told(text, held, [])).toEqual(unknown);
  });
});

test("a list speaks of everybody whose name it has, in whatever form", () => {
  const aliases = new Aliases(PEOPLE);
  expect(aliases.of("Dr. Dudin")).toEqual(["Dr. Dudin", "Samia Dudin", "Umm Karim"]);
  expect(aliases.of("Ada Quay")).toEqual(["Ada Quay"]);
  expect(aliases.identity("Umm Karim", "Dudin")).toBe("same");
});
