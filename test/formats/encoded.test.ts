import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode, isMarked } from "../../src/formats/index.ts";

const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256", "iso-8859-2", "koi8-r"];

describe.each(ENCODINGS)("a text in %s", (encoding) => {
  test("comes back as it was written", () => {
    const letters = fc.constantFrom("a", "Z", " ", "\r\n", "é", "ق", "Ж", "“", "…", "—", "𝄞");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), fc.boolean(), (units, marked) => {
        const text = units.join("");
        const bytes = encode(text, encoding, marked);
        if (bytes === null) return;
        const isUnicode = encoding.startsWith("utf");
        expect(isMarked(bytes)).toBe(isUnicode && marked);
        if (isUnicode && !marked) expect(new TextDecoder(encoding).decode(bytes)).toBe(text);
        else expect(decode(bytes, encoding).text).toBe(text);
      }),
    );
  });
});

test.each([
  ["windows-1252", "ق"],
  ["windows-1256", "Ж"],
  ["koi8-r", "“"],
  ["shift_jis", "港"],
])("%s has no byte for %s", (encoding, text) => expect(encode(text, encoding, false)).toBeNull());

test("every byte of a single-byte encoding comes back", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(encode(decode(bytes, "windows-1252").text, "windows-1252", false)).toEqual(bytes);
});
