import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, startChromium } from "./chromium.ts";
import { hostileArchive } from "./hostile-archive.ts";
import { Links } from "./links.ts";
import { pageFaults, widthFaults } from "./page-faults.ts";
import { openRoom, type Room } from "./room.ts";
import { visit } from "./visitor.ts";

describe.skipIf(!hasChromium)("an archive of hostile documents", () => {
  let browser: Browser;
  let room: Room;
  beforeAll(async () => {
    [browser, room] = await Promise.all([startChromium(), openRoom({}, hostileArchive())]);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  test("shows as text on every page that a link leads to", async () => {
    const origin = new URL(room.url).origin;
    const visitor = await visit(browser, [origin]);
    const links = new Links(origin);
    for (const path of ["/", "/archive", "/archive?q=lamps", "/archive?q=%3Cscript%3E", "/speakers"])
      links.add(`${origin}${path}`);
    const faults: string[] = [];
    let pages = 0;
    for (let url = links.next(); url !== undefined; url = links.next()) {
      const answer = await visitor.page.goto(url);
      if (answer?.status() !== 200) faults.push(`${answer?.status()}: ${url.slice(0, 200)}`);
      const found = [...(await pageFaults(visitor.page, origin)), ...(await widthFaults(visitor.page))];
      faults.push(...found.map((fault) => `${url.slice(0, 200)}: ${fault}`));
      await links.gather(visitor.page);
      pages++;
    }
    expect([...faults, ...visitor.complaints]).toEqual([]);
    expect(pages).toBeGreaterThan(100);
    await visitor.leave();
  });
});
