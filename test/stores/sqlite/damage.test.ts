import { expect, test } from "vitest";
import { ArchiveError } from "../../../src/archive/index.ts";
import { quotedFingerprint } from "../../../src/core/index.ts";
import { openArchive, type SqliteArchive } from "../../../src/stores/sqlite/index.ts";
import { dispatch, entry } from "../../contract/entries.ts";
import { freshPath } from "../../contract/stores.ts";
import { tamper } from "./raw.ts";

/** An archive of three documents, one with two versions and one in HTML, closed. */
function archive(): string {
  const path = freshPath();
  const open = openArchive(path, { create: true });
  open.add([
    entry("a.txt", dispatch(41)),
    entry("b.txt", dispatch(42, { notes: ["See Special Dispatch No. 41, The Harbour, March 14, 2019."] })),
    entry("page.html", "<html><body><p>The lamps burn low on the pier.</p></body></html>"),
    entry(
      "a.txt",
      dispatch(41, { words: "We dredge the harbour of 41 in autumn, and the ferries wait for us." }),
    ),
  ]);
  open.close();
  return path;
}

/** What verifying says of the file after it was changed, a line each. */
function told(sql: string): string[] {
  const path = archive();
  tamper(path, sql);
  const open = openArchive(path, { readOnly: true });
  try {
    return open.verify().map(({ id, version, what }) => (id === null ? what : `${id} ${version}: ${what}`));
  } finally {
    open.close();
  }
}

/** A blob with one bit changed. */
const FLIPPED = "CAST(substr(data, 1, 40) || CAST(char(7) AS BLOB) || substr(data, 42) AS BLOB)";

test("an archive that nobody touched is clean", () => {
  expect(told("SELECT 1")).toEqual([]);
});

test.each([
  [
    "a text",
    `UPDATE body SET data = ${FLIPPED} WHERE id = 1`,
    "special-dispatch-41 1: its text cannot be read",
  ],
  [
    "an original",
    `UPDATE original SET data = ${FLIPPED} WHERE id = 3`,
    "page 1: its original cannot be read",
  ],
  ["a lost text", "DELETE FROM body WHERE id = 2", "special-dispatch-42 1: its text cannot be read"],
  ["a lost original", "DELETE FROM original", "page 1: its original cannot be read"],
  [
    "texts exchanged",
    "UPDATE body SET id = 9 WHERE id = 1; UPDATE body SET id = 1 WHERE id = 2; UPDATE body SET id = 2 WHERE id = 9",
    "special-dispatch-41 1: its text cannot be read",
  ],
  [
    "a hash",
    "UPDATE edition SET sha256 = 'f' || substr(sha256, 2) WHERE key = 2",
    "a version's record cannot be read",
  ],
  ["a title", "UPDATE document SET title = 'Bees' WHERE id = 2", "a document's header cannot be read"],
  ["a page of the index", `UPDATE fresh_page SET data = ${FLIPPED}`, "a page of the index cannot be read"],
  ["a lost page of the index", "DELETE FROM fresh_page", "a page of the index cannot be read"],
  ["a lost segment", "DELETE FROM segment", "a part of the index cannot be read"],
  [
    "a place",
    "DELETE FROM extent WHERE edition = 2",
    "special-dispatch-42 1: its place in the index is another one's or nobody's",
  ],
  ["a lost name", "DELETE FROM name", "the list of names cannot be read"],
  [
    "a lost link to a name",
    "DELETE FROM speaker WHERE edition = 2",
    "other names are recorded than the documents have",
  ],
  [
    "a reference",
    "UPDATE reference SET number_key = 'x'",
    "special-dispatch-42 1: its references are not those of its text",
  ],
  [
    "a passage's voice",
    "UPDATE passage SET voice = 4 WHERE document = 2",
    "special-dispatch-42 1: its passages are not found in the voices of its text",
  ],
  [
    "the full text",
    "INSERT INTO passage_text (rowid, words) VALUES (999, 'bees')",
    "the full text has other words than the documents",
  ],
  [
    "the state",
    "UPDATE state SET json = replace(json, '3', '4')",
    "the record of what is held cannot be read",
  ],
])("verifying tells a change of %s", (_, sql, expected) => {
  expect(told(sql)).toContain(expected);
});

test.each([
  ["a page that does not fit its sum", `UPDATE fresh_page SET data = ${FLIPPED}`],
  ["a page that is gone", "DELETE FROM fresh_page"],
  ["a segment that is gone", "DELETE FROM segment"],
  ["a place that is gone", "DELETE FROM extent"],
  ["a place that is another's", "UPDATE extent SET edition = 2 WHERE edition = 1"],
])("no stretch is proposed by %s", (_, sql) => {
  const path = archive();
  tamper(path, sql);
  const open = openArchive(path);
  expect(() => open.candidates(quotedFingerprint("the ferries wait for us"))).toThrow(ArchiveError);
  open.close();
});

test.each<[string, string, (open: SqliteArchive) => unknown]>([
  ["a text", `UPDATE body SET data = ${FLIPPED}`, (open) => open.document("special-dispatch-42")],
  ["names", "UPDATE name SET speaking = 0", (open) => open.voices()],
  ["a header", "UPDATE document SET date = '2001-01-01'", (open) => open.summary("page")],
  ["an original", `UPDATE original SET data = ${FLIPPED}`, (open) => open.original("page")],
  ["the state", "UPDATE state SET json = '{}'", (open) => open.size()],
])("%s that changed is not given out", (_, sql, ask) => {
  const path = archive();
  tamper(path, sql);
  const open = openArchive(path);
  expect(() => ask(open)).toThrow(expect.objectContaining({ code: "damaged" }));
  open.close();
});

test("what cannot be read names its document", () => {
  const path = archive();
  tamper(path, `UPDATE body SET data = ${FLIPPED} WHERE id = 2`);
  const open = openArchive(path);
  expect(() => open.document("special-dispatch-42")).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ id: "special-dispatch-42" }) }),
  );
  open.close();
});
