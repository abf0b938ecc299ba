import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { ArchiveError, type ArchiveErrorCode } from "../../src/archive/index.ts";
import { nearestNames } from "../../src/check/nearest-name.ts";
import { archiveFailure } from "../../src/cli/archive-failure.ts";
import { highlighted } from "../../src/cli/highlight.ts";
import { prettyDocument } from "../../src/cli/pretty-document.ts";
import { progressLine } from "../../src/cli/progress.ts";
import { duration, rateLine } from "../../src/cli/rate-line.ts";
import { prettySearch } from "../../src/cli/search-view.ts";
import { snippet } from "../../src/cli/snippet.ts";
import { citationMarkdown, citationOf, citationText } from "../../src/publish/citation.ts";
import { dateLabel } from "../../src/publish/date-label.ts";
import { documentView } from "../../src/publish/document-view.ts";
import { printable } from "../../src/publish/printable.ts";
import { printableJson } from "../../src/publish/printable-json.ts";
import { held, samplesHeld } from "./held.ts";

const plain = picocolors.createColors(false);
const braces = (words: unknown): string => `{${String(words)}}`;
/** What could rewrite the screen in a text, but for its line ends. */
const controlsIn = (text: string): string[] =>
  text.replace(/[\n\t]/gu, "").match(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu) ?? [];

describe("a date", () => {
  test.each([
    ["2016-03-28", "28 March 2016"],
    ["2016-03-01", "1 March 2016"],
    ["2016-03", "March 2016"],
    ["2016", "2016"],
    ["2016-13-01", "2016-13-01"],
    ["spring", "spring"],
  ])("%s is printed as %s", (iso, label) => expect(dateLabel(iso)).toBe(label));
});

describe("JSON", () => {
  test("says the same value, and no character of it can rewrite the screen", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (value, text) => {
        const json = printableJson({ value, text });
        expect(controlsIn(json)).toEqual([]);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text })));
      }),
    );
  });
});

