import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { printByChromium } from "./print/chromium.ts";
import { printedPage } from "./print/page.ts";
import { readSample, type Sample } from "./print/sample.ts";
import { convertBySoffice } from "./print/soffice.ts";
import { subtitlesOf } from "./print/subtitles.ts";

/**
 * Prints files of words, the samples where none are named, into the formats that are read: HTML (ours, and LibreOffice's
 * own), DOCX, PDF by LibreOffice and by Chromium, and WebVTT, each in a folder of OUT.
 * `node scripts/print-files.ts OUT [FILE…]`
 */
const [out, ...named] = process.argv.slice(2);
if (out === undefined) {
  console.error("print-files: name the folder to print into: node scripts/print-files.ts OUT [FILE…]");
  process.exit(2);
}
const root = fileURLToPath(new URL("..", import.meta.url));
const files =
  named.length > 0
    ? named.map((file) => resolve(file))
    : globSync("samples/{sources,stories}/*", { cwd: root })
        .sort()
        .map((file) => join(root, file));
const folder = resolve(out);
const samples = await Promise.all(files.map(readSample));

/** Writes a text of each sample into a folder, and gives the paths. */
function write(kind: string, ending: string, of: (sample: Sample) => string): readonly string[] {
  mkdirSync(join(folder, kind), { recursive: true });
  return samples.map((sample) => {
    const path = join(folder, kind, `${sample.name}.${ending}`);
    writeFileSync(path, of(sample));
    return path;
  });
}

const pages = write("html", "html", printedPage);
const printed = [
  pages,
  write("vtt", "vtt", ({ document }) => subtitlesOf(document)),
  convertBySoffice(pages, "docx", join(folder, "soffice-docx")),
  convertBySoffice(pages, "pdf", join(folder, "soffice-pdf")),
  convertBySoffice(pages, "html", join(folder, "soffice-html")),
  printByChromium(pages, join(folder, "chromium-pdf")),
];
for (const path of printed.flat()) console.log(path);
