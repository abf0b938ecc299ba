import { expect, test } from "vitest";
import { openArchive } from "../../../src/stores/sqlite/index.ts";
import { entry } from "../../contract/entries.ts";
import { freshPath } from "../../contract/stores.ts";

const HALF = "\ud800";

test("a file's name with half a letter in it, which UTF-8 does not have, is kept as \uFFFD and damages nothing", () => {
  const path = freshPath();
  const archive = openArchive(path, { create: true });
  const made = entry(
    "pier.txt",
    "Speaker: Ada Quay\n\nThe pier is dry, and the lamps are lit.",
    `/desk/${HALF}.txt`,
  );
  const document = { ...made.document, id: `pier-${HALF}` };
  const [first] = archive.add([{ ...made, document }]);
  expect(first).toMatchObject({ outcome: "added" });
  archive.close();

  const reopened = openArchive(path);
  expect(reopened.verify()).toEqual([]);
  expect(reopened.list({}, 10, 0).documents).toMatchObject([{ id: "pier-\uFFFD" }]);
  expect(reopened.add([{ ...made, document }])).toMatchObject([{ outcome: "held" }]);
  const { id } = reopened.list({}, 10, 0).documents[0]!;
  expect(reopened.document(id)?.document.text).toBe(document.text);
  expect(reopened.remove(id)).toBe(true);
  expect(reopened.verify()).toEqual([]);
  reopened.close();
});
