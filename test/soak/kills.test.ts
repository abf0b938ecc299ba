import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Random } from "../../bench/misquote/random.ts";
import { type Archive, MemoryArchive } from "../../src/archive/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { archiveView, heldView } from "./archive-view.ts";
import { doWork, type WorkKind } from "./archive-work.ts";
import { difference } from "./difference.ts";
import { type KilledWork, killedWork } from "./killed-work.ts";
import { madeIn, questionsAbout } from "./questions.ts";
import { SOAK, SOAK_TIMEOUT, tries } from "./soak-count.ts";

const KINDS: readonly WorkKind[] = ["add", "merge", "remove", "close", "open"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saidso-kills-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("after every kill the archive holds what was told to be done, and of what was not all or nothing", () => {
  test("of one archive that goes on through all kills", { timeout: SOAK_TIMEOUT }, async () => {
    const path = join(folder, "killed.db");
    const random = new Random(20_261_122);
    const expected = new MemoryArchive();
    const hits = new Map<WorkKind | "between", number>();
    const lasted = new Map<WorkKind, number>();
    for (let i = 0; i < tries(6, 200); i++) {
      const kind = KINDS[i % KINDS.length]!;
      const aim = { kind, nth: random.between(1, 3), delay: random.next() * 1.2 * (lasted.get(kind) ?? 300) };
      const killed = await killedWork(path, i, aim);
      expect(killed.complaint).toBe("");
      for (const [worked, time] of killed.lasted) lasted.set(worked, time);
      const hit = killed.pending?.kind ?? "between";
      hits.set(hit, (hits.get(hit) ?? 0) + 1);
      expectWhole(path, expected, killed, i);
    }
    if (SOAK) {
      console.log("kills", Object.fromEntries(hits));
      expect([...hits.keys()]).toEqual(expect.arrayContaining([...KINDS]));
    }
  });
});

/** The archive is what `expected` is after all that was done, and after what was pending or not; `expected` follows it. */
function expectWhole(path: string, expected: Archive, { done, pending }: KilledWork, seed: number): void {
  for (const work of done) doWork(expected, work);
  // The last look may not even make the archive that the kill left unmade.
  const archive = openArchive(path, { create: true, readOnly: seed % 3 === 1 && done.length > 0 });
  try {
    expect(archive.verify()).toEqual([]);
    const isAfter = pending !== null && !isDeepStrictEqual(heldView(archive), heldView(expected));
    if (isAfter) doWork(expected, pending);
    const questions = questionsAbout(madeIn(expected), 7, seed);
    if (questions.quotations.length > 0)
      expect(difference(archiveView(archive, questions), archiveView(expected, questions))).toBeNull();
  } finally {
    archive.close();
  }
}
