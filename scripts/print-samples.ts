import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { languageOf } from "../src/documents/index.ts";
import { readText } from "../src/formats/index.ts";
import { byChromium, byLibreOffice, canPrint, writePages } from "./printers.ts";
import { samplePage } from "./sample-page.ts";

/**
 * Prints the samples as real programs print them, for the tests that hold formats against each other:
 * `test/printed/chromium/NAME.pdf` by Chromium, `test/printed/libreoffice/NAME.pdf`, `.docx` and `.html` by LibreOffice.
 * `npm run print`; needs Debian's libreoffice-writer, chromium and fonts-dejavu.
 */
const root = new URL("..", import.meta.url);
const printed = fileURLToPath(new URL("test/printed", root));
const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur"]);

if (!canPrint()) {
  console.error("LibreOffice or Chromium is not there; install libreoffice-writer and chromium.");
  process.exit(2);
}
const pages = new Map<string, string>();
for (const folder of ["samples/sources", "samples/stories"])
  for (const file of readdirSync(new URL(folder, root)).sort()) {
    const text = readText(readFileSync(new URL(`${folder}/${file}`, root)), file);
    const language = languageOf(text.text);
    pages.set(parse(file).name, samplePage(text, language !== null && RIGHT_TO_LEFT.has(language)));
  }
rmSync(`${printed}/chromium`, { recursive: true, force: true });
rmSync(`${printed}/libreoffice`, { recursive: true, force: true });
const written = writePages(`${printed}/pages`, pages);
byChromium(written, `${printed}/chromium`);
for (const ending of ["pdf", "docx", "html"] as const)
  byLibreOffice(written, ending, `${printed}/libreoffice`);
rmSync(`${printed}/pages`, { recursive: true });
mkdirSync(printed, { recursive: true });
writeFileSync(
  `${printed}/README.md`,
  `# Printed samples

Each file here is a text of samples/ as a real program wrote it: \`chromium/\` by Chromium's \`--print-to-pdf\`, \`libreoffice/\`
by \`soffice --convert-to\` (PDF, DOCX and HTML), both from a page that scripts/sample-page.ts makes of the sample's blocks.
\`npm run print\` makes all of them anew.
`,
);
