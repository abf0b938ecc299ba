import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../src/formats/docx.ts";
import { FormatError, readFile } from "../../../src/formats/index.ts";
import { paragraph, part, parts, zipped } from "./docx-file.ts";

const FILES = parts({ body: paragraph("The ferry leaves at noon.") });
const SOUND = zipped(FILES);

/** The code and reason with which bytes are refused. */
async function refusal(bytes: Uint8Array, name = "talk.docx"): Promise<[code: string, reason: string]> {
  const error = await readFile(bytes, name).catch((error: unknown) => error);
  if (!(error instanceof FormatError)) throw new Error(`not refused: ${error}`);
  expect(error.data.name).toBe(name);
  return [error.code, error.data.reason];
}

/** A file whose main part has this body. */
const withBody = (body: string): Uint8Array =>
  zipped({ ...FILES, "word/document.xml": part("document", body) });

/** Bytes with the 32-bit number at an offset from a signature changed. */
function patched(bytes: Uint8Array, signature: string, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const text = new TextDecoder("latin1").decode(copy);
  for (let at = text.indexOf(signature); at >= 0; at = text.indexOf(signature, at + 4))
    new DataView(copy.buffer).setUint32(at + offset, value, true);
  return copy;
}
const ENTRY = "PK\x01\x02";

/** Files with one of them replaced by this many bytes of blanks. */
function blown(name: string, bytes: number): Uint8Array {
  const files = Object.fromEntries(Object.entries(FILES).map(([file, text]) => [file, strToU8(text)]));
  return zipSync({ ...files, [name]: new Uint8Array(bytes).fill(32) });
}

/** Bytes whose directory says that an entry has this size. */
function sized(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const directory = new TextDecoder("latin1").decode(copy).lastIndexOf(name) - 46;
  new DataView(copy.buffer).setUint32(directory + 24, size, true);
  return copy;
}

test("the file that the others are made of is sound", async () => {
  expect((await readFile(SOUND, "talk.docx")).text).toBe("The ferry leaves at noon.");
});

describe("too much is refused before it is unpacked:", () => {
  test("a part that says so", async () => {
    expect((await refusal(patched(SOUND, ENTRY, 24, 51e6)))[0]).toBe("too-complex");
  });

  test("a part that says it is small", async () => {
    const bytes = sized(blown("word/document.xml", 2e7), "word/document.xml", 2000);
    expect(await refusal(bytes)).toEqual([
      "damaged",
      "word/document.xml in it is not what its checksum says",
    ]);
  });

  test("parts that are too much together", async () => {
    const styles = `${part("styles", "")}${" ".repeat(1e6)}`;
    const bytes = zipped({ ...FILES, "word/styles.xml": styles });
    expect((await refusal(sized(bytes, "word/document.xml", 49.5e6)))[0]).toBe("too-complex");
  });

  test("a picture is never unpacked", async () => {
    const bytes = sized(blown("word/media/image1.png", 1e6), "word/media/image1.png", 4e9);
    expect((await readFile(bytes, "talk.docx")).text).toBe("The ferry leaves at noon.");
  });

  test("more paragraphs than a text has", async () => {
    const [code, reason] = await refusal(
      withBody(`<w:body>${"<w:p><w:t>a</w:t></w:p>".repeat(300_001)}</w:body>`),
    );
    expect([code, reason]).toEqual(["too-complex", "it has more than 300000 paragraphs"]);
  });

  test("more notes than a text has", async () => {
    const markers = Array.from({ length: 100_001 }, (_, id) => `<w:footnoteReference w:id="${id}"/>`).join(
      "",
    );
    expect(await refusal(withBody(`<w:body><w:p>${markers}</w:p></w:body>`))).toEqual([
      "too-complex",
      "it has more than 100000 notes",
    ]);
  });

  test.each(["w:sdt><w:sdtContent", "w:tbl><w:tr><w:tc", "w:p><w:r><w:txbxContent", "w:ins", "w:del"])(
    "a hundred thousand nested <%s>",
    async (tags) => {
      const names = tags.split("><").reverse();
      const deep = 100_000;
      const body =
        `<${tags}>`.repeat(deep) +
        names
          .map((name) => `</${name}>`)
          .join("")
          .repeat(deep);
      expect(await refusal(withBody(body))).toEqual([
        "too-complex",
        "word/document.xml in it is nested too deep",
      ]);
    },
  );
});

