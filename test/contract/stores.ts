import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Archive, MemoryArchive } from "../../src/archive/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";

const folder = mkdtempSync(join(tmpdir(), "saidso-contract-"));
let files = 0;
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** A path for a new archive, below a folder that goes when the tests end. */
export function freshPath(): string {
  return join(folder, `${files++}.db`);
}

/** Merges at every occasion, in steps so small that every lookup meets an unfinished merge. */
export const RESTLESS = { small: 50, step: 40 };

/** Every kind of archive: what it is called, and how an empty one is made. */
export const STORES: readonly (readonly [string, () => Archive])[] = [
  ["in memory", () => new MemoryArchive()],
  ["on SQLite", () => openArchive(freshPath(), { create: true })],
  ["on SQLite, always merging", () => openArchive(freshPath(), { create: true, merging: RESTLESS })],
];