describe("a snippet", () => {
  const passage = fc.array(fc.constantFrom("tide", "lamp", "a", "港", "🚢", "night-ferry", " ", "\n"), {
    maxLength: 300,
  });

  test("is a part of the passage in about two hundred characters, with … where it is cut", () => {
    fc.assert(
      fc.property(
        passage,
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.nat({ max: 500 }),
        (words, at, length, start) => {
          const text = words.join("");
          const from = text === "" ? 0 : at % text.length;
          const found = [{ start: start + from, end: start + Math.min(text.length, from + length) }];
          const shown = snippet({ text, start }, found, (inner) => inner);
          const inner = shown.replace(/^… /u, "").replace(/ …$/u, "");
          expect(inner.length).toBeLessThanOrEqual(200);
          expect(printable(text)).toContain(printable(inner));
          expect(inner.isWellFormed()).toBe(true);
          if (text.length <= 200) expect(printable(shown)).toBe(printable(text).trim());
        },
      ),
    );
  });

  test("shows the words found, marked", () => {
    const text = `${"The tide turns and turns again. ".repeat(20)}Nobody saw the lamp. ${"The night is long. ".repeat(20)}`;
    const start = text.indexOf("lamp");
    const shown = snippet({ text, start: 0 }, [{ start, end: start + 4 }], braces);
    expect(shown).toMatch(/^… .*Nobody saw the \{lamp\}\. The night is long\..* …$/u);
  });

  test("of several places, the one where most of the words stand is shown", () => {
    const text = `A lamp. ${"The night is long. ".repeat(30)}The lamp on the ferry. ${"It is late. ".repeat(30)}`;
    const found = [...text.matchAll(/lamp|ferry/gu)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    expect(snippet({ text, start: 0 }, found, braces)).toContain("The {lamp} on the {ferry}.");
  });
});

describe("names near to one that is not held", () => {
  test.each([
    ["bees-panl", ["bees-panel", "harbour"], ["bees-panel"]],
    ["Bees-Panel", ["bees-panel"], ["bees-panel"]],
    [
      "dispatch-41",
      ["special-dispatch-41", "special-dispatch-43", "lamp"],
      ["special-dispatch-41", "special-dispatch-43"],
    ],
    ["zzz", ["harbour", "lamp"], []],
    ["lamp", [], []],
    ["lamp", ["lamp-1", "lamp-2", "lamp-3", "lamp-4"], ["lamp-1", "lamp-2", "lamp-3"]],
  ])("%s: of %j these: %j", (wanted, names, near) => expect(nearestNames(wanted, names)).toEqual(near));
});

describe("a citation", () => {
  const archive = held({
    "talk.txt":
      "Interviewer: What do you sell?\n\nAda Quay: I sell lamps, and the oil with them.\n\nInterviewer: To whom?\n\nAda Quay: To whoever is late.\n",
    "loose.txt": "the tide turns at four and nobody waits\n",
  });
  const cited = (id: string, passage: string | null): string => {
    const edition = archive.document(id)!;
    return citationText(
      citationOf(edition, edition.document.passages.find((one) => one.id === passage) ?? null),
    );
  };

  test("says nothing that the document does not say", () => {
    expect(cited("loose", null)).toBe("(loose, version 1)");
    expect(cited("loose", "p1")).toBe(
      "“the tide turns at four and nobody waits” (loose, version 1, passage p1)",
    );
  });

  test("never puts the interviewer's words or the editor's into a speaker's mouth", () => {
    expect(cited("talk", "a1.1")).toMatch(/” Ada Quay \(talk,/u);
    expect(cited("talk", "q1.1")).toMatch(/” the interviewer \(talk,/u);
    const samples = samplesHeld();
    for (const { id } of samples.list({}, 100, 0).documents) {
      const edition = samples.document(id)!;
      const names = edition.document.speakers.map(({ name }) => name);
      for (const passage of edition.document.passages.filter(({ voice }) => voice.kind === "editor")) {
        const { text, ...rest } = citationOf(edition, passage).passage!;
        expect(rest.voice.kind).toBe("editor");
        const whose = citationText(citationOf(edition, passage)).slice(text.length + 2);
        for (const name of names) expect(whose.startsWith(` ${name}`)).toBe(false);
      }
    }
  });

  test("in Markdown means nothing but itself", () => {
    const own = held({ "star.txt": "Speaker: Ada Quay\n\nThe *lamp* is [not] lit_up_ #1 <b>now</b>.\n" });
    const edition = own.document("star")!;
    const markdown = citationMarkdown(citationOf(edition, edition.document.passages.at(-1)!));
    expect(markdown).toContain("> The \\*lamp\\* is \\[not\\] lit\\_up\\_ \\#1 \\<b\\>now\\</b\\>.\n\n");
  });
});

describe("a document for people", () => {
  test("has every passage once, in order, and no character that rewrites the screen", () => {
    const archive = samplesHeld();
    for (const { id } of archive.list({}, 100, 0).documents) {
      const edition = archive.document(id)!;
      const printed = prettyDocument(documentView(archive, edition, null), plain);
      expect(controlsIn(printed)).toEqual([]);
      let at = 0;
      const notes = new Set(edition.document.notes.map(({ passage }) => passage));
      for (const { id: passage, start, end } of edition.document.passages.filter(
        (one) => !notes.has(one.id),
      )) {
        const found = printed.indexOf(printable(edition.document.text.slice(start, end)).trim(), at);
        expect(found, `${id} ${passage}`).toBeGreaterThan(0);
        at = found;
      }
    }
  });

  test("marks a third party's words on a terminal", () => {
    const archive = samplesHeld();
    const view = documentView(archive, archive.document("special-dispatch-118")!, null);
    const colors = { ...plain, isColorSupported: true, italic: braces };
    expect(prettyDocument(view, colors)).toContain("{'a light is a promise made to strangers.'}");
  });
});

test.each(['"', "*", ". . .", "“”"])("a search for %s, which is no word, finds nothing", (words) => {
  const page = samplesHeld().search({ words, limit: 5, offset: 0 });
  expect(prettySearch(page, 0, plain)).toBe("0 passages");
});

test("highlighted words are the passage's own", () => {
  const text = "The lamp is lit.";
  expect(highlighted({ text, start: 10 }, [{ start: 14, end: 18 }], braces)).toBe("The {lamp} is lit.");
  expect(highlighted({ text, start: 10 }, [{ start: 0, end: 13 }], braces)).toBe("{The} lamp is lit.");
});

describe("every way an archive can fail", () => {
  const codes: Record<ArchiveErrorCode, RegExp> = {
    stamp: /`saidso reindex --archive old\.db`/u,
    "not-an-archive": /--archive/u,
    missing: /`saidso add PATH… --archive old\.db`/u,
    damaged: /\(harbour, version 2\).*`saidso verify-archive --archive old\.db`.*copy/u,
    busy: /another saidso/u,
    full: /free space/u,
    "read-only": /permissions/u,
    closed: /report/u,
    unknown: /`saidso list`/u,
  };

  test.each(Object.entries(codes))(
    "%s is one line with the input, the reason and the way out",
    (code, line) => {
      const data = { id: "harbour", version: 2, path: undefined };
      const { message } = archiveFailure(new ArchiveError(code as ArchiveErrorCode, data), "old.db");
      expect(message).toMatch(/^old\.db: [^\n]+\.$/u);
      expect(message).toMatch(line);
    },
  );
});

describe("progress", () => {
  const work = { noun: "documents", done: 12, total: 40, bytes: 3_000_000, allBytes: 9_000_000 };

  test("has the rate and the time left once a second is behind", () => {
    expect(rateLine("adding", work, 0.4)).toBe("adding 12/40 documents, 3.0/9.0 MB");
    expect(rateLine("adding", work, 2)).toBe("adding 12/40 documents, 3.0/9.0 MB, 1.5 MB/s, 4 s left");
    expect(rateLine("adding", { ...work, bytes: 0 }, 2)).toBe("adding 12/40 documents, 0.0/9.0 MB");
  });

  test.each([
    [0, "0 s"],
    [59.4, "59 s"],
    [125, "2 min 5 s"],
    [4320, "1 h 12 min"],
  ])("%d seconds are %s", (seconds, label) => expect(duration(seconds)).toBe(label));

  test("of a long step is drawn again and again, and removed", async () => {
    let written = "";
    const write = (text: string | Uint8Array): boolean => {
      written += text;
      return true;
    };
    const line = progressLine({ isTTY: true, write }, "reading");
    line.step(0, 10);
    expect(written).toBe("");
    while (!written.includes("left")) {
      line.step(5, 10);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    line.clear();
    expect(written).toMatch(/^(?:\r\S*\[Kreading 5\/10)+, \d+ s left\r\S*\[K$/u);
  });

  test("is silent where nobody sees it", () => {
    let written = "";
    const write = (text: string | Uint8Array): boolean => {
      written += text;
      return true;
    };
    const line = progressLine({ isTTY: false, write }, "adding");
    for (let i = 0; i < 10; i++) line.step(i, 10);
    line.clear();
    expect(written).toBe("");
  });
});
