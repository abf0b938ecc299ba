import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { byChromium, byLibreOffice, type Printed, writePages } from "../../scripts/printers.ts";
import { readFile } from "../../src/formats/index.ts";
import { type Row, told } from "../speed/row.ts";
import { keptWords, sheetWords, wordsOf } from "./kept-words.ts";
import type { Sheet } from "./sheet.ts";
import { sheetCues } from "./sheet-cues.ts";
import { sheetPage } from "./sheet-page.ts";

/** Of a hundred words that were printed, those that must come back in order. */
const LEAST = 99.5;

interface Kind {
  readonly name: string;
  readonly printed: readonly Printed[];
  readonly wanted: (sheet: Sheet) => string[];
}

/** How many words of printed texts come back, in order, by format and program; beside what poppler reads of the PDFs. */
export async function keptRows(sheets: readonly Sheet[], scratch: string): Promise<Row[]> {
  const pages = writePages(join(scratch, "pages"), new Map(sheets.map((one) => [one.name, sheetPage(one)])));
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  const made = (ending: string, text: (sheet: Sheet) => string): Printed[] =>
    sheets.map((sheet) => ({
      name: sheet.name,
      path: `${sheet.name}.${ending}`,
      bytes: encoded(text(sheet)),
    }));
  const office = join(scratch, "office");
  const kinds: Kind[] = [
    { name: "PDF by Chromium", printed: byChromium(pages, join(scratch, "chromium")), wanted: sheetWords },
    { name: "PDF by LibreOffice", printed: byLibreOffice(pages, "pdf", office), wanted: sheetWords },
    { name: "DOCX by LibreOffice", printed: byLibreOffice(pages, "docx", office), wanted: sheetWords },
    { name: "HTML by LibreOffice", printed: byLibreOffice(pages, "html", office), wanted: sheetWords },
    { name: "HTML", printed: made("html", sheetPage), wanted: sheetWords },
    {
      name: "WebVTT",
      printed: made("vtt", sheetCues),
      wanted: (sheet) => wordsOf(sheet.blocks.map(({ text }) => text).join("\n")),
    },
  ];
  const rows: Row[] = [];
  for (const kind of kinds) {
    rows.push(await keptRow(kind, sheets));
    if (kind.name.startsWith("PDF")) rows.push(popplerRow(kind, sheets));
  }
  return rows;
}

async function keptRow({ name, printed, wanted }: Kind, sheets: readonly Sheet[]): Promise<Row> {
  const shares: number[] = [];
  let [kept, all] = [0, 0];
  for (const [i, { bytes, path }] of printed.entries()) {
    const words = wanted(sheets[i]!);
    const read = keptWords(words, wordsOf((await readFile(bytes, path)).text));
    shares.push((100 * read) / words.length);
    kept += read;
    all += words.length;
  }
  const share = (100 * kept) / all;
  const worst = Math.min(...shares);
  return {
    name: `${name}: words that come back in order (${all} printed), of the worst text`,
    measured: `${share.toFixed(2)} %, ${worst.toFixed(2)} %`,
    limit: `≥ ${LEAST} %`,
    kept: share >= LEAST,
  };
}

function popplerRow({ name, printed, wanted }: Kind, sheets: readonly Sheet[]): Row {
  let [kept, all] = [0, 0];
  for (const [i, { path }] of printed.entries()) {
    const words = wanted(sheets[i]!);
    const text = execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
    kept += keptWords(words, wordsOf(text));
    all += words.length;
  }
  return told(`${name}: poppler's pdftotext`, `${((100 * kept) / all).toFixed(2)} %`);
}
