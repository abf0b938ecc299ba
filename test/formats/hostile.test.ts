import { describe, expect, test } from "vitest";
import { type FormattedText, readHtml, readMarkdown, readPlain } from "../../src/formats/index.ts";

const MANY = 10_000;

/** Texts that cost a careless reader the square of their length; each is read by every reader. */
const texts: Record<string, string> = {
  "one line of 5 MB": "harbour ".repeat(640_000),
  "brackets that open": "[".repeat(MANY),
  "brackets in brackets": "[".repeat(MANY) + "]".repeat(MANY),
  "links without an end": "[a](b ".repeat(MANY),
  stars: "*".repeat(MANY),
  "emphasis that opens": "*a **b _c ".repeat(MANY),
  "backticks of every length": Array.from({ length: 300 }, (_, i) => "`".repeat(i)).join(" "),
  angles: "<".repeat(MANY),
  "tags without an end": '<a b="'.repeat(MANY),
  "comments without an end": "<!--".repeat(MANY),
  "quotation in quotation": "> ".repeat(MANY),
  "lists in lists, then empty lines": "- ".repeat(MANY) + "\n".repeat(MANY),
  "a fence without an end": `\`\`\`\n${"x\n".repeat(MANY)}`,
  ampersands: "&".repeat(MANY),
  backslashes: "\\".repeat(MANY),
  pipes: `${"|".repeat(MANY)}\n${"|-".repeat(MANY)}`,
  footnotes: "[^a]: ".repeat(MANY),
  "divisions in divisions": "<div>x".repeat(MANY),
  "block quotations in block quotations": "<blockquote>x".repeat(MANY),
  "quotation marks in quotation marks": "<q>x".repeat(MANY),
  "fonts that are never closed": Array.from({ length: MANY }, (_, i) => `<font size=${i}><p>x`).join(""),
  "headers in headers": "<header>x".repeat(MANY),
  "tables in tables": "<table><tr><td>x".repeat(1000),
  "parts with names in parts": '<div class="comments"><p>x'.repeat(MANY),
  "bars with names": '<div class="share-bar a b c">x</div>'.repeat(MANY),
  "pull quotes in pull quotes": '<div class="pullquote">x'.repeat(MANY),
  "lines to other texts": '<p>Read more: <a href="x">y</a>'.repeat(MANY),
  "ids in ids": Array.from({ length: MANY }, (_, i) => `<span id=i${i}>x `).join(""),
  "line breaks": "&nbsp;<br>".repeat(MANY),
  "an attribute list": `<a ${Array.from({ length: MANY }, (_, i) => `a${i}`).join(" ")}>`,
  "line ends": "\r\n".repeat(MANY),
};

const readers: [string, (text: string) => FormattedText][] = [
  ["plain text", readPlain],
  ["Markdown", readMarkdown],
  ["HTML", readHtml],
];

describe.each(readers)("%s is read to its end, given", (_, read) => {
  test.each(Object.entries(texts))("%s", (_, text) => {
    const result = read(text);
    expect(result.position(result.text.length).line).toBeGreaterThan(0);
  });
});

test("10,000 nested quotations are quotations, and keep their words", () => {
  const { text, blocks } = readMarkdown(`${"> ".repeat(MANY)}deep`);
  expect(text).toBe("deep");
  expect(blocks).toMatchObject([{ kind: "quotation", level: MANY }]);
});
