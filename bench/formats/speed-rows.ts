import { execFileSync } from "node:child_process";
import { join } from "node:path";
import mammoth from "mammoth";
import { byChromium, byLibreOffice, type Printed, writePages } from "../../scripts/printers.ts";
import { readFile } from "../../src/formats/index.ts";
import { median } from "../speed/measure.ts";
import { atLeast, exactly, type Row, told } from "../speed/row.ts";
import { wordsOf } from "./kept-words.ts";
import type { Sheet } from "./sheet.ts";
import { sheetPage } from "./sheet-page.ts";

const RUNS = 5;
/** Pages a second, and megabytes of files a second. */
const PAGES = 60;
const MEGABYTES = 5;
const MEGABYTE = 1_000_000;
/** Times that the sheets stand in the long document: a PDF of some hundred pages. */
const TIMES = 3;

/** How fast files are read, with what they must hold. */
export async function speedRows(sheets: readonly Sheet[], scratch: string): Promise<Row[]> {
  const blocks = Array.from({ length: TIMES }, () => sheets.flatMap((sheet) => sheet.blocks)).flat();
  const page = sheetPage({ name: "long", columns: 1, blocks });
  const pages = writePages(join(scratch, "long"), new Map([["long", page]]));
  const [pdf] = byChromium(pages, join(scratch, "long-pdf"));
  const [docx] = byLibreOffice(pages, "docx", join(scratch, "long-docx"));
  return [...(await pdfRows(pdf!)), ...(await docxRows(docx!)), ...(await htmlRows(sheets))];
}

async function pdfRows(pdf: Printed): Promise<Row[]> {
  const count = Number(/Pages:\s+(\d+)/u.exec(execFileSync("pdfinfo", [pdf.path], { encoding: "utf8" }))![1]);
  const time = await medianOf(() => readFile(pdf.bytes.slice(), "long.pdf"));
  const peer = await medianOf(() => execFileSync("pdftotext", [pdf.path, "-"], { maxBuffer: 1 << 28 }));
  const { places } = await readFile(pdf.bytes.slice(), "long.pdf");
  const last = places.at(-1)?.place;
  return [
    atLeast(`PDF of ${count} pages: pages a second`, (1000 * count) / time, PAGES, "pages"),
    exactly("PDF: the last place's page", last?.kind === "page" ? last.page : 0, count),
    told("PDF: poppler's pdftotext (C++), pages a second", ((1000 * count) / peer).toFixed(0)),
  ];
}

async function docxRows(docx: Printed): Promise<Row[]> {
  const { text } = await readFile(docx.bytes, "long.docx");
  const xml = Number(
    /(\d+)\s+\S+\s+\S+\s+word\/document\.xml/u.exec(
      execFileSync("unzip", ["-l", docx.path], { encoding: "utf8" }),
    )![1],
  );
  const time = await medianOf(() => readFile(docx.bytes, "long.docx"));
  const buffer = Buffer.from(docx.bytes);
  const peer = await medianOf(() => mammoth.extractRawText({ buffer }));
  const second = (bytes: number): number => (1000 * bytes) / MEGABYTE / time;
  return [
    atLeast("DOCX: MB of its XML a second", second(xml), MEGABYTES, "MB"),
    told(
      "DOCX: MB of its text, of its file, a second",
      `${second(text.length).toFixed(2)}, ${second(docx.bytes.length).toFixed(2)}`,
    ),
    told("DOCX: words", String(wordsOf(text).length)),
    told(
      "DOCX: beside mammoth's extractRawText, which keeps no notes, blocks or places",
      `${(peer / time).toFixed(2)}×`,
    ),
  ];
}

async function htmlRows(sheets: readonly Sheet[]): Promise<Row[]> {
  const pages = sheets.map((sheet) => new TextEncoder().encode(sheetPage(sheet)));
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  const time = await medianOf(async () => {
    for (const page of pages) await readFile(page, "a.html");
  });
  return [
    atLeast(`HTML: MB of ${pages.length} pages a second`, (1000 * bytes) / MEGABYTE / time, MEGABYTES, "MB"),
  ];
}

async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const began = performance.now();
    await work();
    // The first run loads the reader.
    if (run > 0) times.push(performance.now() - began);
  }
  return median(times);
}
