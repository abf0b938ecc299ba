import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openRoom } from "./room.ts";

/** Bytes of the check page with its style and script, compressed. */
const MOST = 60_000;

test("the check page weighs little, with its style and script", async () => {
  const room = await openRoom();
  try {
    const page = await (await fetch(room.url)).text();
    const parts = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map((match) => match[1]!);
    expect(parts.map((path) => path.replace(/.*\//u, "")).sort()).toEqual(["page.css", "page.js"]);
    const texts = await Promise.all(parts.map(async (path) => (await fetch(new URL(path, room.url))).text()));
    const weight = [page, ...texts].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(weight).toBeGreaterThan(1000);
    expect(weight).toBeLessThan(MOST);
  } finally {
    await room.close();
  }
});
