import { describe, expect, test } from "vitest";
import type { Addition, Archive, Entry } from "../../src/archive/index.ts";
import { quotedFingerprint } from "../../src/core/index.ts";
import { dispatch, entry } from "./entries.ts";
import { library } from "./library.ts";
import { STORES } from "./stores.ts";

/** Outcome, id and version. */
function told(additions: readonly Addition[]): string[] {
  return additions.map(({ outcome, id, version }) => `${outcome} ${id} ${version}`);
}

function ids(archive: Archive, filter = {}): string[] {
  return archive.list(filter, 100, 0).documents.map(({ id }) => id);
}

/** Id of the document and the passage's words of each hit. */
function hits(archive: Archive, words: string, filter = {}): string[] {
  const { hits: found } = archive.search({ words, limit: 100, offset: 0, ...filter });
  return found.map(({ document, text }) => `${document.id}: ${text}`);
}

const LAMPS = "The lamps burn low.\n\nThe keeper walks along the mole and counts the lamps.";
const BEES = "The bees hum on the pier.\n\nNobody counts the bees, and the bees do not mind.";

describe.each(STORES)("an archive %s", (_, open) => {
  describe("takes in documents", () => {
    test("a new one is added, its bytes again are held, and changed bytes of its origin are its next version", () => {
      const archive = open();
      expect(told(archive.add([entry("lamps.txt", LAMPS)]))).toEqual(["added lamps 1"]);
      expect(told(archive.add([entry("lamps.txt", LAMPS)]))).toEqual(["held lamps 1"]);
      expect(told(archive.add([entry("lamps.txt", `${LAMPS} Twice.`)]))).toEqual(["version lamps 2"]);
      expect(told(archive.add([entry("other.txt", LAMPS)]))).toEqual(["held lamps 1"]);
      expect(archive.size()).toEqual({ documents: 1, versions: 2, words: 29 });
    });

    test("the same bytes twice in one batch are one version", () => {
      const archive = open();
      const twice = [entry("lamps.txt", LAMPS), entry("lamps.txt", LAMPS, "/elsewhere/lamps.txt")];
      expect(told(archive.add(twice))).toEqual(["added lamps 1", "held lamps 1"]);
    });

    test("the old version stays, and is no longer the latest", () => {
      const archive = open();
      archive.add([entry("lamps.txt", LAMPS), entry("lamps.txt", `${LAMPS} Twice.`)]);
      expect(archive.document("lamps", 1)).toMatchObject({ version: 1, latest: false });
      expect(archive.document("lamps")).toMatchObject({ version: 2, latest: true });
      expect(archive.document("lamps", 3)).toBeNull();
      expect(archive.versions("lamps").map(({ version, size }) => [version, size])).toEqual([
        [1, LAMPS.length],
        [2, LAMPS.length + 7],
      ]);
    });

    test("files of one name that share few words are two documents", () => {
      const archive = open();
      const namesakes = [entry("notes.txt", LAMPS, "/a/notes.txt"), entry("notes.txt", BEES, "/b/notes.txt")];
      expect(told(archive.add(namesakes))).toEqual(["added notes 1", "added notes-2 1"]);
      const corrected = entry("notes.txt", `${BEES} At all.`, "/c/notes.txt");
      expect(told(archive.add([corrected]))).toEqual(["version notes-2 2"]);
    });

    test("an id that a document was given by chance is another's to keep", () => {
      const archive = open();
      archive.add([entry("notes.txt", LAMPS), entry("notes-2.txt", "A rope.", "/desk/notes-2.txt")]);
      expect(told(archive.add([entry("notes.txt", BEES, "/b/notes.txt")]))).toEqual(["added notes-3 1"]);
    });

    test("another dispatch of a held series and number is refused, or replaces the held one where that is asked for", () => {
      const archive = open();
      archive.add([entry("a.txt", dispatch(41))]);
      const other = entry(
        "b.txt",
        dispatch(41, { title: "Bees", speaker: "Jon Pike", words: BEES, outlet: "TV" }),
      );
      const [refusal] = archive.add([other]);
      expect([refusal!.outcome, refusal!.id]).toEqual(["refused", "special-dispatch-41"]);
      expect(archive.size().versions).toBe(1);
      expect(told(archive.add([other], { replace: true }))).toEqual(["version special-dispatch-41 2"]);
    });

    test.each(["Special  Dispatch", "SPECIAL DISPATCH", "Special Dispatches", "Special Dispatch Series"])(
      "a dispatch of the series “%s” is of the series “Special Dispatch”",
      (series) => {
        const archive = open();
        archive.add([entry("a.txt", dispatch(41))]);
        const corrected = dispatch(41, {
          series,
          words: "We dredge the harbour of 41 in autumn, and the ferries wait.",
        });
        const [addition] = archive.add([entry("b.txt", corrected)]);
        expect(addition).toMatchObject({ id: "special-dispatch-41" });
        expect(archive.size().documents).toBe(1);
      },
    );

    test("a batch that fails in its midst leaves nothing", () => {
      const archive = open();
      const broken = { ...entry("b.txt", BEES), document: null } as unknown as Entry;
      expect(() => archive.add([entry("a.txt", LAMPS), broken])).toThrow();
      expect(archive.size()).toEqual({ documents: 0, versions: 0, words: 0 });
      expect(told(archive.add([entry("a.txt", LAMPS)]))).toEqual(["added a 1"]);
    });
  });

  describe("gives back what it was given", () => {
    const entries = library();
    const archive = open();
    const additions = archive.add(entries);

    test("every document is as it was read", () => {
      additions.forEach(({ outcome, id, version }, i) => {
        if (outcome !== "added" && outcome !== "version") return;
        expect(archive.document(id, version)!.document).toEqual({ ...entries[i]!.document, id });
      });
    });

    test("every original is the bytes that came, whatever their encoding and format", () => {
      additions.forEach(({ outcome, id, version }, i) => {
        if (outcome !== "refused")
          expect(Buffer.compare(archive.original(id, version)!, entries[i]!.original)).toBe(0);
      });
    });

    test("what is not held is null", () => {
      expect(archive.document("nobody")).toBeNull();
      expect(archive.original("nobody")).toBeNull();
      expect(archive.summary("nobody")).toBeNull();
      expect(archive.versions("nobody")).toEqual([]);
      expect(archive.holder("0".repeat(64))).toBeNull();
      expect(archive.remove("nobody")).toBe(false);
      expect(archive.references("nobody")).toEqual({ to: [], from: [] });
      expect(() => archive.edition(1e6)).toThrow("unknown");
    });
  });

  describe("removes documents", () => {
    test("with all their versions, words and names", () => {
      const archive = open();
      archive.add([
        entry("a.txt", dispatch(41)),
        entry("lamps.txt", LAMPS),
        entry("lamps.txt", `${LAMPS} Twice.`),
      ]);
      expect(archive.remove("lamps")).toBe(true);
      expect(archive.document("lamps")).toBeNull();
      expect(archive.lexicon.frequency("lamps")).toBe(0);
      expect(archive.candidates(quotedFingerprint("lamps burn low"))).toEqual([]);
      expect(hits(archive, "lamps")).toEqual([]);
      expect(archive.remove("special-dispatch-41")).toBe(true);
      expect(archive.voices()).toEqual({ names: [], anonymous: false });
      expect([...archive.languages()]).toEqual([]);
      expect(archive.size()).toEqual({ documents: 0, versions: 0, words: 0 });
    });

    test("what was removed can be added again", () => {
      const archive = open();
      archive.add([entry("lamps.txt", LAMPS)]);
      archive.remove("lamps");
      expect(told(archive.add([entry("lamps.txt", LAMPS)]))).toEqual(["added lamps 1"]);
      expect(archive.candidates(quotedFingerprint("the lamps burn low")).length).toBe(1);
    });
  });

  describe("knows what refers to what", () => {
    const referring = dispatch(42, { notes: ["See Special Dispatch No. 41, The Harbour, March 14, 2019."] });
    const found = (archive: Archive): unknown => ({
      to: archive.references("special-dispatch-42").to.map(({ text, target }) => [text, target?.id ?? null]),
      from: archive.references("special-dispatch-41").from.map(({ source }) => source.id),
      unresolved: archive.unresolved(),
    });
    const text = "Special Dispatch No. 41, The Harbour, March 14, 2019";

    test.each([
      ["first", [dispatch(41), referring]],
      ["last", [referring, dispatch(41)]],
    ])("where the one referred to comes %s", (_order, texts) => {
      const archive = open();
      texts.forEach((one, i) => {
        archive.add([entry(`${i}.txt`, one)]);
      });
      expect(found(archive)).toEqual({
        to: [[text, "special-dispatch-41"]],
        from: ["special-dispatch-42"],
        unresolved: [],
      });
    });

    test("what is not held is unresolved, also after it was removed", () => {
      const archive = open();
      archive.add([entry("a.txt", referring), entry("b.txt", dispatch(41))]);
      archive.remove("special-dispatch-41");
      expect(found(archive)).toEqual({
        to: [[text, null]],
        from: [],
        unresolved: [
          {
            series: "Special Dispatch",
            number: "41",
            title: "The Harbour",
            date: "2019-03-14",
            by: ["special-dispatch-42"],
          },
        ],
      });
    });

    test("a reference that a new version has no more leads nowhere", () => {
      const archive = open();
      archive.add([entry("a.txt", referring), entry("b.txt", dispatch(41)), entry("a.txt", dispatch(42))]);
      expect(found(archive)).toEqual({ to: [], from: [], unresolved: [] });
    });

    test("a name is an id, or a series and number as people write them", () => {
      const archive = open();
      archive.add([entry("a.txt", dispatch(41))]);
      expect(archive.resolve("special-dispatch-41")).toBe("special-dispatch-41");
      expect(archive.resolve("special dispatches series no. 041")).toBe("special-dispatch-41");
      expect(archive.resolve("Special Dispatch No. 43")).toBeNull();
    });
  });

  describe("lists documents", () => {
    const archive = open();
    archive.add([
      entry("a.txt", dispatch(41, { outlet: "Harbour Radio" })),
      entry("b.txt", dispatch(45, { speaker: "Jon Pike", series: "Inquiry & Analysis" })),
      entry("c.txt", dispatch(43)),
      entry("lamps.txt", LAMPS),
    ]);

    test("by date, those without one last", () => {
      expect(ids(archive)).toEqual([
        "special-dispatch-41",
        "special-dispatch-43",
        "inquiry-analysis-45",
        "lamps",
      ]);
    });

    test("a page at a time", () => {
      const { total, documents } = archive.list({}, 2, 1);
      expect(total).toBe(4);
      expect(documents.map(({ id }) => id)).toEqual(["special-dispatch-43", "inquiry-analysis-45"]);
    });

    test.each([
      [{ speaker: "pike" }, ["inquiry-analysis-45"]],
      [{ speaker: "PIKE jon" }, ["inquiry-analysis-45"]],
      [{ series: "special" }, ["special-dispatch-41", "special-dispatch-43"]],
      [{ subject: "harbours" }, ["special-dispatch-41", "special-dispatch-43", "inquiry-analysis-45"]],
      [{ from: "2019-03-16" }, ["special-dispatch-43", "inquiry-analysis-45"]],
      [{ to: "2019-03-14" }, ["special-dispatch-41"]],
      [{ from: "2019", to: "2019" }, ["special-dispatch-41", "special-dispatch-43", "inquiry-analysis-45"]],
      [{ from: "2020" }, []],
      [{ language: "en" }, ["special-dispatch-41", "special-dispatch-43", "inquiry-analysis-45", "lamps"]],
      [{ language: "fr" }, []],
      [{ speaker: "nobody" }, []],
    ])("that pass %j", (filter, expected) => {
      expect(ids(archive, filter)).toEqual(expected);
    });
  });

  describe("searches passages", () => {
    const archive = open();
    archive.add([
      entry("lamps.txt", LAMPS),
      entry("bees.txt", BEES),
      entry("a.txt", dispatch(41, { words: "The lamps of the pier are ours." })),
      entry("cn.txt", "港口的灯很亮。\n\n渡轮在春天等我们。"),
      entry("ar.txt", "المنارة عالية والبحر هادئ."),
      entry("he.txt", "המגדלור גבוה והים שקט."),
    ]);

    test("that have all words, the shorter first", () => {
      expect(hits(archive, "lamps the")).toEqual(
        [
          "lamps: The lamps burn low.",
          "lamps: The keeper walks along the mole and counts the lamps.",
          'special-dispatch-41: "The lamps of the pier are ours."',
        ].sort((a, b) => a.length - b.length),
      );
    });

    test.each([
      ['"counts the bees"', ["bees: Nobody counts the bees, and the bees do not mind."]],
      ['"bees the"', []],
      ["keep*", ["lamps: The keeper walks along the mole and counts the lamps."]],
      ["KEEPER", ["lamps: The keeper walks along the mole and counts the lamps."]],
      ["灯", ["cn: 港口的灯很亮。"]],
      ['"港口"', ["cn: 港口的灯很亮。"]],
      ["البحر", ["ar: المنارة عالية والبحر هادئ."].slice(1)],
      ["المَنارة", ["ar: المنارة عالية والبحر هادئ."]],
      ["גבוה", ["he: המגדלור גבוה והים שקט."]],
      ["", []],
      ["*", []],
      ['"', []],
      ['""', []],
      [
        "AND (",
        [
          "lamps: The keeper walks along the mole and counts the lamps.",
          "bees: Nobody counts the bees, and the bees do not mind.",
        ],
      ],
      ["NOT (", ["bees: Nobody counts the bees, and the bees do not mind."]],
      ["lamps NOT NEAR(", []],
      ["' OR 1=1 --", []],
    ])("%s", (words, expected) => {
      expect(hits(archive, words)).toEqual(expected);
    });

    test("in one voice, or of one who speaks", () => {
      expect(hits(archive, "lamps", { voice: "speaker" })).toEqual([
        'special-dispatch-41: "The lamps of the pier are ours."',
      ]);
      expect(hits(archive, "lamps", { speaker: "marrow" }).length).toBe(1);
      expect(hits(archive, "lamps", { speaker: "pike" })).toEqual([]);
      expect(hits(archive, "harbour", { voice: "editor", speaker: "marrow" }).length).toBeGreaterThan(0);
    });

    test("of latest versions alone", () => {
      const own = open();
      own.add([entry("lamps.txt", LAMPS), entry("lamps.txt", LAMPS.replace("low", "high"))]);
      expect(hits(own, "low")).toEqual([]);
      expect(hits(own, "high")).toEqual(["lamps: The lamps burn high."]);
      expect(hits(own, "keeper").length).toBe(1);
    });

    test("a page at a time, and all are counted", () => {
      const first = archive.search({ words: "the", limit: 2, offset: 0 });
      const second = archive.search({ words: "the", limit: 2, offset: 2 });
      expect(first.total).toBe(second.total);
      expect([...first.hits, ...second.hits].map(({ text }) => text)).toEqual(
        archive.search({ words: "the", limit: 4, offset: 0 }).hits.map(({ text }) => text),
      );
    });
  });
});
