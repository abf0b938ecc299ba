import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A page that was printed: by which program, and its file. */
export interface Printed {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

const SOFFICE = "/usr/bin/soffice";
const CHROMIUM = "/usr/bin/chromium";
/** Milliseconds for all pages of one run. */
const LONGEST = 300_000;

/** Whether both programs are there; Debian's packages are libreoffice-writer and chromium. */
export function canPrint(): boolean {
  return existsSync(SOFFICE) && existsSync(CHROMIUM);
}

/** Pages written as files by their names, to be printed. */
export function writePages(folder: string, pages: ReadonlyMap<string, string>): string[] {
  mkdirSync(folder, { recursive: true });
  return [...pages].map(([name, page]) => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, page);
    return path;
  });
}

const FILTERS = { docx: "MS Word 2007 XML", pdf: "writer_pdf_Export", html: "HTML (StarWriter)" };

/** LibreOffice's files of HTML pages, all in one run. */
export function byLibreOffice(
  pages: readonly string[],
  ending: keyof typeof FILTERS,
  folder: string,
): Printed[] {
  const profile = mkdtempSync(join(tmpdir(), "saidso-office-"));
  try {
    execFileSync(
      SOFFICE,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        `${ending}:${FILTERS[ending]}`,
        "--outdir",
        folder,
        ...pages,
      ],
      { stdio: "ignore", timeout: LONGEST },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return pages.map((page) => printed(page, folder, ending));
}

const CHROMIUM_FLAGS = [
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

/** Chromium's PDF files of HTML pages. */
export function byChromium(pages: readonly string[], folder: string): Printed[] {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "saidso-chromium-"));
  try {
    return pages.map((page) => {
      const file = join(folder, `${basename(page, ".html")}.pdf`);
      execFileSync(
        CHROMIUM,
        [...CHROMIUM_FLAGS, `--user-data-dir=${profile}`, `--print-to-pdf=${file}`, pathToFileURL(page).href],
        { stdio: "ignore", timeout: LONGEST },
      );
      return printed(page, folder, "pdf");
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function printed(page: string, folder: string, ending: string): Printed {
  const name = basename(page, ".html");
  const path = join(folder, `${name}.${ending}`);
  return { name, path, bytes: readFileSync(path) };
}
