import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlain } from "../../src/formats/index.ts";

const blocks = (text: string): string[] =>
  readPlain(text).blocks.map(({ start, end }) => text.slice(start, end));
const long = "The orchestra plays on. ".repeat(20).trim();

describe("paragraphs of plain text", () => {
  const rows: [what: string, text: string, expected: string[]][] = [
    ["an empty text has none", "", []],
    ["white space alone is none", " \n\u00a0\n\t", []],
    ["one line", "The ferry", ["The ferry"]],
    [
      "wrapped lines stay together",
      "The ferry\nleft at dawn.\n\nIt rained.",
      ["The ferry\nleft at dawn.", "It rained."],
    ],
    ["several empty lines", "a\n\n\n\nb\n", ["a", "b"]],
    ["a line of blanks is empty", "a\n  \t\nb", ["a", "b"]],
    ["a line of no-break spaces is empty", "a\n\u00a0\u00a0\nb", ["a", "b"]],
    ["CRLF", "a\r\nb\r\n\r\nc", ["a\r\nb", "c"]],
    ["a lone CR", "a\rb\r\rc", ["a\rb", "c"]],
    ["mixed line ends", "a\n\r\nb\r\n\nc", ["a", "b", "c"]],
    ["indents and trailing blanks are outside", "  a  \n\n\u00a0Q: b  ", ["a", "Q: b"]],
    ["lines too long to be wrapped are paragraphs", `${long}\n${long}\nShort.`, [long, long, "Short."]],
    ["lines of a short verse stay together", "Boats,\nboats,\nboats", ["Boats,\nboats,\nboats"]],
  ];
  test.each(rows)("%s", (_, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });
});

test("the text is the input", () => {
  const text = "\u00a0 a\r\n\r\nb \n";
  expect(readPlain(text)).toMatchObject({ format: "plain", text, title: null, author: null, language: null });
});

describe("line and column", () => {
  const rows: [text: string, offset: number, line: number, column: number][] = [
    ["abc", 0, 1, 1],
    ["abc", 3, 1, 4],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\r\nb", 2, 1, 3],
    ["a\r\nb", 3, 2, 1],
    ["a\rb", 2, 2, 1],
    ["a\n", 2, 2, 1],
    ["😀b", 2, 1, 3],
    ["abc", 99, 1, 4],
    ["abc", -5, 1, 1],
  ];
  test.each(rows)("%j at %i is line %i, column %i", (text, offset, line, column) => {
    expect(readPlain(text).position(offset)).toEqual({ line, column });
  });

  test("agree with counting line ends one by one", () => {
    const pieces = fc.constantFrom("a", " ", "\n", "\r", "\r\n", "\u2028", "é");
    fc.assert(
      fc.property(fc.array(pieces), (given) => {
        const text = given.join("");
        const read = readPlain(text);
        let line = 1;
        let column = 1;
        for (let offset = 0; offset <= text.length; offset++) {
          expect(read.position(offset)).toEqual({ line, column });
          const ends = text[offset] === "\n" || (text[offset] === "\r" && text[offset + 1] !== "\n");
          line += ends ? 1 : 0;
          column = ends ? 1 : column + 1;
        }
      }),
    );
  });
});

test("paragraphs agree with splitting at blank lines", () => {
  const pieces = fc.constantFrom("word", "[x]", " ", "\n", "\r\n", "\r", "\u00a0", "\t");
  fc.assert(
    fc.property(fc.array(pieces), (given) => {
      const text = given.join("");
      const naive = text
        .replace(/\r\n?/g, "\n")
        .split(/\n(?:[^\S\n]*\n)+/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
      expect(blocks(text).map((block) => block.replace(/\r\n?/g, "\n"))).toEqual(naive);
    }),
  );
});
