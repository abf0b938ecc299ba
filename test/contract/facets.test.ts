import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Archive,
  FACETS,
  type FacetQuery,
  type FacetValue,
  MemoryArchive,
} from "../../src/archive/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { dispatch, entry } from "./entries.ts";
import { library } from "./library.ts";
import { freshPath, STORES } from "./stores.ts";

/** "value count" of each. */
function told(values: readonly FacetValue[]): string[] {
  return values.map(({ value, documents }) => `${value} ${documents}`);
}

/** A dispatch with a caption, which names the outlet. */
function captioned(number: number, given: Parameters<typeof dispatch>[1] = {}): string {
  const { speaker = "Ilse Marrow", outlet = "Harbour Radio" } = given;
  const caption = `${speaker} (Image: ${outlet}, March 2, 2019)`;
  return dispatch(number, given).replace("Following are", `${caption}\n\nFollowing are`);
}

describe.each(STORES)("an archive %s", (_name, open) => {
  const archive = open();
  archive.add([
    entry("a.txt", captioned(41)),
    entry("b.txt", captioned(42, { speaker: "Jon Marrow", outlet: "Harbour Television" })),
    entry("c.txt", captioned(43, { speaker: "Jon Pike", outlet: "Radio Harbour", series: "Pier Notes" })),
    entry("d.txt", captioned(44, { words: "We light the lamps of the pier, and the bees sleep." })),
    entry("lamps.txt", "The lamps burn low."),
  ]);

  test("counts its documents by what can be chosen next, the most first", () => {
    const facets = archive.facets({});
    expect(facets.total).toBe(5);
    expect(told(facets.speaker.values)).toEqual(["Ilse Marrow 2", "Jon Marrow 1", "Jon Pike 1"]);
    expect(told(facets.series.values)).toEqual(["Special Dispatch 3", "Pier Notes 1"]);
    expect(told(facets.subject.values)).toEqual(["Harbours 4"]);
    expect(told(facets.language.values)).toEqual(["en 4"]);
    expect(told(facets.years)).toEqual(["2019 4"]);
  });

  test("takes values that ask for the same words for one, as most documents print it", () => {
    expect(told(archive.facets({}).outlet.values)).toEqual(["Harbour Radio 3", "Harbour Television 1"]);
  });

  test("tells how many values there are, and the best of them", () => {
    const { speaker } = archive.facets({}, 1);
    expect([speaker.total, told(speaker.values)]).toEqual([3, ["Ilse Marrow 2"]]);
  });

  test("tells of a facet that has a value already what that lets pass", () => {
    const facets = archive.facets({ speaker: "marrow" });
    expect(facets.total).toBe(3);
    expect(told(facets.speaker.values)).toEqual(["Ilse Marrow 2", "Jon Marrow 1"]);
    expect(told(facets.outlet.values)).toEqual(["Harbour Radio 2", "Harbour Television 1"]);
  });

  test("counts documents that have the words", () => {
    const facets = archive.facets({ words: "lamps" });
    expect(facets.total).toBe(2);
    expect(told(facets.speaker.values)).toEqual(["Ilse Marrow 1"]);
    expect(archive.facets({ words: "lamps", voice: "speaker" }).total).toBe(1);
    expect(archive.facets({ words: "" }).total).toBe(0);
    expect(archive.facets({ words: "nowhere" }).speaker).toEqual({ total: 0, values: [] });
  });

  test("counts a speaker with words where he says them, not where others do", () => {
    const facets = archive.facets({ words: '"spoke about dredging"' });
    expect(facets.total).toBe(4);
    expect(facets.speaker.values).toEqual([]);
  });

  test("counts latest versions alone, and what is removed no more", () => {
    const own = open();
    own.add([entry("a.txt", captioned(41)), entry("a.txt", captioned(41, { outlet: "Pier Radio" }))]);
    expect(told(own.facets({}).outlet.values)).toEqual(["Pier Radio 1"]);
    own.remove("special-dispatch-41");
    expect(own.facets({}).total).toBe(0);
    expect(own.speakers(10, 0)).toEqual({ total: 0, speakers: [] });
  });

  test("tells what it holds of a speaker, by date, whatever the case of his name", () => {
    const speaker = archive.speaker("ILSE MARROW");
    expect([speaker.name, speaker.documents]).toEqual(["Ilse Marrow", 2]);
    expect(speaker.held.map(({ document, offices }) => [document.id, offices])).toEqual([
      ["special-dispatch-41", ["harbour master"]],
      ["special-dispatch-44", ["harbour master"]],
    ]);
    expect(speaker.held.every(({ passages }) => passages > 0)).toBe(true);
  });

  test("takes two names for two speakers, and offers those that are alike", () => {
    expect(archive.speaker("Ilse Marrow").alike).toEqual([{ name: "Jon Marrow", documents: 1 }]);
    const nobody = archive.speaker("Marrow");
    expect([nobody.documents, nobody.held]).toEqual([0, []]);
    expect(nobody.alike.map(({ name }) => name)).toEqual(["Ilse Marrow", "Jon Marrow"]);
    expect(archive.speaker("").alike).toEqual([]);
  });

  test("lists its speakers by name, a page at a time, and those that begin so", () => {
    expect(archive.speakers(2, 1)).toEqual({
      total: 3,
      speakers: [
        { name: "Jon Marrow", documents: 1 },
        { name: "Jon Pike", documents: 1 },
      ],
    });
    const names = (beginning: string) => archive.speakers(9, 0, beginning).speakers.map(({ name }) => name);
    expect(names("mar")).toEqual(["Ilse Marrow", "Jon Marrow"]);
    expect(names("JON P")).toEqual(["Jon Pike"]);
    expect(names("arrow")).toEqual([]);
  });
});

