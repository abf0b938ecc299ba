import { expect, test } from "vitest";
import { threadsFor } from "../../src/server/report-desk.ts";
import { WorkerPool } from "../../src/server/worker-pool.ts";

/** Threads are started when they are asked, and none is. */
const pool = (): WorkerPool =>
  new WorkerPool({ worker: new URL("file:///nowhere"), data: {}, threads: 1, queue: 1, limit: 1000 });
const house = { reads: pool(), checks: pool() };

test.each([
  ["a short plain text", "reads", "story.md", "“The pier is dry,” she said."],
  ["a long text", "checks", "story.md", "The pier is dry. ".repeat(20_000)],
  ["a PDF, however short", "checks", "story.pdf", "%PDF-1.7\n"],
  ["a PDF without a name", "checks", "-", "%PDF-1.7\n"],
  ["subtitles", "checks", "talk.srt", "1\n00:00:01,000 --> 00:00:02,000\nThe pier is dry.\n"],
  ["a file that is not read", "reads", "song.mp3", "ID3"],
] as const)("the page of %s is made by the threads for %s", (_, threads, name, text) => {
  expect(threadsFor({ name, bytes: new TextEncoder().encode(text) }, house)).toBe(house[threads]);
});
