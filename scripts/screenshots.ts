import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { sampleArchive } from "../src/cli/sample-archive.ts";
import { serve } from "../src/server/index.ts";
import { palettePng } from "./palette-png.ts";

/**
 * Takes the README's pictures of the reading room, `docs/check-page.png` and `docs/document-page.png`, from the samples
 * and the built pages; `npm run screenshots`.
 */
const CHROMIUM = process.env.SAIDSO_CHROMIUM ?? "/usr/bin/chromium";
const VIEW = { width: 1280, height: 860 };
const root = new URL("..", import.meta.url);

if (!existsSync(CHROMIUM)) {
  console.error(`${CHROMIUM}: not there; install Chromium, or name another with SAIDSO_CHROMIUM.`);
  process.exit(2);
}
const samples = await sampleArchive();
const server = await serve({
  host: "127.0.0.1",
  port: 0,
  worker: new URL("dist/bin/desk-worker.js", root),
  archive: samples.path,
  samples: fileURLToPath(new URL("samples/stories", root)),
  token: null,
  private: false,
  names: new Set(),
  checks: 1,
  queue: 4,
  limit: 30_000,
  logLevel: "silent",
  version: "0.0.0",
});
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: VIEW, colorScheme: "light", reducedMotion: "reduce" });
  await checked(page);
  await taken(page, "check-page");
  await page.goto(`${server.url}documents/special-dispatch-118`);
  await page.locator("#h1").evaluate((passage) => passage.scrollIntoView());
  await taken(page, "document-page");
} finally {
  await browser.close();
  await server.close();
  samples.remove();
}

/** A sample's result, one finding open beside the text. */
async function checked(page: Page): Promise<void> {
  await page.goto(server.url);
  await page.getByLabel("or a sample").selectOption("dark-towers.md");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.locator(".story a.quote[data-status=altered]").first().click();
}

async function taken(page: Page, name: string): Promise<void> {
  const png = palettePng(await page.screenshot({ caret: "hide", animations: "disabled", type: "png" }));
  writeFileSync(new URL(`docs/${name}.png`, root), png);
  console.log(`docs/${name}.png ${Math.round(png.length / 1000)} kB`);
}
