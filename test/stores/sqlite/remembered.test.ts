import { expect, test } from "vitest";
import { quotedFingerprint } from "../../../src/core/index.ts";
import { openArchive } from "../../../src/stores/sqlite/index.ts";
import { dispatch, entry } from "../../contract/entries.ts";
import { freshPath } from "../../contract/stores.ts";

const text = "We dredge the harbour in autumn.";
const words = quotedFingerprint({ text, parts: [{ start: 0, end: text.length }] });

test("who speaks is asked once, however many speakers' documents are sought meanwhile", () => {
  const archive = openArchive(freshPath(), { create: true });
  archive.add([entry("a.txt", dispatch(41))]);
  const first = archive.voices();
  for (let i = 0; i < 1000; i++) {
    archive.candidates(words, { speakers: [`Nobody ${i}`] });
    expect(archive.voices()).toBe(first);
  }
  archive.close();
});

test("who speaks is asked again when somebody has written", () => {
  const path = freshPath();
  const writer = openArchive(path, { create: true });
  writer.add([entry("a.txt", dispatch(41))]);
  const reader = openArchive(path, { readOnly: true });
  const first = reader.voices();
  writer.add([entry("quay.txt", "Speaker: Ada Quay\n\nThe pier is dry. Nobody swims there.")]);
  expect(first.names.map(({ name }) => name)).not.toContain("Ada Quay");
  expect(reader.voices().names.map(({ name }) => name)).toContain("Ada Quay");
  reader.close();
  writer.close();
});
