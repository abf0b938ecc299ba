import { describe, expect, test } from "vitest";
import { FormatError, readText } from "../../src/formats/index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

describe("the format is told", () => {
  const rows: [name: string, content: string, format: string][] = [
    ["story.txt", "# The ferry", "plain"],
    ["story.TXT", "The ferry", "plain"],
    ["story.text", "The ferry", "plain"],
    ["story", "The ferry", "plain"],
    ["-", "The ferry", "plain"],
    ["story.md", "The ferry", "markdown"],
    ["a.b/story.markdown", "The ferry", "markdown"],
    ["a.md/story", "The ferry", "plain"],
    ["C:\\a.md\\story", "The ferry", "plain"],
    ["page.html", "The ferry", "html"],
    ["page.htm", "The ferry", "html"],
    ["page.xhtml", "The ferry", "html"],
    ["page", "\n<!DOCTYPE html><p>The ferry", "html"],
    ["page.php", "<html><p>The ferry", "html"],
    ["page.aspx", '<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<html lang="en"><p>The ferry', "html"],
    ["page.txt", "<!doctype html><p>The ferry", "plain"],
    ["notes.log", "The ferry", "plain"],
    ["notes", "a <html> tag", "plain"],
    ["notes", "<htmlish>", "plain"],
  ];
  test.each(rows)("%s holding %j is %s", (name, content, format) => {
    expect(readText(utf8(content), name).format).toBe(format);
  });
});

describe("what is no text is refused", () => {
  const rows: [what: string, content: string, name: string, code: string, format: string | null][] = [
    ["NUL bytes", "ferry\0boat\x01 and more", "a.txt", "binary", null],
    ["NUL bytes in Markdown", "a\0b", "a.md", "binary", null],
    ["a PDF by its ending", "anything", "a.pdf", "unsupported", "pdf"],
    ["a PDF by its first bytes", "%PDF-1.7\n", "a.txt", "unsupported", "pdf"],
    ["a Word file", "PK\x03\x04", "a.docx", "unsupported", "docx"],
    ["a Word file without its ending", "PK\x03\x04....word/document.xml", "a", "unsupported", "docx"],
    ["an e-book without its ending", "PK\x03\x04..mimetypeapplication/epub+zip", "a", "unsupported", "epub"],
    ["an old Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "letter", "unsupported", "doc"],
    ["an ODT file", "PK\x03\x04", "a.odt", "unsupported", "odt"],
    ["RTF", "{\\rtf1 The ferry}", "a.txt", "unsupported", "rtf"],
    ["an e-book", "", "a.epub", "unsupported", "epub"],
    ["a PNG picture", "\x89PNG\r\n\x1a\n\0", "a", "unsupported", "png"],
    ["a JPEG picture", "\xff\xd8\xff\xe0\0", "a.html", "unsupported", "jpg"],
    ["a JPEG by its ending", "", "a.JPEG", "unsupported", "jpg"],
    ["sound", "ID3\x03\0\0", "a", "unsupported", "mp3"],
    ["a zip archive", "PK\x03\x04", "a", "unsupported", "zip"],
    ["a gzip archive", "\x1f\x8b\x08", "a.txt", "unsupported", "gz"],
  ];
  test.each(rows)("%s", (_, content, name, code, format) => {
    let error: unknown;
    try {
      readText(latin(content), name);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ code, data: { name, format } });
    expect((error as FormatError).data.reason).not.toBe("");
  });
});

describe("an HTML page's charset is honoured", () => {
  const rows: [what: string, head: string][] = [
    ["by meta charset", '<!doctype html><meta charset="windows-1251">'],
    ["by meta http-equiv", '<html><meta http-equiv="Content-Type" content="text/html; charset=cp1251">'],
    ["by the XML declaration", '<?xml version="1.0" encoding="windows-1251"?><html>'],
    [
      "behind a comment that names another",
      '<!-- <meta charset="koi8-r"> --><html><meta charset=windows-1251>',
    ],
  ];
  test.each(rows)("%s", (_, head) => {
    const page = readText(new Uint8Array([...utf8(`${head}<p>`), 0xcf, 0xe0, 0xf0, 0xee, 0xec]), "page.html");
    expect(page.text).toBe("Паром");
  });

  test("a page that says UTF-16 in ASCII is UTF-8", () => {
    expect(readText(utf8('<meta charset="utf-16"><p>Fähre'), "page.html").text).toBe("Fähre");
  });
});

test("a byte-order mark is no part of the text", () => {
  const text = readText(utf8("\ufeffThe ferry"), "a.txt");
  expect(text.text).toBe("The ferry");
  expect(text.position(0)).toEqual({ line: 1, column: 1 });
});

test("UTF-16 text has zero bytes and is read", () => {
  expect(readText(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62, 0]), "a.txt").text).toBe("ab");
});
