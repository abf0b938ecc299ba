import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/check/index.ts";
import { hasChromium, startChromium } from "./chromium.ts";
import { printed } from "./command.ts";
import { pageFaults, sideways } from "./page-faults.ts";
import { openRoom, ROOT, type Room } from "./room.ts";
import type { VisitOptions } from "./visitor.ts";
import { Visitors } from "./visitors.ts";

const STORIES = "samples/stories";
const STORY = "dark-towers.md";

describe.skipIf(!hasChromium)("the check page", () => {
  let browser: Browser;
  let room: Room;
  let folder: string;
  /** What `saidso check` prints of the story, by format. */
  let command: Record<"json" | "html" | "markdown", string>;
  let report: Report;
  let visitors: Visitors;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "saidso-browser-"));
    [browser, room] = await Promise.all([startChromium(), openRoom({ samples: join(ROOT, STORIES) })]);
    const [json, html, markdown] = await Promise.all(
      ["json", "html", "markdown"].map((format) =>
        printed(STORIES, ["check", STORY, "--archive", room.archive, "--format", format]),
      ),
    );
    command = { json: json!, html: html!, markdown: markdown! };
    report = JSON.parse(json!) as Report;
    visitors = new Visitors(browser, [room.url, "file:"]);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => visitors.expectContent());

  async function come(options: VisitOptions = {}): Promise<void> {
    page = await visitors.come(room.url, options);
  }
  async function checkFile(name = STORY): Promise<void> {
    await page.getByLabel("or a file").setInputFiles(join(ROOT, STORIES, name));
    await press("Check");
  }
  /** Presses a button that leads to another page. */
  async function press(name: string): Promise<void> {
    await page.getByRole("button", { name, exact: true }).click();
    await page.waitForLoadState();
  }
  /** Status by status, how many quotations are marked in the text. */
  function marked(): Promise<Record<string, number>> {
    return page.locator(".story a.quote[id]").evaluateAll((marks) => {
      const counts: Record<string, number> = {};
      for (const mark of marks as HTMLElement[])
        counts[mark.dataset.status!] = (counts[mark.dataset.status!] ?? 0) + 1;
      return counts;
    });
  }
  function expected(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { status } of report.findings) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }
  function shownFindings(): Promise<string[]> {
    return page.locator(".finding:visible").evaluateAll((all) => all.map(({ id }) => id));
  }
  function focused(): Promise<string> {
    return page.evaluate(() => document.activeElement?.id ?? "");
  }

  test("marks in a pasted story what the command finds in it", async () => {
    await come();
    await page.getByLabel("Text", { exact: true }).fill(readFileSync(join(ROOT, STORIES, STORY), "utf8"));
    await page.getByLabel("Pasted as").selectOption("markdown");
    await press("Check");
    expect(await marked()).toEqual(expected());
    const marks = await page
      .locator("a.quote[id]")
      .evaluateAll((all) =>
        (all as HTMLAnchorElement[]).map(({ hash, textContent, dataset }) => [
          hash,
          dataset.status,
          textContent,
        ]),
      );
    for (const [index, { quotation, status }] of report.findings.entries()) {
      const [, marked, words] = marks.find(([hash]) => hash === `#finding-${index + 1}`)!;
      expect(marked).toBe(status);
      expect(quotation.text).toContain(words);
    }
    const counts = await page.locator(".filters label").allTextContents();
    const { summary } = report;
    expect(counts).toContain(`altered ${summary.altered}`);
    expect(counts).toContain(`verbatim ${summary.verbatim}`);
    expect(counts).toContain(`absent ${summary.absent}`);
    expect(await page.locator(".verdict").textContent()).toContain(`${summary.quotations} quotations`);
  });

  test("reads a file that is dropped, and a sample that is picked", async () => {
    await come();
    const dropped = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "dropped.md"));
        return transfer;
      },
      readFileSync(join(ROOT, STORIES, STORY), "utf8"),
    );
    await page.locator("form.check").dispatchEvent("dragover", { dataTransfer: dropped });
    await page.locator("form.check").dispatchEvent("drop", { dataTransfer: dropped });
    await press("Check");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("dropped.md");
    expect(await marked()).toEqual(expected());
    await page.goto(room.url);
    await page.getByLabel("or a sample").selectOption(STORY);
    await press("Check");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(STORY);
    expect(await marked()).toEqual(expected());
  });

  test("walks the findings with j and k, and the panel opens and closes by the keyboard alone", async () => {
    await come();
    await checkFile();
    await page.keyboard.press("j");
    expect([await shownFindings(), await focused()]).toEqual([["finding-1"], "finding-1"]);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await shownFindings()).toEqual(["finding-3"]);
    expect(new URL(page.url()).hash).toBe("#finding-3");
    await page.keyboard.press("k");
    expect(await shownFindings()).toEqual(["finding-2"]);
    expect(await page.locator("#quotation-2").getAttribute("aria-current")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("quotation-2");
    expect((await shownFindings()).length).toBe(report.findings.length);
    // From a link of the text, and back to it; no key is caught in between.
    await page.locator("#quotation-5").focus();
    await page.keyboard.press("Enter");
    expect([await shownFindings(), await focused()]).toEqual([["finding-5"], "finding-5"]);
    await page.keyboard.press("Tab");
    expect(await focused()).not.toBe("finding-5");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("quotation-5");
    await page.keyboard.press("k");
    expect(await shownFindings()).toEqual([`finding-${report.findings.length}`]);
  });

  test("the panel shows the quotation over the source with the words that differ", async () => {
    await come();
    await checkFile();
    const at = report.findings.findIndex(({ problems }) =>
      problems.some(({ rule }) => rule === "word-changed"),
    );
    const { quotation, match } = report.findings[at]!;
    await page.locator(`#quotation-${at + 1}`).click();
    const finding = page.locator(`#finding-${at + 1}`);
    expect(await finding.locator(".quotation blockquote").textContent()).toContain(
      quotation.text.slice(0, 30),
    );
    expect(await finding.locator(".source blockquote").textContent()).toContain(match!.text.slice(0, 30));
    expect(await finding.locator("ins").count()).toBeGreaterThan(0);
    expect(await finding.locator("del").count()).toBeGreaterThan(0);
    // The place leads to the very passage.
    await finding.locator(".facts a").first().click();
    await page.waitForURL(/\/documents\//u);
    expect(await page.locator(":target").count()).toBe(1);
    expect(await page.locator(":target").textContent()).toContain(match!.text.slice(0, 20));
  });

  test("filters by status, in the list, the findings and the walk", async () => {
    await come();
    await checkFile();
    await page.getByRole("radio", { name: /^altered/u }).check();
    const altered = report.findings.flatMap(({ status }, i) =>
      status === "altered" ? [`finding-${i + 1}`] : [],
    );
    expect(await shownFindings()).toEqual(altered);
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await shownFindings()).toEqual([altered[1]]);
    await page.getByRole("radio", { name: /^absent/u }).check();
    expect(await shownFindings()).toEqual(
      report.findings.flatMap(({ status }, i) => (status === "absent" ? [`finding-${i + 1}`] : [])),
    );
    await page.getByRole("radio", { name: /^all/u }).check();
    expect((await shownFindings()).length).toBe(report.findings.length);
  });

  async function taken(name: string): Promise<{ file: string; text: string }> {
    const [download] = (await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).click(),
    ])) as [Download, unknown];
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return { file, text: readFileSync(file, "utf8") };
  }

  test.each([true, false])(
    "is taken away byte for byte as the command writes it (script: %s)",
    async (script) => {
      await come({ script });
      await checkFile();
      expect((await taken("JSON")).text).toBe(command.json);
      expect((await taken("Markdown")).text).toBe(command.markdown);
      const { file, text } = await taken("HTML, one file");
      expect(text).toBe(command.html);
      // The file shows the same, from the disk.
      await page.goto(pathToFileURL(file).href);
      expect(await marked()).toEqual(expected());
      expect(await pageFaults(page, "file:")).toEqual([]);
      if (script) {
        await page.keyboard.press("j");
        expect(await shownFindings()).toEqual(["finding-1"]);
      } else expect((await shownFindings()).length).toBe(report.findings.length);
    },
  );

  test("works without script: the findings stand below, the filters are style alone", async () => {
    await come({ script: false });
    await checkFile();
    expect(await marked()).toEqual(expected());
    expect((await shownFindings()).length).toBe(report.findings.length);
    await page.locator("#quotation-3").click();
    expect(new URL(page.url()).hash).toBe("#finding-3");
    await page.locator("#finding-3 .at a").click();
    expect(new URL(page.url()).hash).toBe("#quotation-3");
    await page.getByRole("radio", { name: /^absent/u }).check();
    expect((await shownFindings()).length).toBe(report.summary.absent);
    expect(await page.locator(".scripted-only:visible, .theme").count()).toBe(0);
  });

  test("holds a text against some documents, and against sources that are sent along", async () => {
    await come();
    await page.getByRole("radio", { name: /some of its documents/u }).check();
    await page.locator('input[name="document"][value="special-dispatch-118"]').check();
    await checkFile();
    expect(await page.locator(".against-line").textContent()).toContain("1 document of the archive");
    await page.goto(room.url);
    await page.getByRole("radio", { name: /source files/u }).check();
    await page
      .getByLabel("Source files", { exact: true })
      .setInputFiles(
        ["special-dispatch-118.txt", "special-dispatch-121.txt"].map((name) =>
          join(ROOT, "samples/sources", name),
        ),
      );
    await checkFile();
    expect(await page.locator(".against-line").textContent()).toContain("2 source files sent along");
    expect(await marked()).toEqual(expected());
  });

  test("shares the outline without a word of the text, and the whole where that is asked for", async () => {
    await come();
    await checkFile();
    await press("Store the outline");
    const key = await page.locator("code").textContent();
    await page.locator(".link a").click();
    const outline = await page.content();
    for (const { quotation } of report.findings)
      if (quotation.text.length > 20) expect(outline).not.toContain(quotation.text.slice(0, 20));
    expect(outline).toContain("special-dispatch-118");
    await page.getByLabel(/^Key/u).fill(key!);
    await press("Delete");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("It is deleted");
    await page.goto(room.url);
    await checkFile();
    await press("Store it with the text");
    await page.locator(".link a").click();
    expect(await marked()).toEqual(expected());
    expect(await pageFaults(page, new URL(room.url).origin)).toEqual([]);
  });

  test("lays out a story that is written from right to left", async () => {
    await come();
    await checkFile("warshat-al-qawarib.md");
    const direction = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction(".story p")).toBe("rtl");
    expect(await direction(".finding .quotation blockquote")).toBe("rtl");
    expect(await direction("main")).toBe("ltr");
    expect(await direction(".filters")).toBe("ltr");
  });

  test("fits a phone: the panel lies below, nothing scrolls sideways", async () => {
    await come({ width: 360 });
    expect(await sideways(page)).toBeNull();
    await checkFile();
    expect(await sideways(page)).toBeNull();
    await page.locator("#quotation-3").click();
    expect(await sideways(page)).toBeNull();
    const [words, panel] = await Promise.all([
      page.locator("#quotation-3").boundingBox(),
      page.locator("#finding-3").boundingBox(),
    ]);
    expect(panel!.y).toBeGreaterThan(words!.y);
  });

  test("the frame of the chosen quotation, and of one that has the focus, leaves the marks beside it whole", async () => {
    await come();
    await checkFile();
    const quote = page.locator(".story a.quote[data-status=altered]").first();
    const beyond = () =>
      quote.evaluate((one) => {
        const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
        return [outlineStyle, Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)];
      });
    await quote.click();
    expect(await beyond()).toEqual(["solid", 0]);
    await page.keyboard.press("Escape");
    expect(await beyond()).toEqual(["solid", 0]);
  });

  test("prints the story with all its findings and without what is pressed", async () => {
    await come();
    await checkFile();
    await page.emulateMedia({ media: "print" });
    expect((await shownFindings()).length).toBe(report.findings.length);
    const pressed = page.locator("nav:visible, form:visible, button:visible, .site:visible, .skip:visible");
    expect(await pressed.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
  });

  test("says what is wrong with what was sent, as a page", async () => {
    await come({ script: false });
    const answer = page.waitForResponse((response) => response.url().endsWith("/check"));
    await press("Check");
    expect((await answer).status()).toBe(400);
    expect(await page.locator("main").textContent()).toContain("nothing to check");
    await page.goto(new URL("/nowhere", room.url).href);
    expect(await page.getByRole("navigation", { name: "Pages" }).isVisible()).toBe(true);
  });
});
