import fc from "fast-check";
import { expect, test } from "vitest";
import { type Archive, MemoryArchive, type SearchQuery } from "../../src/archive/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { library } from "./library.ts";
import { freshPath } from "./stores.ts";

const MEMORY = new MemoryArchive();
const SQLITE = openArchive(freshPath(), { create: true });
const ENTRIES = library();

/** Adds the library in batches, corrects some of it, removes some of it. */
function filled(archive: Archive): Archive {
  for (let i = 0; i < ENTRIES.length; i += 50) archive.add(ENTRIES.slice(i, i + 50));
  const held = archive.list({}, 1000, 0).documents.map(({ id }) => id);
  for (const id of held.filter((_, i) => i % 7 === 0)) archive.remove(id);
  return archive;
}
filled(MEMORY);
filled(SQLITE);

const TEXTS = ENTRIES.map(({ document }) => document.text);

/** A few words that stand together somewhere, some of them cut, quoted or strung with signs. */
const words = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 1, max: 4 }),
    form: fc.constantFrom("plain", "phrase", "prefix", "odd"),
    odd: fc.string({ maxLength: 4 }),
  })
  .map(({ text, at, count, form, odd }) => {
    const all = text.split(/\s+/u);
    const from = Math.floor(at * all.length);
    const taken = all.slice(from, from + count).join(" ");
    if (form === "phrase") return `"${taken}"`;
    if (form === "prefix") return `${taken.slice(0, 4)}*`;
    return form === "odd" ? `${odd}${taken}"${odd}` : taken;
  });

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const { documents: HELD } = MEMORY.list({}, 1000, 0);
const of = (field: "outlet" | "subject" | "series" | "language") =>
  some(fc.constantFrom(...HELD.map((one) => one[field] ?? "").filter((value, i) => value !== "" || i === 0)));

const filter = fc
  .record({
    speaker: some(fc.constantFrom(...MEMORY.voices().names.map(({ name }) => name.split(" ").at(-1)!))),
    outlet: of("outlet"),
    subject: of("subject"),
    series: of("series"),
    language: some(fc.constantFrom("en", "fr", "ar", "EN")),
    from: some(fc.constantFrom("2018", "2019-03", "2020-05-07")),
    to: some(fc.constantFrom("2019", "2020-05", "2021-01-01")),
    voice: some(
      fc.constantFrom("speaker" as const, "interviewer" as const, "editor" as const, "unknown" as const),
    ),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const page = fc.record({ limit: fc.integer({ min: 1, max: 20 }), offset: fc.integer({ min: 0, max: 5 }) });

test("SQLite finds the passages that memory finds, in its order and with its scores", () => {
  fc.assert(
    fc.property(words, fc.oneof(fc.constant({}), filter), page, (asked, only, { limit, offset }) => {
      const query: SearchQuery = { words: asked, ...only, limit, offset };
      const [found, expected] = [SQLITE.search(query), MEMORY.search(query)];
      expect(found.total).toBe(expected.total);
      expect(found.hits.map(({ score, ...hit }) => hit)).toEqual(
        expected.hits.map(({ score, ...hit }) => hit),
      );
      found.hits.forEach(({ score }, i) => {
        expect(score).toBeCloseTo(expected.hits[i]!.score, 9);
      });
    }),
    { numRuns: 150 },
  );
});

test("SQLite turns pages as memory does, to the last one", () => {
  const found = (archive: Archive, limit: number, offset: number): string[] =>
    archive
      .search({ words: "the", limit, offset })
      .hits.map(({ document, passage }) => `${document.id} ${passage.id}`);
  const { total } = MEMORY.search({ words: "the", limit: 0, offset: 0 });
  // More than are remembered of a search.
  expect(total).toBeGreaterThan(260);
  const all = found(MEMORY, total, 0);
  for (const limit of [130, 190, total])
    for (let offset = 0; offset <= total; offset += limit)
      expect(found(SQLITE, limit, offset)).toEqual(all.slice(offset, offset + limit));
  expect(SQLITE.search({ words: "the", limit: 1, offset: 210 }).total).toBe(total);
});

test("SQLite lists the documents that memory lists", () => {
  fc.assert(
    fc.property(filter, page, (only, { limit, offset }) => {
      expect(SQLITE.list(only, limit, offset)).toEqual(MEMORY.list(only, limit, offset));
    }),
    { numRuns: 150 },
  );
});

test("SQLite holds the names, languages and references that memory holds", () => {
  expect(SQLITE.voices()).toEqual(MEMORY.voices());
  expect(SQLITE.languages()).toEqual(MEMORY.languages());
  expect(SQLITE.unresolved()).toEqual(MEMORY.unresolved());
  for (const { id } of HELD) expect(SQLITE.references(id)).toEqual(MEMORY.references(id));
});

test("what was added, corrected and removed is clean", () => {
  expect(SQLITE.verify()).toEqual([]);
});
