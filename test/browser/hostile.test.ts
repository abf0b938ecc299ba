import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, startChromium } from "./chromium.ts";
import { hostileArchive, hostileStories } from "./hostile-archive.ts";
import { HOSTILE, HOSTILE_ADDRESS } from "./hostile-texts.ts";
import { Links } from "./links.ts";
import { pageFaults, widthFaults } from "./page-faults.ts";
import { openRoom, type Room } from "./room.ts";
import { type Visitor, visit } from "./visitor.ts";

/** Where a crawl begins; what it finds leads on. */
const DOORS = ["/", "/archive", "/archive?q=lamps", "/archive?q=%3Cscript%3E", "/speakers", "/nowhere"];
/** Milliseconds: many pages, on a machine that may do much else. */
const LONG = { timeout: 120_000 };
/** Pages open at once. */
const TABS = 3;

describe.skipIf(!hasChromium)("texts that mean harm are text", LONG, () => {
  let browser: Browser;
  let room: Room;
  let origin: string;
  beforeAll(async () => {
    [browser, room] = await Promise.all([startChromium(), openRoom({ checks: 2 }, hostileArchive())]);
    origin = new URL(room.url).origin;
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  async function faultsOf(page: Page): Promise<string[]> {
    const where = page.url().slice(0, 200);
    const found = [...(await pageFaults(page, origin)), ...(await widthFaults(page))];
    return found.map((fault) => `${where}: ${fault}`);
  }

  test("on every page that a link of the archive leads to", async () => {
    const links = new Links(origin);
    for (const door of DOORS) links.add(`${origin}${door}`);
    const tabs = await Promise.all(Array.from({ length: TABS }, () => visit(browser, [origin])));
    const faults: string[] = [];
    let seen = 0;
    const look = async ({ page }: Visitor, url: string): Promise<void> => {
      const answer = await page.goto(url);
      const status = url.endsWith("/nowhere") ? 404 : 200;
      if (answer?.status() !== status) faults.push(`${answer?.status()}: ${url.slice(0, 200)}`);
      if (!answer?.headers()["content-type"]?.startsWith("text/html")) return;
      faults.push(...(await faultsOf(page)));
      await links.gather(page);
      seen++;
    };
    for (let next = links.take(TABS); next.length > 0; next = links.take(TABS))
      await Promise.all(next.map((url, i) => look(tabs[i]!, url)));
    expect([...faults, ...tabs.flatMap(({ complaints }) => complaints)]).toEqual([]);
    expect(seen).toBeGreaterThan(20);
    await Promise.all(tabs.map((tab) => tab.leave()));
  });

  test.concurrent.each(hostileStories())(
    "in a story, $name, and in its report as a file",
    async ({ name, bytes }) => {
      const folder = mkdtempSync(join(tmpdir(), "saidso-browser-"));
      const visitor = await visit(browser, [origin, "file:"]);
      const { page } = visitor;
      await page.goto(room.url);
      const buffer = Buffer.from(bytes);
      await page.getByLabel("or a file").setInputFiles({ name, mimeType: "text/plain", buffer });
      await page.getByRole("button", { name: "Check", exact: true }).click();
      await page.waitForSelector(".story");
      const faults = await faultsOf(page);
      for (let i = 0; i < 3; i++) await page.keyboard.press("j");
      faults.push(...(await faultsOf(page)));
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "HTML, one file" }).click(),
      ]);
      await download.saveAs(join(folder, "report.html"));
      await page.goto(pathToFileURL(join(folder, "report.html")).href);
      faults.push(...(await pageFaults(page, "file:")), ...(await widthFaults(page)));
      expect([...faults, ...visitor.complaints]).toEqual([]);
      await visitor.leave();
      rmSync(folder, { recursive: true });
    },
  );

  test("and are seen where a page takes them for more", async () => {
    const visitor = await visit(browser, [origin]);
    await visitor.page.goto(`${origin}/rules`);
    for (const kind of [
      "script",
      "image",
      "svg",
      "double quotes",
      "text area",
      "style",
      "comment",
      "link to a script",
      "frames",
      "turned around",
    ]) {
      await visitor.page.evaluate((words) => {
        document.querySelector("main")!.innerHTML =
          `<p title="${words}">${words}</p><a href="${words}">x</a>`;
      }, HOSTILE[kind]!);
      expect((await pageFaults(visitor.page, origin)).length, kind).toBeGreaterThan(0);
    }
    await expect.poll(() => visitor.complaints.join("\n")).toMatch(/Content Security Policy/u);
    await visitor.leave();
  });

  test.concurrent("where they are pasted, stored, and asked for", async () => {
    const visitor = await visit(browser, [origin]);
    const { page } = visitor;
    const said = Object.values(HOSTILE).map((words) => `“The tide ${words} keeps a diary,” said Orla Finch.`);
    const faults: string[] = [];
    for (const keep of ["Store the outline", "Store it with the text"]) {
      await page.goto(room.url);
      await page.getByLabel("Pasted as").selectOption("markdown");
      await page.getByLabel("Text", { exact: true }).fill(said.join("\n\n").replace(/\0/gu, ""));
      await page.getByRole("button", { name: "Check", exact: true }).click();
      await page.getByRole("button", { name: keep }).click();
      await page.waitForSelector(".link a");
      faults.push(...(await faultsOf(page)));
      await page.locator(".link a").click();
      await page.waitForURL(/\/results\//u);
      faults.push(...(await faultsOf(page)));
    }
    const asked = encodeURIComponent(HOSTILE_ADDRESS);
    for (const path of [
      `/archive?q=${asked}`,
      `/archive?speaker=${asked}&from=${asked}`,
      `/documents/${asked}`,
      `/speakers/${asked}`,
      `/sign-in?to=${asked}`,
      `/${asked}`,
    ]) {
      await page.goto(`${origin}${path}`);
      faults.push(...(await faultsOf(page)));
    }
    expect([...faults, ...visitor.complaints]).toEqual([]);
    await visitor.leave();
  });
});
