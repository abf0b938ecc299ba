import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Archive, MemoryArchive } from "../../src/archive/index.ts";
import { quotedFingerprint } from "../../src/core/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { entry } from "./entries.ts";
import { freshPath, RESTLESS } from "./stores.ts";

/** Few words, so that runs of them stand in many places. */
const VOCABULARY =
  "the a of and to in harbour ferry bee lamp keeper tide we he they sail wait burn hum not never 1,500 co-op café".split(
    " ",
  );
const NAMES = ["Ilse Marrow", "Jon Pike", "Ada Lind"];

/** Commoner words more often. */
const word = fc
  .double({ min: 0, max: 1, noNaN: true })
  .map((x) => VOCABULARY[Math.floor(x * x * VOCABULARY.length)]!);
const words = (minLength: number, maxLength: number) =>
  fc.array(word, { minLength, maxLength }).map((all) => all.join(" "));

const text = fc
  .record({
    paragraphs: fc.array(words(1, 90), { minLength: 1, maxLength: 4 }),
    speaker: fc.constantFrom(null, ...NAMES),
  })
  .map(({ paragraphs, speaker }) =>
    (speaker === null
      ? paragraphs
      : paragraphs.map((one, i) => `${i % 2 ? "Interviewer" : speaker}: ${one}`)
    ).join(".\n\n"),
  );

type Change =
  | { readonly kind: "add"; readonly files: readonly { readonly name: number; readonly text: string }[] }
  | { readonly kind: "remove"; readonly document: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("add" as const),
      // Names come again, so that there are versions and namesakes.
      files: fc.array(fc.record({ name: fc.nat({ max: 5 }), text }), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), document: fc.nat({ max: 9 }) }) },
);

const scene = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 8 }),
  quotations: fc.array(words(1, 30), { minLength: 1, maxLength: 6 }),
  except: fc.nat({ max: 12 }),
});

/** Makes the changes; what is answered to each. */
function applied(archive: Archive, changes: readonly Change[]): unknown[] {
  return changes.map((one) => {
    if (one.kind === "add")
      return archive.add(one.files.map(({ name, text: own }) => entry(`paper-${name}.txt`, own)));
    const { documents } = archive.list({}, 100, 0);
    const doomed = documents[one.document % Math.max(1, documents.length)];
    return doomed === undefined ? null : archive.remove(doomed.id);
  });
}

/** All that an archive answers to what a check asks of it. */
function answers(archive: Archive, quotations: readonly string[], except: number): unknown {
  const asked = quotations.map((quotation) => {
    const fingerprint = quotedFingerprint(quotation);
    return {
      everywhere: archive.candidates(fingerprint),
      within: archive.candidates(fingerprint, { speakers: NAMES.slice(0, 2) }),
      without: archive.candidates(fingerprint, { except }),
      neither: archive.candidates(fingerprint, { speakers: NAMES.slice(1), except }),
      nearest: archive.nearest(fingerprint, 3, except).map(({ edition, passage }) => [edition.key, passage]),
    };
  });
  return {
    asked,
    size: archive.size(),
    list: archive.list({}, 100, 0),
    frequencies: VOCABULARY.map((one) => archive.lexicon.frequency(one)),
    words: archive.lexicon.words,
    voices: archive.voices(),
    otherVoices: archive.voices(except),
    languages: [...archive.languages()].sort(),
    otherLanguages: [...archive.languages(except)].sort(),
  };
}

describe("whatever the archive in memory answers, the one on SQLite answers", () => {
  test.each([
    ["with one segment a batch", undefined],
    ["in the midst of merging", RESTLESS],
  ])(
    "%s",
    (_, merging) => {
      fc.assert(
        fc.property(scene, ({ changes, quotations, except }) => {
          const memory = new MemoryArchive();
          const sqlite = openArchive(freshPath(), {
            create: true,
            ...(merging === undefined ? {} : { merging }),
          });
          expect(applied(sqlite, changes)).toEqual(applied(memory, changes));
          const expected = answers(memory, quotations, except);
          expect(answers(sqlite, quotations, except)).toEqual(expected);
          sqlite.settle();
          expect(answers(sqlite, quotations, except)).toEqual(expected);
          sqlite.close();
        }),
        { numRuns: 40 },
      );
    },
    120_000,
  );
});
