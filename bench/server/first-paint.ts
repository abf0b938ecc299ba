import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

export interface PageMeasure {
  /** Milliseconds from the navigation's start to the first contentful paint, in a browser that was just started. */
  readonly paint: number;
  /** Bytes of the page with its style and script, each compressed by gzip. */
  readonly bytes: number;
  /** Requests that went elsewhere than to the server. */
  readonly strangers: number;
}

const CHROMIUM = "/usr/bin/chromium";

/** Opens the check page in a new headless Chromium. */
export async function firstPaint(url: string): Promise<PageMeasure> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  try {
    const page = await browser.newPage();
    const bodies: Promise<Buffer>[] = [];
    let strangers = 0;
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) strangers++;
    });
    page.on("response", (response) => bodies.push(response.body()));
    await page.goto(url, { waitUntil: "load" });
    const paint = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const seen = (entries: { name: string; startTime: number }[]): void => {
            const found = entries.find(({ name }) => name === "first-contentful-paint");
            if (found !== undefined) resolve(found.startTime);
          };
          // biome-ignore lint/suspicious/noExplicitAny: this runs in the browser, whose types the bench does not load.
          new (globalThis as any).PerformanceObserver((list: any) => seen(list.getEntries())).observe({
            type: "paint",
            buffered: true,
          });
        }),
    );
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    return { paint, bytes, strangers };
  } finally {
    await browser.close();
  }
}