describe("what is broken is refused:", () => {
  test.each([0.1, 0.5, 0.9, 0.999].map((share) => [Math.round(SOUND.length * share)]))(
    "a file that is cut off after %i bytes",
    async (length) => {
      expect((await refusal(SOUND.subarray(0, length)))[0]).toBe("damaged");
    },
  );

  test("a wrong checksum", async () => {
    const [code, reason] = await refusal(patched(SOUND, ENTRY, 16, 7));
    expect([code, reason]).toEqual(["damaged", "_rels/.rels in it is not what its checksum says"]);
  });

  test("packed bytes that are none", async () => {
    const bytes = SOUND.slice();
    const at = new TextDecoder("latin1").decode(bytes).indexOf("word/document.xml");
    bytes.fill(0xff, at + 17, at + 60);
    expect((await refusal(bytes))[0]).toBe("damaged");
  });

  test("a directory that points outside the file", async () => {
    expect((await refusal(patched(SOUND, ENTRY, 42, 0x7fffffff)))[0]).toBe("damaged");
    expect((await refusal(patched(SOUND, "PK\x05\x06", 16, 0x7fffffff)))[0]).toBe("damaged");
  });

  test("a file without a document", async () => {
    const { "word/document.xml": _, ...rest } = FILES;
    expect(await refusal(zipped(rest))).toEqual([
      "damaged",
      "it holds no word/document.xml, so it is no DOCX file",
    ]);
    expect((await refusal(zipSync({})))[0]).toBe("damaged");
  });

  test.each([
    ["cut off", "<w:document><w:body><w:p>"],
    ["wrongly nested", "<w:document><w:p></w:document></w:p>"],
    ["no XML at all", "The ferry leaves at noon."],
    ["empty", ""],
    ["with an unknown entity", "<w:document>&ferry;</w:document>"],
    ["with a control character", "<w:document>&#1;</w:document>"],
  ])("a document that is %s", async (_, xml) => {
    expect(await refusal(zipped({ ...FILES, "word/document.xml": xml }))).toEqual([
      "damaged",
      "word/document.xml in it is no sound XML",
    ]);
  });

  test("a document that is not in the encoding it must be in", async () => {
    const files = Object.fromEntries(Object.entries(FILES).map(([n, t]) => [n, strToU8(t)]));
    const latin = Uint8Array.from(FILES["word/document.xml"]!.replace("noon", "midi né"), (c) =>
      c.charCodeAt(0),
    );
    expect((await refusal(zipSync({ ...files, "word/document.xml": latin })))[0]).toBe("damaged");
  });

  test("entities that grow, before they do", async () => {
    const xml = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${FILES["word/document.xml"]!.replace(/^<\?.*?\?>/, "").replace("noon", "&b;&c;")}`;
    const [code, reason] = await refusal(zipped({ ...FILES, "word/document.xml": xml }));
    expect(code).toBe("damaged");
    expect(reason).toContain("document type");
  });
});

describe("what is something else is told:", () => {
  test("a workbook under this name", async () => {
    const files = { "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" };
    expect((await refusal(zipped(files)))[0]).toBe("unsupported");
    await expect(readDocx(zipped(files), "a.docx")).rejects.toMatchObject({
      code: "unsupported",
      data: { format: "xlsx" },
    });
  });

  test("an older .doc, and an encrypted file, which look alike", async () => {
    const ole = (stream: string): Uint8Array => {
      const bytes = new Uint8Array(4096);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      bytes.set(
        [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
        1024,
      );
      return bytes;
    };
    expect((await refusal(ole("EncryptedPackage")))[0]).toBe("locked");
    expect((await refusal(ole("WordDocument")))[0]).toBe("unsupported");
  });

  test("an encrypted entry", async () => {
    const bytes = SOUND.slice();
    const text = new TextDecoder("latin1").decode(bytes);
    for (let at = text.indexOf(ENTRY); at >= 0; at = text.indexOf(ENTRY, at + 4)) bytes[at + 8] = 1;
    expect((await refusal(bytes))[0]).toBe("locked");
  });

  test("a file whose words are in pictures", async () => {
    expect(
      (
        await refusal(
          withBody("<w:body><w:p/><w:p><w:r><w:t xml:space='preserve'> </w:t></w:r></w:p></w:body>"),
        )
      )[0],
    ).toBe("no-text");
  });
});

test("parts outside the file are not looked for", async () => {
  const rels = FILES["word/_rels/document.xml.rels"]!.replaceAll(
    /Target="(\w+)\.xml"/g,
    'Target="http://example.org/$1.xml" TargetMode="External"',
  );
  const bytes = zipped({ ...FILES, "word/_rels/document.xml.rels": rels });
  expect((await readFile(bytes, "talk.docx")).text).toBe("The ferry leaves at noon.");
});

test("a file with very many entries is read", async () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/media/${i}.png`, ""]));
  expect((await readFile(zipped({ ...FILES, ...many }), "talk.docx")).text).toBe("The ferry leaves at noon.");
});
