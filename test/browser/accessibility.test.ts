import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./axe.ts";
import { hasChromium, startChromium } from "./chromium.ts";
import { printed } from "./command.ts";
import { openRoom, ROOT, type Room } from "./room.ts";
import { Visitors } from "./visitors.ts";

const STORIES = "samples/stories";
const STORY = "dark-towers.md";
const TOKEN = "a lamp for every tower";

describe.skipIf(!hasChromium)("axe finds nothing against", () => {
  let browser: Browser;
  let room: Room;
  let closed: Room;
  let visitors: Visitors;
  let page: Page;

  beforeAll(async () => {
    [browser, room, closed] = await Promise.all([
      startChromium(),
      openRoom({ samples: join(ROOT, STORIES) }),
      openRoom({ token: TOKEN, private: true }),
    ]);
    visitors = new Visitors(browser, [room.url, closed.url, "file:"]);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
    await closed?.close();
  });
  afterEach(() => visitors.expectContent());

  async function come(path: string): Promise<void> {
    page = await visitors.come(new URL(path, room.url).href);
  }
  async function checkStory(): Promise<void> {
    await come("/");
    await page.getByLabel("or a sample").selectOption(STORY);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.waitForSelector(".story");
  }

  test.each([
    "/",
    "/archive",
    "/archive?q=keys",
    "/archive?q=zeppelin&from=yesterday",
    "/documents/special-dispatch-118?explained=1&cite=a1.1",
    "/documents/hiwar-qawarib",
    "/documents/nothing",
    "/speakers",
    "/speakers/Maren%20Tolk",
    "/rules",
    "/api",
    "/sign-in",
    "/nowhere",
    "/results/00000000000000000000000000000000",
  ])("%s", async (path) => {
    await come(path);
    expect(await axeFaults(page)).toEqual([]);
  });

  test("a result, with its panel closed and open, wide and narrow", async () => {
    await checkStory();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await axeFaults(page)).toEqual([]);
  });

  test("a stored result, and the receipt for it", async () => {
    await checkStory();
    await page.getByRole("button", { name: "Store the outline" }).click();
    await page.waitForSelector(".link a");
    expect(await axeFaults(page)).toEqual([]);
    await page.locator(".link a").click();
    await page.waitForURL(/\/results\//u);
    expect(await axeFaults(page)).toEqual([]);
  });

  test("a report as a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "saidso-browser-"));
    const file = join(folder, "report.html");
    const args = ["check", STORY, "--archive", room.archive, "--format", "html"];
    writeFileSync(file, await printed(STORIES, args));
    await come(pathToFileURL(file).href);
    expect(await axeFaults(page)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test("a private server's door; the token opens it, for this browser, until somebody signs out", async () => {
    await come(new URL("/archive", closed.url).href);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel(/token/u).fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel(/token/u).fill(TOKEN);
    await page.getByRole("button", { name: "Sign in" }).click();
    // Back where the way was barred.
    await page.waitForURL(new URL("/archive", closed.url).href);
    expect(await page.locator(".results").count()).toBe(1);
    await page.goto(new URL("/sign-in", closed.url).href);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel(/token/u).waitFor();
  });
});
