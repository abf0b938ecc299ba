import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FormattedText, readHtml, readMarkdown, readPlain } from "../../src/formats/index.ts";

/** Each comment with the words of the block it stands in or before, and its place in the original. */
function placed({ text, blocks, remarks = [] }: FormattedText): [string, string | null, number, number][] {
  return remarks.map(({ at, text: said, position }) => {
    const block = blocks.find(({ end }) => at <= end);
    return [
      said.trim(),
      block === undefined ? null : text.slice(block.start, block.end),
      position.line,
      position.column,
    ];
  });
}

describe("Markdown tells where its comments stand", () => {
  test.each<[string, string, ReturnType<typeof placed>]>([
    ["on a line of its own", "One.\n\n<!-- a -->\n\nTwo.\n", [["a", "Two.", 3, 1]]],
    ["right before a paragraph", "One.\n\n<!-- a -->\nTwo.\n", [["a", "Two.", 3, 1]]],
    ["inside a paragraph", "One <!-- a --> more.\n\nTwo.\n", [["a", "One  more.", 1, 5]]],
    ["at a paragraph's end", "One. <!-- a -->\n\nTwo.\n", [["a", "One.", 1, 6]]],
    ["over two lines", "<!-- a\nb -->\n\nTwo.\n", [["a\nb", "Two.", 1, 1]]],
    ["behind the last words", "One.\n\n<!-- a -->\n", [["a", null, 3, 1]]],
    ["in a quotation", "> One <!-- a --> two.\n", [["a", "One  two.", 1, 7]]],
    ["before anything else", "<!-- a -->\n\n# One\n", [["a", "One", 1, 1]]],
    [
      "two of them",
      "<!-- a -->\n<!-- b -->\n\nOne.\n",
      [
        ["a", "One.", 1, 1],
        ["b", "One.", 2, 1],
      ],
    ],
    ["in code, where it is text", "`<!-- a -->`\n\n    <!-- b -->\n", []],
  ])("%s", (_, source, expected) => expect(placed(readMarkdown(source))).toEqual(expected));
});

describe("HTML tells where its comments stand", () => {
  test.each<[string, string, ReturnType<typeof placed>]>([
    ["between paragraphs", "<p>One.</p>\n<!-- a -->\n<p>Two.</p>", [["a", "Two.", 2, 1]]],
    ["inside one", "<p>One <!-- a -->more.</p><p>Two.</p>", [["a", "One more.", 1, 8]]],
    ["before its first words", "<p><!-- a -->One.</p>", [["a", "One.", 1, 4]]],
    ["at its end", "<p>One.<!-- a --></p><p>Two.</p>", [["a", "One.", 1, 8]]],
    ["before the page", "<!-- a --><html><body><p>One.</p></body></html>", [["a", "One.", 1, 1]]],
    ["in a menu that is not read", "<nav><!-- a --></nav><p>One.</p>", []],
  ])("%s", (_, html, expected) => expect(placed(readHtml(html))).toEqual(expected));
});

test("plain text has none", () => expect(readPlain("<!-- a -->").remarks ?? []).toEqual([]));

test("a comment changes no word, and stands in the text or at its end", () => {
  const piece = fc.constantFrom(
    "one",
    "\n\n",
    "\n",
    " ",
    "> ",
    "- ",
    "*",
    "<!-- a -->",
    "“",
    "”",
    "<p>",
    "</p>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      for (const read of [readMarkdown, readHtml]) {
        const { text, remarks = [] } = read(pieces.join(""));
        expect(text).not.toContain("<!--");
        // Behind the last block a next one would begin after an empty line.
        for (const { at } of remarks) expect(at).toBeLessThanOrEqual(text.length + 2);
      }
    }),
  );
});
