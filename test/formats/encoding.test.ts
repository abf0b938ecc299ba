import { describe, expect, test } from "vitest";
import { decode } from "../../src/formats/index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
}

/** Writes text in a single-byte encoding, by asking the decoder what each byte means. */
function encoded(text: string, encoding: string): Uint8Array {
  const meanings = [...Array(256).keys()].map((byte) => new TextDecoder(encoding).decode(bytes(byte)));
  return Uint8Array.from([...text].map((letter) => meanings.indexOf(letter)));
}

const ARABIC = "قال مدير الميناء إن السفينة وصلت في الصباح، وإن المكتبة مفتوحة.";
const FRENCH = "« L'été, le café du port est fermé », répondit le préfet à Noël.";

describe("the encoding is told", () => {
  const rows: [name: string, given: Uint8Array, declared: string | null, text: string, encoding: string][] = [
    ["nothing is UTF-8", bytes(), null, "", "utf-8"],
    ["ASCII is UTF-8", utf8("The ferry"), null, "The ferry", "utf-8"],
    ["UTF-8 without a mark", utf8("Fähre – ferry"), null, "Fähre – ferry", "utf-8"],
    ["a UTF-8 mark is dropped", utf8("\ufeffFähre"), null, "Fähre", "utf-8"],
    ["a UTF-16LE mark", utf16("\ufeffFähre", false), null, "Fähre", "utf-16le"],
    ["a UTF-16BE mark", utf16("\ufeffFähre", true), null, "Fähre", "utf-16be"],
    ["a mark wins over what is declared", utf8("\ufeffFähre"), "windows-1251", "Fähre", "utf-8"],
    ["UTF-16LE without a mark", utf16("The ferry left.\n", false), null, "The ferry left.\n", "utf-16le"],
    ["UTF-16BE without a mark", utf16("The ferry left.\n", true), null, "The ferry left.\n", "utf-16be"],
    ["Arabic UTF-16 without a mark", utf16(ARABIC, false), null, ARABIC, "utf-16le"],
    ["a declared charset", encoded("Паром", "windows-1251"), "windows-1251", "Паром", "windows-1251"],
    ["a declared label of another name", bytes(0x93, 0x80), "latin1", "“€", "windows-1252"],
    ["an unknown label is passed over", utf8("Fähre"), "klingon", "Fähre", "utf-8"],
    ["curly quotes of Windows", encoded("“Fähre”", "windows-1252"), null, "“Fähre”", "windows-1252"],
    ["French of Windows", encoded(FRENCH, "windows-1252"), null, FRENCH, "windows-1252"],
    [
      "Spanish of Windows",
      encoded("¿Mañana? Sí, señor, él está aquí.", "windows-1252"),
      null,
      "¿Mañana? Sí, señor, él está aquí.",
      "windows-1252",
    ],
    [
      "German of Windows",
      encoded("Überfähren kämen öfter, größer, früher.", "windows-1252"),
      null,
      "Überfähren kämen öfter, größer, früher.",
      "windows-1252",
    ],
    ["Arabic of Windows", encoded(ARABIC, "windows-1256"), null, ARABIC, "windows-1256"],
    [
      "Arabic of Windows among Latin names",
      encoded(`Harbour Courier Library Ferry: ${ARABIC}`, "windows-1256"),
      null,
      `Harbour Courier Library Ferry: ${ARABIC}`,
      "windows-1256",
    ],
    ["wrongly declared UTF-8", encoded(FRENCH, "windows-1252"), "utf-8", FRENCH, "windows-1252"],
  ];
  test.each(rows)("%s", (_, given, declared, text, encoding) => {
    expect(decode(given, declared)).toEqual({ text, encoding });
  });
});

test("one broken byte does not turn a page of UTF-8 into another encoding", () => {
  const given = new Uint8Array([...utf8("Fähre, Möwe, Brücke "), 0xc3, ...utf8(" Küste")]);
  expect(decode(given)).toEqual({ text: "Fähre, Möwe, Brücke \ufffd Küste", encoding: "utf-8" });
});

test("line ends stay as they are", () => {
  expect(decode(utf8("a\r\nb\rc\n")).text).toBe("a\r\nb\rc\n");
});
