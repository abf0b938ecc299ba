import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FormattedText, readHtml, readMarkdown, readPlain } from "../../src/formats/index.ts";

const readers: [name: string, read: (text: string) => FormattedText][] = [
  ["plain", readPlain],
  ["markdown", readMarkdown],
  ["html", readHtml],
];

const markup = fc.constantFrom(
  ..."ferry boat “quay” ' \" [ ] ( ) ( [^a] [^a]: [a]: http://x.y # ## > >> - * ** _ ~~ ` ``` ~~~ | |-| 1. \\ & &amp; &#8230; < > ! ---"
    .split(" ")
    .concat(
      " ",
      "  ",
      "    ",
      "\n",
      "\r\n",
      "\r",
      "\n\n",
      "\t",
      "\u00a0",
      "\0",
      "\ud800",
      "😀",
      "\ufeff",
      "مرفأ",
    ),
  ..."<p> </p> <div> <br> <q> </q> <b> <i> </b> <li id=fn1> <a href=#fn1> </a> <sup> <pre> <table> <tr> <td> <blockquote> </blockquote> <h1> <!-- --> <script> </script> <form> <header> <nav> <footer> <p hidden> <template> <svg> <textarea> <select> <![CDATA[".split(
    " ",
  ),
);
const hostile = fc.oneof(
  fc.array(markup, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary" }),
  fc.string(),
);

describe.each(readers)("any string read as %s", (_, read) => {
  test("has blocks in order, trimmed, with white space alone between them", () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const { text, blocks } = read(given);
        let end = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          expect(text.slice(end, block.start)).toMatch(/^\s*$/);
          const words = text.slice(block.start, block.end);
          expect(words.trim()).toBe(words);
          end = block.end;
        }
        expect(text.slice(end)).toMatch(/^\s*$/);
      }),
      { numRuns: 300 },
    );
  });

  test("has a position for every offset, inside the original", () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const result = read(given);
        const lines = given.split(/\r\n|\n|\r/);
        for (let offset = 0; offset <= result.text.length; offset++) {
          const { line, column } = result.position(offset);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 2);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const words = (text: string): string[] => text.match(/[a-z]{3,}/g) ?? [];
const letters = fc.stringMatching(/^[a-z]{3,8}$/);

test("every word of a page's paragraphs comes in order, wherever it stands", () => {
  const open = fc.constantFrom(
    "<p>",
    "<div>",
    "<b>",
    "<li>",
    "<td>",
    "<blockquote>",
    "<br>",
    "<span lang=fr>",
    " ",
    "&nbsp;",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(open, letters)), (given) => {
      const html = given.map(([tag, word]) => `${tag} ${word} `).join("");
      expect(words(readHtml(html).text)).toEqual(given.map(([, word]) => word));
    }),
  );
});

test("every word of a Markdown text comes in order, whatever marks stand around it", () => {
  const marks = fc.constantFrom(
    " ",
    " *",
    "* ",
    " **",
    " _",
    " `",
    "\n",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n# ",
    "\n    ",
    " [",
    "] ",
    "\n\n| ",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(marks, letters)), (given) => {
      const source = given.map(([mark, word]) => `${mark}${word}`).join("");
      expect(words(readMarkdown(source).text)).toEqual(given.map(([, word]) => word));
    }),
  );
});

test("a word's position is where the word stands", () => {
  const marks = fc.constantFrom(
    " ",
    " *",
    "* ",
    " &amp; ",
    "\n",
    "\r\n\r\n",
    "\n> ",
    "\n- ",
    " [",
    "](x) ",
    " <b>",
    "</b> ",
    "\\* ",
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(marks, letters)),
      fc.constantFrom(readHtml, readMarkdown),
      (given, read) => {
        const source = given.map(([mark, word]) => `${mark}${word}`).join("");
        const lines = source.split(/\r\n|\n|\r/);
        const text = read(source);
        for (const match of text.text.matchAll(/[a-z]{3,}/g)) {
          const { line, column } = text.position(match.index);
          expect(lines[line - 1]!.slice(column - 1, column - 1 + match[0].length)).toBe(match[0]);
        }
      },
    ),
  );
});
