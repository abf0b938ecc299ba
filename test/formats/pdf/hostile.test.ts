import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FormatError, readFile } from "../../../src/formats/index.ts";
import { deflated, madePdf, type PdfObject, stream, textPdf, words } from "./made-pdf.ts";

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await readFile(bytes, "talk.pdf")).text;
  } catch (error) {
    if (error instanceof FormatError) return error.code;
    throw error;
  }
}

const CATALOG: PdfObject = [1, "<< /Type /Catalog /Pages 2 0 R >>"];
const HELLO = words(50, 500, "The ferry leaves at noon.");
const FONT = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";

function page(number: number, contents: number): PdfObject {
  return [
    number,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${contents} 0 R ${FONT} >>`,
  ];
}

function onePage(contents: string | Buffer): Uint8Array {
  return madePdf([CATALOG, [2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"], page(3, 4), [4, contents]]);
}

function manyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, at) => at + 10);
  return madePdf([
    CATALOG,
    [2, `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] /Count ${count} >>`],
    [9, stream(HELLO)],
    ...kids.map((kid) => page(kid, 9)),
  ]);
}

describe("a file that holds nothing to read is refused by its name for that", () => {
  test.each<[string, string, () => Uint8Array]>([
    ["a page that is only drawn on", "no-text", () => textPdf([{ content: "0 0 100 100 re f" }])],
    ["a page of blanks", "no-text", () => textPdf([{ content: words(50, 500, "   ") }])],
    ["a header alone", "damaged", () => new Uint8Array(Buffer.from("%PDF-1.7\n"))],
    [
      "a header and noise",
      "damaged",
      () => new Uint8Array(Buffer.from(`%PDF-1.7\n${"noise ".repeat(9999)}`)),
    ],
    [
      "page nodes that hold each other",
      "damaged",
      () =>
        madePdf([
          CATALOG,
          [2, "<< /Type /Pages /Kids [3 0 R] /Count 5 >>"],
          [3, "<< /Type /Pages /Kids [2 0 R] /Count 5 >>"],
        ]),
    ],
    [
      "a password that nobody gave",
      "locked",
      () =>
        textPdf(
          [{ content: HELLO }],
          [[60, `<< /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >>`]],
          "/Encrypt 60 0 R /ID [<00> <00>] ",
        ),
    ],
    ["six thousand pages", "too-complex", () => manyPages(6000)],
    ["a stream that expands to 100 MB", "too-complex", () => onePage(deflated(Buffer.alloc(100 << 20, 32)))],
  ])("%s: %s", async (_, code, made) => {
    expect(await outcome(made())).toBe(code);
  });

  test("a scan's error says what to do", async () => {
    await expect(readFile(textPdf([{ content: "0 0 9 9 re f" }]), "scan.pdf")).rejects.toThrow(/OCR/);
  });
});

describe("what can be read of a broken file is read", () => {
  test.each<[string, () => Uint8Array]>([
    [
      "a page that draws itself",
      () =>
        madePdf([
          CATALOG,
          [2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
          [
            3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> " +
              "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
          ],
          [4, stream(`${HELLO}/X Do`)],
          [
            5,
            stream(
              "/X Do",
              "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> ",
            ),
          ],
        ]),
    ],
    ["states saved a thousand times", () => textPdf([{ content: `${"q ".repeat(1000)}${HELLO}` }])],
    ["more states restored than saved", () => textPdf([{ content: `${"Q ".repeat(1000)}${HELLO}` }])],
    [
      "a tree that claims four thousand pages and has one",
      () =>
        madePdf([
          CATALOG,
          [2, "<< /Type /Pages /Kids [3 0 R] /Count 4000 >>"],
          page(3, 4),
          [4, stream(HELLO)],
        ]),
    ],
    ["one page scanned and one not", () => textPdf([{ content: "0 0 9 9 re f" }, { content: HELLO }])],
  ])("%s", async (_, made) => {
    expect(await outcome(made())).toBe("The ferry leaves at noon.");
  });
});

test("a file cut off anywhere is read as far as it goes, or refused, and never hangs", async () => {
  const whole = readFileSync(join(import.meta.dirname, "files/hebrew.pdf"));
  const codes = new Set<string>();
  for (let end = 0; end < whole.length; end += 701) {
    const found = await outcome(new Uint8Array(whole.subarray(0, end)));
    if (/^[a-z-]+$/.test(found)) codes.add(found);
  }
  for (const code of codes) expect(["damaged", "no-text"]).toContain(code);
});