const ENTRIES = library();
const MEMORY = new MemoryArchive();
const SQLITE = openArchive(freshPath(), { create: true });
for (const archive of [MEMORY, SQLITE] as Archive[]) {
  for (let i = 0; i < ENTRIES.length; i += 50) archive.add(ENTRIES.slice(i, i + 50));
  const held = archive.list({}, 1000, 0).documents.map(({ id }) => id);
  for (const id of held.filter((_, i) => i % 7 === 0)) archive.remove(id);
}
const ALL = MEMORY.facets({}, 1e6);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const chosen = (values: readonly FacetValue[]) =>
  some(
    fc
      .constantFrom(...values.map(({ value }) => value), "nothing")
      .chain((value) => fc.constantFrom(value, value.split(" ").at(-1)!.toUpperCase())),
  );
const query: fc.Arbitrary<FacetQuery> = fc
  .record({
    speaker: chosen(ALL.speaker.values),
    outlet: chosen(ALL.outlet.values),
    subject: chosen(ALL.subject.values),
    series: chosen(ALL.series.values),
    language: chosen(ALL.language.values),
    from: some(fc.constantFrom("2018", "2019-03")),
    to: some(fc.constantFrom("2019", "2020-05")),
    voice: some(fc.constantFrom("speaker" as const, "editor" as const, "unknown" as const)),
    words: some(fc.constantFrom("the", "we", '"of the"', "th*", "harbour", "")),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

test("SQLite counts what memory counts", () => {
  fc.assert(
    fc.property(query, fc.integer({ min: 1, max: 9 }), (asked, limit) => {
      expect(SQLITE.facets(asked, limit)).toEqual(MEMORY.facets(asked, limit));
    }),
    { numRuns: 100 },
  );
});

test("a value that is chosen leaves as many documents as it counts", () => {
  fc.assert(
    fc.property(query, ({ words, ...filter }) => {
      const without = SQLITE.facets(filter);
      expect(without.total).toBe(SQLITE.list(filter, 0, 0).total);
      const asked = words === undefined ? filter : { ...filter, words };
      const facets = SQLITE.facets(asked);
      for (const name of FACETS) {
        for (const { value, documents } of without[name].values)
          expect(SQLITE.list({ ...filter, [name]: value }, 0, 0).total).toBe(documents);
        for (const { value, documents } of facets[name].values)
          expect(SQLITE.facets({ ...asked, [name]: value }).total).toBe(documents);
      }
      if (filter.from === undefined && filter.to === undefined)
        for (const { value, documents } of without.years)
          expect(SQLITE.list({ ...filter, from: value, to: value }, 0, 0).total).toBe(documents);
    }),
    { numRuns: 40 },
  );
});

test("documents with words are those that a search hits", () => {
  fc.assert(
    fc.property(query, ({ words = "the", ...filter }) => {
      const { hits } = SQLITE.search({ ...filter, words, limit: 1e5, offset: 0 });
      expect(SQLITE.facets({ ...filter, words }).total).toBe(
        new Set(hits.map(({ document }) => document.id)).size,
      );
    }),
    { numRuns: 40 },
  );
});

test("SQLite holds of every speaker what memory holds", () => {
  expect(SQLITE.speakers(1e6, 0)).toEqual(MEMORY.speakers(1e6, 0));
  for (const { name } of MEMORY.speakers(1e6, 0).speakers)
    expect(SQLITE.speaker(name)).toEqual(MEMORY.speaker(name));
});
