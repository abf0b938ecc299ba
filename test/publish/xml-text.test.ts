import { parseXml } from "@rgrove/parse-xml";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { xmlText } from "../../src/publish/index.ts";

test("any text stands in an element and in an attribute, and is read back but for what XML has no character for", () => {
  const sign = fc.oneof(
    fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "]]>",
      "\u0000",
      "\u001b",
      "\ufffe",
      "\ud800",
      "\r",
      "\n",
      "&amp;",
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join("");
      const { children } = parseXml(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
      const read = (children[0] as unknown as { text: string }).text;
      expect(read).toBe(Array.from(text.toWellFormed(), (one) => (isKept(one) ? one : "\ufffd")).join(""));
    }),
  );
});

/** Whether XML 1.0 has the character. */
function isKept(character: string): boolean {
  const code = character.codePointAt(0)!;
  return "\t\n\r".includes(character) || (code >= 0x20 && code !== 0xfffe && code !== 0xffff);
}
