import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What LibreOffice is asked to write, by the ending of its files. */
const FILTERS = {
  docx: "docx:MS Word 2007 XML",
  pdf: "pdf:writer_pdf_Export",
  html: "html:HTML (StarWriter)",
} as const;

const SOFFICE = process.env.SAIDSO_SOFFICE ?? "soffice";
/** Starting it takes some ten seconds on a busy machine, each page less than one. */
const LONGEST = 300_000;

/**
 * Converts HTML pages by LibreOffice Writer into files of the same names in the folder `out`, and gives their paths. It
 * runs with a profile of its own, which is removed after it. Throws where it fails.
 */
export function convertBySoffice(
  pages: readonly string[],
  format: keyof typeof FILTERS,
  out: string,
): readonly string[] {
  const profile = mkdtempSync(join(tmpdir(), "saidso-soffice-"));
  mkdirSync(out, { recursive: true });
  const options = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    "--headless",
    "--infilter=HTML (StarWriter)",
    "--convert-to",
    FILTERS[format],
    "--outdir",
    out,
  ];
  try {
    execFileSync(SOFFICE, [...options, ...pages], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: LONGEST,
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return pages.map((page) => join(out, `${basename(page, extname(page))}.${format}`));
}
