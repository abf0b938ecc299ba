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
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
      const kept = text
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd");
      expect(read).toBe(kept);
    }),
  );
});
