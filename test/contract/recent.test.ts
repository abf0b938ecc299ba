import { describe, expect, test } from "vitest";
import type { Archive, RecentQuery } from "../../src/archive/index.ts";
import { dispatch, entry } from "./entries.ts";
import { STORES } from "./stores.ts";

/** A dispatch that came on a day of March 2026. */
function came(number: number, day: number, options: Parameters<typeof dispatch>[1] = {}) {
  const text = dispatch(number, options);
  return { ...entry(`${number}.txt`, text), added: `2026-03-${String(day).padStart(2, "0")}T08:00:00.000Z` };
}

function archiveOf(open: () => Archive): Archive {
  const archive = open();
  archive.add([
    came(1, 1),
    came(2, 2, { series: "Special Report", speaker: "Ada Quay" }),
    came(3, 3, { series: "Special Report" }),
    came(4, 4),
    came(5, 5, { series: "Special Report", speaker: "Ada Quay" }),
  ]);
  return archive;
}

function numbers(archive: Archive, query: Partial<RecentQuery> = {}): string[] {
  const { documents } = archive.recent({ order: "newest", after: null, limit: 100, ...query });
  return documents.map(({ summary }) => summary.number!);
}

describe.each(STORES)("what came to an archive %s last", (_, open) => {
  test("is told the newest or the oldest first, by pages that go on after a key", () => {
    const archive = archiveOf(open);
    expect(numbers(archive)).toEqual(["5", "4", "3", "2", "1"]);
    expect(numbers(archive, { order: "oldest" })).toEqual(["1", "2", "3", "4", "5"]);
    for (const order of ["newest", "oldest"] as const) {
      const told: string[] = [];
      for (let after: number | null = null; ; ) {
        const { documents, total } = archive.recent({ order, after, limit: 2 });
        expect(total).toBe(5);
        if (documents.length === 0) break;
        told.push(...documents.map(({ summary }) => summary.number!));
        after = documents.at(-1)!.key;
      }
      expect(told).toEqual(numbers(archive, { order }));
    }
  });

  test("a new version comes again, at its own time, and only the latest is told", () => {
    const archive = archiveOf(open);
    archive.add([came(2, 9, { series: "Special Report", words: "We dredge no harbour any more." })], {
      replace: true,
    });
    const { documents, total } = archive.recent({ order: "newest", after: null, limit: 1 });
    expect(total).toBe(5);
    expect(documents[0]).toMatchObject({
      added: "2026-03-09T08:00:00.000Z",
      summary: { version: 2, number: "2" },
    });
    expect(numbers(archive)).toEqual(["2", "5", "4", "3", "1"]);
    archive.remove(documents[0]!.summary.id);
    expect(numbers(archive)).toEqual(["5", "4", "3", "1"]);
  });

  test("a list that was begun goes on where it was, whatever comes in or goes meanwhile", () => {
    const archive = archiveOf(open);
    const first = archive.recent({ order: "oldest", after: null, limit: 2 });
    archive.remove(first.documents[1]!.summary.id);
    archive.add([came(6, 6)]);
    expect(numbers(archive, { order: "oldest", after: first.documents[1]!.key })).toEqual([
      "3",
      "4",
      "5",
      "6",
    ]);
  });

  test.each([
    ["a day is in its range", { since: "2026-03-02", until: "2026-03-04" }, ["3", "2"]],
    [
      "a second is in its range",
      { since: "2026-03-02T08:00:00", until: "2026-03-04T08:00:01" },
      ["4", "3", "2"],
    ],
    ["after the last nothing came", { since: "2026-03-06" }, []],
    ["a series is of the same words, whatever their case", { series: "SPECIAL report" }, ["5", "3", "2"]],
    ["a series of fewer words is another", { series: "Special" }, []],
    ["subjects too", { subject: "harbours" }, ["5", "4", "3", "2", "1"]],
    ["the filter of lists", { filter: { speaker: "quay" } }, ["5", "2"]],
    ["all at once", { filter: { speaker: "quay" }, series: "special report", since: "2026-03-03" }, ["5"]],
  ] as const)("%s", (_of, query, wanted) => {
    const archive = archiveOf(open);
    expect(numbers(archive, query)).toEqual(wanted);
    expect(archive.recent({ order: "newest", after: null, limit: 1, ...query }).total).toBe(wanted.length);
  });
});
