import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/documents/index.ts";
import { readDocument, toSource } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { DOCUMENT_FORMATS } from "../../src/publish/document-format.ts";
import { voicedWords } from "../../src/publish/printed-turn.ts";
import { editionOf } from "./held-edition.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SETTING = {
  base: null,
  inlined: () => ({
    style: "p { margin: 0 }",
    script: "",
    hash: (text: string) => createHash("sha256").update(text).digest("base64"),
  }),
};
const SOURCES = [
  ...readdirSync(`${root}samples/sources`).map((name) => `samples/sources/${name}`),
  // Every sixth of the cases: all forms, in a second.
  ...readdirSync(`${root}test/cases`, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:^|\/)source[^/]*\.(?:txt|md|html)$/u.test(path))
    .sort()
    .filter((_, i) => i % 6 === 0)
    .map((path) => `test/cases/${path}`),
];

function readBack(format: "markdown" | "text", printed: string): Document {
  const name = format === "markdown" ? "back.md" : "back.txt";
  return readDocument(readText(new TextEncoder().encode(printed), name), name);
}

/** All letters and figures, in order. */
function letters(document: Document): string {
  const { text, segments } = toSource(document);
  return segments.map(({ start, end }) => text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, "")).join("");
}

describe.each(["markdown", "text"] as const)("a document in %s", (format) => {
  const { render } = DOCUMENT_FORMATS[format];

  test("of every form is read back with the same words, and the same voices", () => {
    expect(SOURCES.length).toBeGreaterThan(20);
    for (const path of SOURCES) {
      const edition = editionOf(path, readFileSync(root + path));
      const back = readBack(format, render(edition, SETTING));
      expect(letters(back), path).toBe(letters(edition.document));
      expect(voicedWords(back), path).toBe(voicedWords(edition.document));
    }
  });

  test("whose format alone says who speaks names everybody where he begins", () => {
    const text =
      "Why do you keep bees here?\n\nBecause of the lime trees.\n\nAnd in winter?\n\nIn winter we wait for them.";
    const edition = editionOf("bees.txt", text, markedAs(text));
    const printed = render(edition, SETTING);
    const [question, answer] =
      format === "markdown" ? ["**Q:** Why", "**Ada Quay:** Because"] : ["Q: Why", "Ada Quay: Because"];
    expect(printed).toContain(question);
    expect(printed).toContain(answer);
    const back = readBack(format, printed);
    expect(voicedWords(back)).toBe(voicedWords(edition.document));
  });

  test("of any words is read back with these words", () => {
    const sign = fc.constantFrom(
      ..."# > - + * 1. 2) = === --- ``` ~~~ [a] [^1] ![x] <b> &amp; &#60; | \\ _x_ **y** ) : $ \u0007 \u202e http://a.b".split(
        " ",
      ),
    );
    const line = fc.array(fc.oneof(sign, fc.constantFrom("The", "ferry", "waits")), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const text = lines.map((words) => words.join(" ")).join("\n\n");
        const edition = editionOf("pier.txt", text);
        const back = readBack(format, render(edition, SETTING));
        expect(letters(back)).toBe(letters(edition.document));
      }),
    );
  });
});

/** What a format with voices of its own says of a text of four paragraphs: asked, answered, asked, answered. */
function markedAs(text: string): Partial<Document> {
  let at = 0;
  const passages = text.split("\n\n").map((words, i) => {
    const start = at;
    at += words.length + 2;
    const voice =
      i % 2 === 0
        ? { kind: "interviewer" as const, name: null }
        : { kind: "speaker" as const, name: "Ada Quay" };
    return {
      id: `p${i + 1}`,
      kind: "paragraph" as const,
      start,
      end: start + words.length,
      voice,
      turn: i + 1,
    };
  });
  return {
    kind: "transcript",
    passages,
    turns: passages.map(({ id, voice, turn }) => ({ number: turn, voice, label: null, passages: [id] })),
    marks: [],
    pieces: passages.flatMap(({ start, end }, i) => [
      ...(i === 0 ? [] : [{ kind: "separator" as const, start: start - 2, end: start }]),
      { kind: "passage" as const, start, end },
    ]),
  };
}

describe("Markdown", () => {
  const edition = editionOf("d.txt", readFileSync(`${root}samples/sources/special-dispatch-118.txt`));
  const printed = DOCUMENT_FORMATS.markdown.render(edition, SETTING);

  test("has the header as front matter, headings, names in bold and notes as footnotes", () => {
    expect(printed).toMatch(/^---\ntitle: "Maren Tolk, /u);
    expect(printed).toContain('\nauthor:\n  - "Maren Tolk"\n---\n');
    expect(printed).toContain("\n# Maren Tolk, ");
    expect(printed).toContain("\n## The Lens At Hook Point");
    expect(printed).toContain("\n**Q:** ");
    expect(printed).toContain("came ashore,[^3] he");
    expect(printed).toContain("\n[^1]: The Skerry Lights Society was founded");
  });

  test("sets a third party's paragraph as a block quotation", () => {
    const quoted = editionOf("q.txt", "A hive is only as good as its field.");
    const { passages, ...rest } = quoted.document;
    const voice = { kind: "quoted" as const, name: "the father" };
    const document = { ...rest, passages: passages.map((one) => ({ ...one, voice, turn: null })), turns: [] };
    expect(DOCUMENT_FORMATS.markdown.render({ ...quoted, document }, SETTING)).toContain(
      "\n> A hive is only",
    );
  });
});

describe("HTML", () => {
  const edition = editionOf("d.txt", readFileSync(`${root}samples/sources/special-dispatch-118.txt`));
  const printed = DOCUMENT_FORMATS.html.render(edition, SETTING);

  test("is one file that fetches nothing and leads nowhere but to itself", () => {
    expect(printed).not.toMatch(/\b(?:src|srcset|action)=/u);
    const links = Array.from(printed.matchAll(/href="([^"]*)"/gu), ([, to]) => to!);
    expect(links.length).toBeGreaterThan(10);
    const ids = new Set(Array.from(printed.matchAll(/\sid="([^"]*)"/gu), ([, id]) => `#${id}`));
    for (const link of links) expect(ids).toContain(link);
    expect(printed).toContain("default-src &#39;none&#39;");
  });

  test("has every passage under its own anchor, in its own voice, and each id once", () => {
    for (const { id, voice } of edition.document.passages.filter(({ kind }) => kind !== "note"))
      expect(printed).toMatch(new RegExp(`id="${id}"[^>]* data-voice="${voice.kind}"`, "u"));
    const ids = Array.from(printed.matchAll(/\sid="([^"]*)"/gu), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(parse(printed).childNodes.length).toBeGreaterThan(0);
  });

  test("makes no markup of a title", () => {
    const hostile = editionOf("x.txt", "The pier is dry.", { title: "</style><script>alert(1)</script>" });
    expect(DOCUMENT_FORMATS.html.render(hostile, SETTING)).not.toContain("<script>alert");
  });
});
