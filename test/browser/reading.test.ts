import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "../../src/cli/input.ts";
import { readingOf } from "../../src/cli/reading.ts";
import { type SampleArchive, sampleArchive } from "../../src/cli/sample-archive.ts";
import { withArchive } from "../../src/cli/store.ts";
import { hasChromium, startChromium } from "./chromium.ts";
import { sideways } from "./page-faults.ts";
import { openRoom, ROOT, type Room } from "./room.ts";
import type { VisitOptions } from "./visitor.ts";
import { Visitors } from "./visitors.ts";

const DISPATCH = "special-dispatch-118";

/** The samples, and a second version of a dispatch in which one sentence differs. */
async function versionedSamples(): Promise<SampleArchive> {
  const made = await sampleArchive();
  const path = join(ROOT, "samples/sources", `${DISPATCH}.txt`);
  const text = readFileSync(path, "utf8").replace("I am not tired yet", "I am a little tired today");
  const original = new TextEncoder().encode(text);
  const added = "2026-01-02T00:00:00.000Z";
  await withArchive(made.path, {}, (archive) => {
    const reading = readingOf({ path, origin: path, sha256: hashOf(original), original, added });
    if (reading.kind === "parcel") archive.add([reading.parcel]);
  });
  return made;
}

describe.skipIf(!hasChromium)("the archive's pages", () => {
  let browser: Browser;
  let room: Room;
  let visitors: Visitors;
  let page: Page;

  beforeAll(async () => {
    [browser, room] = await Promise.all([startChromium(), openRoom({}, versionedSamples())]);
    visitors = new Visitors(browser, [room.url]);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });
  afterEach(() => visitors.expectContent());

  async function come(path: string, options: VisitOptions = {}): Promise<void> {
    page = await visitors.come(new URL(path, room.url).href, options);
  }
  /** The voices of the passages that are seen. */
  async function voicesSeen(): Promise<string[]> {
    const seen = await page
      .locator(".passage:visible, .note:visible")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.voice ?? "note"));
    return [...new Set(seen)].sort();
  }

  test.each([true, false])("switches between the voices of a dispatch (script: %s)", async (script) => {
    await come(`/documents/${DISPATCH}`, { script });
    expect(await voicesSeen()).toEqual(expect.arrayContaining(["editor", "interviewer", "speaker"]));
    const supplied = page.locator(".reading .supplied");
    expect(await supplied.first().isVisible()).toBe(true);
    await page.getByLabel("Only the speaker’s words").check();
    expect(await voicesSeen()).toEqual(["speaker"]);
    await page.getByLabel("Without supplied words").check();
    expect(await page.locator(".reading .supplied:visible").count()).toBe(0);
    await page.getByLabel("Only the speaker’s words").uncheck();
    await page.getByLabel("Explain the editor’s marks").check();
    expect(await page.locator(".legend").isVisible()).toBe(true);
    // What is chosen can be sent to somebody.
    if (!script) await page.getByRole("button", { name: "Keep in the address" }).click();
    const address = new URL(page.url());
    expect([address.searchParams.get("bare"), address.searchParams.get("explained")]).toEqual(["1", "1"]);
    await page.goto(address.href);
    expect(await page.getByLabel("Without supplied words").isChecked()).toBe(true);
    expect(await page.locator(".legend").isVisible()).toBe(true);
  });

  test("a note leads to its words and back", async () => {
    await come(`/documents/${DISPATCH}`);
    const marker = page.locator("a.marker").first();
    const note = (await marker.getAttribute("href"))!.slice(1);
    await marker.click();
    expect(await page.locator(":target").getAttribute("id")).toBe(note);
    await page.locator(`#${note} a.back`).first().click();
    expect(await page.locator(":target").getAttribute("id")).toBe(await marker.getAttribute("id"));
  });

  test("a search names the voice, narrows by a facet, and leads to the very passage", async () => {
    await come("/archive");
    const all = await documents();
    expect(all).toBeGreaterThan(5);
    await page.getByRole("searchbox", { name: "Words" }).fill("keys");
    await page.getByRole("button", { name: "Search" }).click();
    const hits = page.locator(".hit");
    const voices = await hits.locator(".whose").allTextContents();
    expect(voices).toEqual(expect.arrayContaining(["the editor", "the interviewer", "Maren Tolk speaker"]));
    const facet = page.locator(".facets li", { has: page.getByRole("link", { name: "Maren Tolk" }) });
    expect(await facet.locator(".count").textContent()).toBe("1");
    await facet.getByRole("link").click();
    await page.waitForURL(/speaker=Maren/u);
    expect(await documents()).toBe(1);
    const link = hits.locator("a").last();
    const passage = new URL(await link.evaluate((a) => (a as HTMLAnchorElement).href)).hash;
    await link.click();
    await page.waitForURL(/\/documents\//u);
    expect(await page.locator(":target").getAttribute("id")).toBe(decodeURIComponent(passage.slice(1)));
    expect((await page.locator(":target").textContent())!.toLowerCase()).toContain("keys");
  });
  async function documents(): Promise<number> {
    return new Set(
      await page
        .locator("main a[href^='/documents/']")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href")!.replace(/[?#].*/u, ""))),
    ).size;
  }

  test("says what to do where nothing is found, and where a date is none", async () => {
    await come("/archive?q=zeppelin");
    expect(await page.locator("main").textContent()).toMatch(/Nothing found.*zeppel\*/su);
    expect(await documents()).toBe(0);
    await page.goto(new URL("/archive?from=yesterday", room.url).href);
    expect(await page.locator(".wrong, .problem").first().isVisible()).toBe(true);
  });

  test("a reference is followed to the dispatch it means, and back", async () => {
    await come("/documents/special-dispatch-130");
    const reference = page.locator(".note a[href^='/documents/']").first();
    const path = await reference.getAttribute("href");
    await reference.click();
    await page.waitForURL((url) => url.pathname === path);
    const back = page.locator("#document-references a[href='/documents/special-dispatch-130']").first();
    expect(await back.isVisible()).toBe(true);
    await back.click();
    await page.waitForURL((url) => url.pathname === "/documents/special-dispatch-130");
    // What is not held is said to be so.
    await page.goto(new URL(`/documents/${DISPATCH}`, room.url).href);
    expect(await page.locator("#document-references li.unheld").first().textContent()).toContain("not held");
  });

  test("versions stand side by side, what differs marked in both", async () => {
    await come(`/documents/${DISPATCH}`);
    await page.getByRole("link", { name: "1 beside 2" }).click();
    expect(await page.locator("del.gone", { hasText: "not" }).count()).toBeGreaterThan(0);
    expect(await page.locator("ins.come", { hasText: "little" }).count()).toBeGreaterThan(0);
    expect(await page.locator(".document").textContent()).toContain("1 passage changed");
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await sideways(page)).toBeNull();
  });

  test("a passage has an address, and is marked and seen there", async () => {
    await come(`/documents/${DISPATCH}?version=1#a4.1`);
    const passage = page.locator("#a4\\.1");
    expect(await inView(passage)).toBe(true);
    const plain = await page.locator("#a4\\.2 .words").evaluate(look);
    expect(await passage.locator(".words").evaluate(look)).not.toEqual(plain);
  });
  function look(element: Element): string[] {
    const { backgroundColor, outlineStyle, boxShadow, borderInlineStartStyle } = getComputedStyle(element);
    return [backgroundColor, outlineStyle, boxShadow, borderInlineStartStyle];
  }
  async function inView(one: Locator): Promise<boolean> {
    return one.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
  }

  test("words in the address are found in the text", async () => {
    await come("/");
    const words = "Those are two messages … and I would not give up the second";
    // A text directive is obeyed where somebody goes to it, not where a page does: as from the address bar.
    await page.goto(new URL(`/documents/${DISPATCH}#:~:text=${encodeURIComponent(words)}`, room.url).href);
    const passage = page.locator(".passage", { hasText: "Those are two messages" }).first();
    await expect.poll(() => inView(passage)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
  });

  test("a passage is cited, with script in its place and without on a page", async () => {
    await come(`/documents/${DISPATCH}`);
    await page.locator("#a4\\.1 a.place").click();
    const citation = page.locator("#a4\\.1 .citation textarea").first();
    await citation.waitFor();
    const text = await citation.inputValue();
    expect(text).toContain("Maren Tolk");
    await come(`/documents/${DISPATCH}`, { script: false });
    await page.locator("#a4\\.1 a.place").click();
    expect(await page.locator("#a4\\.1 .citation textarea").first().inputValue()).toBe(text);
  });

  test("a document written from right to left is laid out so", async () => {
    await come("/documents/hiwar-qawarib");
    const direction = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction(".passage .words")).toBe("rtl");
    expect(await direction(".reading")).toBe("rtl");
    expect(await direction("main")).toBe("ltr");
  });

  test("what its own summary misquotes is told beside it", async () => {
    await come(`/documents/${DISPATCH}`);
    expect(await page.locator("#document-own").isVisible()).toBe(true);
    expect(await page.locator("#document-own").textContent()).toContain("altered");
  });

  test("every page fits a phone, and prints without what is pressed", async () => {
    await come("/", { width: 360 });
    for (const path of [
      "/archive",
      "/archive?q=the",
      `/documents/${DISPATCH}`,
      "/documents/hiwar-qawarib",
      "/documents/nothing",
      "/speakers",
      "/speakers/Maren%20Tolk",
      "/rules",
      "/api",
      "/sign-in",
    ]) {
      await page.goto(new URL(path, room.url).href);
      expect(await sideways(page), path).toBeNull();
      await page.emulateMedia({ media: "print" });
      const pressed = page.locator("form:visible, button:visible, .site:visible, .skip:visible");
      const left = await pressed.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 200)));
      expect(left, path).toEqual([]);
      expect((await page.locator("main").textContent())!.length).toBeGreaterThan(40);
      await page.emulateMedia({ media: "screen" });
    }
  });
});
