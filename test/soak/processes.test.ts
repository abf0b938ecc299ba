import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { archiveErrorOf } from "./archive-error-of.ts";
import { child, type Ended } from "./child.ts";
import { madeEntry } from "./made-document.ts";
import { BATCH, BATCHES } from "./sharing-batches.ts";
import type { Looks } from "./sharing-reader.ts";
import { SOAK_TIMEOUT, tries } from "./soak-count.ts";
import { openWorked } from "./worked-archive.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saidso-processes-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("several processes at once", () => {
  test.each(Array.from({ length: tries(1, 10) }, (_, i) => i))(
    "two add and two read: readers see whole batches, none vanishes, nobody fails (%i)",
    { timeout: SOAK_TIMEOUT },
    async (round) => {
      const path = join(folder, `shared-${round}.db`);
      openWorked(path).close();
      const writers = ["0", "1"].map((writer) => child("./sharing-writer.ts", [path, writer]));
      const readers = [1, 2].map((seed) =>
        child("./sharing-reader.ts", [path, "2", String(2 * round + seed)]),
      );
      const ended = await Promise.all([...writers, ...readers].map((one) => one.ended));
      expect(ended.map(complaint)).toEqual(ended.map(() => ""));
      for (const { out } of ended.slice(2)) expect((JSON.parse(out) as Looks).grown).toBeGreaterThan(1);
      const archive = openArchive(path);
      expect(archive.verify()).toEqual([]);
      expect(archive.size().documents).toBe(2 * BATCHES * BATCH);
      archive.close();
    },
  );

  test("who writes while another does waits a while, says that it is busy, and writes when the other is done", () => {
    const path = join(folder, "busy.db");
    openWorked(path).close();
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    const archive = openArchive(path, { wait: 20 });
    const entry = madeEntry({ number: 1, revision: 1 });
    expect(archiveErrorOf(() => archive.add([entry]))?.code).toBe("busy");
    expect(archiveErrorOf(() => archive.remove("talk-2"))?.code).toBe("busy");
    expect(archive.size().documents).toBe(0);
    other.exec("ROLLBACK");
    other.close();
    expect(archive.add([entry])).toMatchObject([{ outcome: "added" }]);
    archive.close();
  });
});

function complaint({ code, signal, err }: Ended): string {
  return code === 0 ? "" : `${signal ?? code}: ${err}`;
}
