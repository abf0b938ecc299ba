import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openArchive } from "../../../src/stores/sqlite/index.ts";
import { entry } from "../../contract/entries.ts";
import { freshPath } from "../../contract/stores.ts";
import { holdingWriteLock } from "./raw.ts";

const BATCH = 5;

/** Five documents, each with one passage about lamps. */
function batch(number: number) {
  return Array.from({ length: BATCH }, (_, i) =>
    entry(`${number}-${i}.txt`, `Batch ${number}, text ${i}: the lamps of pier ${number * BATCH + i} burn.`),
  );
}

function child(script: string, ...args: readonly string[]): Promise<{ stdout: string }> {
  return promisify(execFile)(process.execPath, [join(import.meta.dirname, script), ...args]);
}

test("while one process adds, another reads whole batches and nothing between them", async () => {
  const path = freshPath();
  const archive = openArchive(path, { create: true });
  const batches = 12;
  const reader = spawn(process.execPath, [
    join(import.meta.dirname, "reading-child.ts"),
    path,
    String(batches * BATCH),
  ]);
  const lines: string[] = [];
  const opened = new Promise<void>((resolve) => {
    createInterface(reader.stdout).on("line", (line) => {
      if (line === "open") resolve();
      else lines.push(line);
    });
  });
  await opened;
  for (let i = 0; i < batches; i++) {
    archive.add(batch(i));
    archive.settle();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const code = await new Promise((resolve) => reader.on("close", resolve));
  archive.close();
  expect(code).toBe(0);
  const seen = lines.map((line) => JSON.parse(line));
  for (const { documents, versions, listed, found } of seen) {
    expect(versions % BATCH).toBe(0);
    // Each line is three looks, and a batch may come between them.
    expect(documents).toBe(versions);
    expect(listed).toBeGreaterThanOrEqual(versions);
    expect(found).toBeGreaterThanOrEqual(listed);
    expect([listed % BATCH, found % BATCH]).toEqual([0, 0]);
  }
  expect(seen.at(-1)).toMatchObject({ versions: batches * BATCH });
});

test("a second writer says that another one is writing", async () => {
  const path = freshPath();
  openArchive(path, { create: true }).close();
  const release = holdingWriteLock(path);
  const { stdout } = await child("writing-child.ts", path, "50");
  release();
  expect(stdout).toBe("busy");
});

test("a second writer waits for the first one", async () => {
  const path = freshPath();
  openArchive(path, { create: true }).close();
  const release = holdingWriteLock(path);
  const writer = child("writing-child.ts", path, "20000");
  setTimeout(release, 300);
  expect((await writer).stdout).toBe("added");
});

test("what another process added is found at once", async () => {
  const path = freshPath();
  const archive = openArchive(path, { create: true });
  expect(archive.size().documents).toBe(0);
  await child("writing-child.ts", path, "5000");
  expect(archive.size().documents).toBe(1);
  expect(archive.lexicon.frequency("lamp")).toBe(1);
  archive.close();
});
