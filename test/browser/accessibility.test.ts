import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./axe.ts";
import { hasChromium, startChromium } from "./chromium.ts";
import { openRoom, type Room } from "./room.ts";
import { visit } from "./visitor.ts";

/** Pages of each kind. */
const PAGES = ["/api"];

describe.skipIf(!hasChromium)("everybody can read", () => {
  let browser: Browser;
  let room: Room;
  beforeAll(async () => {
    [browser, room] = await Promise.all([startChromium(), openRoom()]);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  test.each(PAGES)("%s, in both themes", async (path) => {
    const visitor = await visit(browser, [room.url]);
    await visitor.page.goto(new URL(path, room.url).href);
    expect(await axeFaults(visitor.page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
