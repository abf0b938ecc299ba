import { describe, expect, test } from "vitest";
import type { Archive, Entry, Restored } from "../../src/archive/index.ts";
import { quotedFingerprint } from "../../src/core/index.ts";
import { dispatch, entry } from "./entries.ts";
import { STORES } from "./stores.ts";

const LAMPS = "The lamps burn low.\n\nThe keeper walks along the mole and counts the lamps.";
const BEES = "The bees hum on the pier.\n\nNobody counts the bees, and the bees do not mind.";

/** Every version of an archive, as another takes it in. */
function carried(archive: Archive): Restored<Entry>[] {
  const last = new Map<string, string>();
  return archive.history(0, 1000).map(({ id, version, origin, sha256, added }) => {
    const previous = last.get(id) ?? null;
    last.set(id, sha256);
    const { document } = archive.document(id, version)!;
    const original = archive.original(id, version)!;
    const { series, number } = document;
    const known = series === null || number === null ? null : archive.numbered(series, number);
    const content = { origin, sha256, added, original, document };
    return { content, id, version, previous, unnumbered: known !== null && known !== id };
  });
}

/** Outcome, id and version, and why it is not taken in. */
function told(archive: Archive, versions: readonly Restored<Entry>[]): string[] {
  return archive
    .restore(versions)
    .map(
      ({ outcome, id, version, fault }) => `${outcome} ${id} ${version}${fault === null ? "" : ` ${fault}`}`,
    );
}

/** All that is known of what an archive holds, but for the keys. */
function holdings(archive: Archive) {
  return archive.history(0, 1000).map(({ key: _, ...version }) => ({
    ...version,
    original: archive.original(version.id, version.version),
    document: archive.document(version.id, version.version)!.document,
    summary: archive.summary(version.id),
  }));
}

function filled(open: () => Archive): Archive {
  const archive = open();
  archive.add([entry("notes.txt", LAMPS, "/a/notes.txt"), entry("notes.txt", BEES, "/b/notes.txt")]);
  archive.add([entry("gone.txt", "A rope."), entry("41.txt", dispatch(41))]);
  archive.add([entry("notes.txt", `${LAMPS} Twice.`, "/a/notes.txt")]);
  // Refused: another dispatch of this number.
  archive.add([entry("other.txt", dispatch(41, { title: "Bees", speaker: "Jon Pike", words: BEES }))]);
  archive.add([entry("41.txt", dispatch(41, { title: "Bees", speaker: "Jon Pike", words: BEES }), "/else")], {
    replace: true,
  });
  archive.remove("gone");
  archive.add([entry("last.txt", "")]);
  return archive;
}

describe.each(STORES)("an archive %s", (_, open) => {
  test("tells its versions in the order they came, page by page", () => {
    const archive = filled(open);
    const all = archive.history(0, 1000);
    expect(all.map(({ id, version }) => `${id} ${version}`)).toEqual([
      "notes 1",
      "notes-2 1",
      "special-dispatch-41 1",
      "notes 2",
      "special-dispatch-41 2",
      "last 1",
    ]);
    const second = archive.history(all[1]!.key, 2);
    expect(second).toEqual(all.slice(2, 4));
  });

  test("knows a document by series and number", () => {
    const archive = filled(open);
    expect(archive.numbered("Special Dispatches", "041")).toBe("special-dispatch-41");
    expect(archive.numbered("Special Dispatch", "42")).toBeNull();
  });

  test("takes in another whole, and is the same then", () => {
    const first = filled(open);
    const second = open();
    const outcomes = told(second, carried(first));
    expect(outcomes.map((line) => line.split(" ")[0])).toEqual([
      "added",
      "added",
      "added",
      "version",
      "version",
      "added",
    ]);
    expect(holdings(second)).toEqual(holdings(first));
    expect(second.candidates(quotedFingerprint("Nobody counts the bees"))).not.toEqual([]);
    expect(told(second, carried(first)).every((line) => line.startsWith("held"))).toBe(true);
    expect(told(second, carried(second)).every((line) => line.startsWith("held"))).toBe(true);
  });

  test("goes on where it was broken off, whatever the next version is like", () => {
    const versions = carried(filled(open));
    const archive = open();
    archive.restore(versions.slice(0, 3));
    expect(told(archive, versions)).toEqual([
      "held notes 1",
      "held notes-2 1",
      "held special-dispatch-41 1",
      "version notes 2",
      "version special-dispatch-41 2",
      "added last 1",
    ]);
  });

  test("refuses a version of which nothing before is held", () => {
    const archive = open();
    const [, , , second] = carried(filled(open));
    expect(told(archive, [second!])).toEqual(["refused notes 0 gap"]);
    expect(archive.size().versions).toBe(0);
  });

  test("refuses another document of an id, and never gives it another one", () => {
    const archive = open();
    archive.add([entry("notes.txt", BEES, "/c/notes.txt")]);
    const [first] = carried(filled(open));
    expect(told(archive, [first!])).toEqual(["refused notes 1 other-document"]);
    expect(archive.size()).toMatchObject({ documents: 1, versions: 1 });
  });

  test("takes a version of the same document for the next one", () => {
    const archive = open();
    archive.add([entry("notes.txt", `${LAMPS} At all.`, "/c/notes.txt")]);
    const [first] = carried(filled(open));
    expect(told(archive, [first!])).toEqual(["version notes 2"]);
  });

  test("refuses another document of a number, but where two of one archive have it", () => {
    const archive = open();
    archive.add([entry("41.txt", dispatch(41))]);
    const other = entry("x.txt", dispatch(41, { title: "Bees", speaker: "Jon Pike", words: BEES }));
    const version = { content: other, id: "bees", version: 1, previous: null, unnumbered: false };
    expect(told(archive, [version])).toEqual(["refused bees 0 number-taken"]);
    expect(told(archive, [{ ...version, unnumbered: true }])).toEqual(["added bees 1"]);
    expect(archive.numbered("Special Dispatch", "41")).toBe("special-dispatch-41");
    const copy = open();
    copy.restore(carried(archive));
    expect(holdings(copy)).toEqual(holdings(archive));
    expect(carried(copy)).toEqual(carried(archive));
  });
});
