import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";

const CHROMIUM = process.env.SAIDSO_CHROMIUM ?? "/usr/bin/chromium";
const LONGEST = 60_000;

/** It prints, and asks nothing of any network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-pdf-header-footer",
];

/**
 * Prints HTML pages by Chromium into PDF files of the same names in the folder `out`, and gives their paths. It runs with
 * a profile of its own, which is removed after it. Throws where it fails.
 */
export function printByChromium(pages: readonly string[], out: string): readonly string[] {
  const profile = mkdtempSync(join(tmpdir(), "saidso-chromium-"));
  mkdirSync(out, { recursive: true });
  try {
    return pages.map((page) => {
      const pdf = join(out, `${basename(page, extname(page))}.pdf`);
      const options = [...FLAGS, `--user-data-dir=${profile}`, `--print-to-pdf=${pdf}`];
      execFileSync(CHROMIUM, [...options, pathToFileURL(page).href], { stdio: "ignore", timeout: LONGEST });
      return pdf;
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
