import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TEXT_READER } from "../../../src/formats/index.ts";
import { openArchive, reindex } from "../../../src/stores/sqlite/index.ts";
import { STORE_STAMP } from "../../../src/stores/sqlite/schema.ts";
import { dispatch, entry } from "../../contract/entries.ts";
import { library } from "../../contract/library.ts";
import { freshPath } from "../../contract/stores.ts";
import { asked, tamper } from "./raw.ts";

/** Expects the archive's own error with this code. */
function failsWith(code: string, task: () => unknown): void {
  expect(task).toThrow(expect.objectContaining({ name: "ArchiveError", code }));
}

const TEXTS = [
  entry("a.txt", dispatch(41)),
  entry("b.txt", dispatch(42, { notes: ["See Special Dispatch No. 41, The Harbour, March 14, 2019."] })),
  entry(
    "a.txt",
    dispatch(41, { words: "We dredge the harbour of 41 in autumn, and the ferries wait for us." }),
  ),
];

function filled(): string {
  const path = freshPath();
  const archive = openArchive(path, { create: true });
  archive.add(TEXTS);
  archive.close();
  return path;
}

test("what is not there is missing, and is made where that is asked for", () => {
  const path = freshPath();
  failsWith("missing", () => openArchive(path));
  failsWith("missing", () => openArchive(path, { readOnly: true, create: true }));
  expect(existsSync(path)).toBe(false);
  openArchive(path, { create: true }).close();
  expect(openArchive(path).size()).toEqual({ documents: 0, versions: 0, words: 0 });
});

test.each([
  ["a text", "The lamps burn low. ".repeat(500)],
  ["an empty file", ""],
])("%s is no archive", (_, text) => {
  const path = freshPath();
  writeFileSync(path, text);
  failsWith("not-an-archive", () => openArchive(path));
  failsWith("not-an-archive", () => openArchive(path, { readOnly: true }));
});

test("a database of somebody else is no archive, and stays as it is", () => {
  const path = freshPath();
  tamper(path, "CREATE TABLE lamp (id INTEGER)");
  failsWith("not-an-archive", () => openArchive(path, { create: true }));
  expect(asked(path, "SELECT name FROM sqlite_schema")).toEqual([{ name: "lamp" }]);
  expect(asked(path, "PRAGMA journal_mode")).toEqual([{ journal_mode: "delete" }]);
});

test("an archive that was left half made is made whole", () => {
  const path = freshPath();
  tamper(path, "PRAGMA journal_mode = WAL");
  const archive = openArchive(path, { create: true });
  expect(archive.add([entry("a.txt", "The lamps burn low.")])[0]!.outcome).toBe("added");
  archive.close();
});

test("what is closed says so", () => {
  const archive = openArchive(filled());
  archive.close();
  archive.close();
  failsWith("closed", () => archive.size());
});

test("an archive opened for reading is not written to", () => {
  const path = filled();
  const archive = openArchive(path, { readOnly: true });
  failsWith("read-only", () => archive.add([entry("c.txt", "The bees hum.")]));
  failsWith("read-only", () => archive.remove("special-dispatch-41"));
  expect(archive.size().documents).toBe(2);
  archive.close();
});

test("in a folder where nothing can be written an archive is read, and writing says so", () => {
  const folder = mkdtempSync(join(tmpdir(), "saidso-read-only-"));
  const inside = join(folder, "inside");
  mkdirSync(inside);
  copyFileSync(filled(), join(inside, "saidso.db"));
  chmodSync(join(inside, "saidso.db"), 0o444);
  chmodSync(inside, 0o555);
  chmodSync(folder, 0o755);
  // Root may write everywhere.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  try {
    const script = join(import.meta.dirname, "read-only-child.ts");
    const said = execFileSync(process.execPath, [script, join(inside, "saidso.db")], {
      ...nobody,
      encoding: "utf8",
    });
    expect(JSON.parse(said)).toEqual({ documents: 2, found: 1, add: "read-only", open: "read-only" });
    expect(readdirSync(inside)).toEqual(["saidso.db"]);
  } finally {
    chmodSync(inside, 0o755);
    rmSync(folder, { recursive: true });
  }
});

test("closing leaves one file", () => {
  const path = filled();
  expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false]);
});

test("an archive of another stamp is refused, and reindexing mends it", () => {
  const path = freshPath();
  const entries = library();
  const first = openArchive(path, { create: true });
  first.add(entries);
  first.add(TEXTS);
  const held = first.list({}, 1000, 0).documents.map(({ id }) => id);
  const all = (archive: typeof first): unknown => ({
    size: archive.size(),
    list: archive.list({}, 1000, 0),
    versions: held.map((id) => archive.versions(id)),
    documents: held.map((id) => archive.document(id)!.document),
    references: held.map((id) => archive.references(id)),
  });
  const before = all(first);
  first.close();
  tamper(path, "UPDATE meta SET value = '0.64.00000000'");
  expect(() => openArchive(path)).toThrow(
    expect.objectContaining({ code: "stamp", data: { path, found: "0.64.00000000", needed: STORE_STAMP } }),
  );
  const told: number[] = [];
  reindex(path, TEXT_READER, (done, total) => told.push(done / total));
  expect(told.at(-1)).toBe(1);
  const mended = openArchive(path);
  expect(all(mended)).toEqual(before);
  expect(mended.verify()).toEqual([]);
  mended.close();
  expect(existsSync(`${path}.reindex`)).toBe(false);
});

test("reindexing that fails leaves the old archive", () => {
  const path = filled();
  tamper(path, "UPDATE edition SET sha256 = 'a' WHERE key = 2");
  failsWith("damaged", () => reindex(path, TEXT_READER));
  expect(existsSync(`${path}.reindex`)).toBe(false);
  const archive = openArchive(path);
  expect(archive.document("special-dispatch-41")!.version).toBe(2);
  archive.close();
});

test("an archive that others have open is not replaced under them", () => {
  const path = filled();
  const reader = openArchive(path, { readOnly: true });
  reader.size();
  failsWith("busy", () => reindex(path, TEXT_READER));
  reader.close();
  reindex(path, TEXT_READER);
  expect(openArchive(path).size().versions).toBe(3);
});
