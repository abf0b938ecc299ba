import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FormattedText, readText } from "../../src/formats/index.ts";
import { portableText, textOfPortable } from "../../src/reading/portable-text.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function crossed(text: FormattedText): FormattedText {
  return textOfPortable(structuredClone(portableText(text)));
}

function expectSame(text: FormattedText): void {
  const { position, ...rest } = crossed(text);
  const { position: own, ...others } = text;
  expect(rest).toMatchObject(others);
  for (let at = 0; at <= text.text.length; at++) expect(position(at)).toEqual(own(at));
}

test("a text that crosses threads keeps its blocks, and each of its letters its line and column", () => {
  const rows: [string, string][] = [
    ["", "a.txt"],
    ["one\r\ntwo\rthree\n\nfour", "a.txt"],
    ["# Ferry &amp; pier\n\nThe **ferry**&nbsp;leaves\nat six.[^1]\n\n[^1]: By the clock.", "a.md"],
    ["<h1>Ferry</h1>\n<p>The &eacute;t&eacute;   is <b>long</b>.<br>And <q>wet</q>.", "a.html"],
    [readFileSync(new URL("../../samples/sources/bees-panel.txt", import.meta.url), "utf8"), "b.txt"],
  ];
  for (const [text, name] of rows) expectSame(readText(utf8(text), name));
});

test("any page does", () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "word ",
    "&amp;",
    "\n",
    "\r\n",
    "<br>",
    "é",
    "<b>",
    "</b>",
    "  ",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom("a.html", "a.md", "a.txt"),
      (parts, name) => {
        expectSame(readText(utf8(parts.join("")), name));
      },
    ),
  );
});
