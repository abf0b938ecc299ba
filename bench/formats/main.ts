import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { canPrint } from "../../scripts/printers.ts";
import { machine, table, writeSection } from "../speed/result.ts";
import { hostileRows } from "./hostile-rows.ts";
import { keptRows } from "./kept-rows.ts";
import { sheets } from "./sheet.ts";
import { speedRows } from "./speed-rows.ts";

const USAGE = `node bench/formats/main.ts [--corpus FOLDER] [--sheets N] [--write]

  --corpus  a folder of texts to print; default ../shared/corpus/speeches, made-up prose where it is not there
  --sheets  texts that are printed; default 30
  --write   keep the results in bench/RESULTS.md

Needs Debian's libreoffice-writer, chromium and poppler-utils.`;

const ROOT = join(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: join(ROOT, "../shared/corpus/speeches") },
    sheets: { type: "string", default: "30" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help || !canPrint()) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const scratch = mkdtempSync(join(tmpdir(), "saidso-formats-"));
try {
  const printed = sheets(values.corpus, Number(values.sheets));
  const rows = [
    ...(await keptRows(printed, scratch)),
    ...(await speedRows(printed, scratch)),
    ...hostileRows(scratch),
  ];
  const body = `${machine()}. Times are medians; take the ratios, not the times.\n\n${table(rows)}`;
  console.log(body);
  if (values.write) writeSection(join(ROOT, "bench/RESULTS.md"), "Formats", body);
  process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
