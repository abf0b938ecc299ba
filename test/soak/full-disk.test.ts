import { copyFileSync, statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Random } from "../../bench/misquote/random.ts";
import { type Archive, MemoryArchive } from "../../src/archive/index.ts";
import { TEXT_READER } from "../../src/formats/index.ts";
import { openArchive, reindex } from "../../src/stores/sqlite/index.ts";
import { archiveErrorOf } from "./archive-error-of.ts";
import { archiveView } from "./archive-view.ts";
import { doWork, nextWork, type Work } from "./archive-work.ts";
import { difference } from "./difference.ts";
import { killedWork } from "./killed-work.ts";
import { madeEntry } from "./made-document.ts";
import { madeIn, questionsAbout } from "./questions.ts";
import { canMount, SmallDisk } from "./small-disk.ts";
import { SOAK_TIMEOUT, tries } from "./soak-count.ts";
import { openWorked } from "./worked-archive.ts";

/** Kilobytes of the disk: room for the archive that is made first, and its log. */
const SIZE = 24_000;

/** Segments stay as they come, and are then merged all at once. */
const [UNMERGED, AT_ONCE] = [
  { small: 0, share: 1e9 },
  { small: 1e6, step: 1e6 },
];

/** Needs the right to mount a disk, which root has; where it lacks, these tests are reported as skipped. */
describe.skipIf(!canMount())(
  "on a small disk (mounted for the test; skipped where that is not allowed)",
  () => {
    let disk: SmallDisk;
    let path = "";
    beforeEach(() => {
      disk = new SmallDisk(SIZE);
      path = disk.path("held.db");
    });
    afterEach(() => disk.remove());

    test.each(Array.from({ length: tries(2, 30) }, (_, i) => i))(
      "whatever does not fit says that the disk is full, and nothing is lost (%i)",
      { timeout: SOAK_TIMEOUT },
      (seed) => {
        const random = new Random(seed);
        const expected = new MemoryArchive();
        const archive = openWorked(path);
        doBoth(archive, expected, { kind: "add", documents: [{ number: 89, revision: 1 }] });
        for (let i = 0; i < 5; i++) doBoth(archive, expected, nextWork(expected, random));
        disk.leave(random.between(0, 40) * 4096);
        const failed = workUntilFull(archive, expected, random);
        expectSame(archive, expected, seed);
        archive.close();
        const again = openWorked(path);
        expectSame(again, expected, seed);
        disk.free();
        doBoth(again, expected, failed);
        again.settle();
        expectSame(again, expected, seed);
        again.close();
      },
    );

    test("an addition is in, or says that the disk is full, whatever is free; merging after it undoes neither", () => {
      const archive = openWorked(path, UNMERGED);
      for (let number = 1; number <= 12; number++) archive.add([madeEntry({ number, revision: 1 })]);
      archive.close();
      const last = madeEntry({ number: 13, revision: 1 });
      const added = new Set<boolean>();
      for (let pages = 0; pages < 400; pages += tries(30, 2)) {
        const copy = disk.path("copy.db");
        copyFileSync(path, copy);
        const open = openWorked(copy, AT_ONCE);
        open.size();
        disk.leave(pages * 4096);
        const error = archiveErrorOf(() => open.add([last]));
        if (error !== null) expect(error.code).toBe("full");
        expect(open.holder(last.sha256) === null).toBe(error !== null);
        added.add(error === null);
        open.close();
        disk.free();
      }
      expect(added).toEqual(new Set([false, true]));
    });

    test("writing anew says that the disk is full and leaves the archive as it was", () => {
      const expected = new MemoryArchive();
      const archive = openWorked(path);
      doBoth(archive, expected, {
        kind: "add",
        documents: [1, 2, 3, 4].map((number) => ({ number, revision: 1 })),
      });
      archive.close();
      disk.leave(100_000);
      expect(archiveErrorOf(() => reindex(path, TEXT_READER))?.code).toBe("full");
      expectHeld(path, expected);
      disk.free();
      reindex(path, TEXT_READER);
      expectHeld(path, expected);
    });

    test("a new archive for which there is no room says so, and is made when there is", () => {
      disk.leave(20_000);
      expect(archiveErrorOf(() => openWorked(path))?.code).toBe("full");
      disk.free();
      const archive = openWorked(path);
      expect(archive.add([madeEntry({ number: 1, revision: 1 })])).toMatchObject([{ outcome: "added" }]);
      archive.close();
    });

    test("in a folder that cannot be written an archive is read, and writing says why it cannot", () => {
      const expected = new MemoryArchive();
      const archive = openWorked(path);
      doBoth(archive, expected, {
        kind: "add",
        documents: [1, 2, 3, 4].map((number) => ({ number, revision: 1 })),
      });
      archive.close();
      disk.forbidWriting();
      expectHeld(path, expected);
      const add = (): unknown => openWorked(path).add([madeEntry({ number: 9, revision: 1 })]);
      expect(archiveErrorOf(add)?.code).toBe("read-only");
      expect(archiveErrorOf(() => reindex(path, TEXT_READER))?.code).toBe("read-only");
      expect(archiveErrorOf(() => openWorked(disk.path("new.db")))?.code).toBe("read-only");
      expectHeld(path, expected);
      disk.allowWriting();
      expectHeld(path, expected);
    });

    test("what a killed process left in the log is read or asked for, never passed over, where nothing can be written", async () => {
      const { done } = await killedWork(path, 7, { kind: "add", nth: 4, delay: 0 });
      expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
      for (const gone of [[], ["-shm"]]) {
        const other = disk.path(`other${gone.length}.db`);
        for (const ending of ["", "-wal", "-shm"])
          if (!gone.includes(ending)) copyFileSync(`${path}${ending}`, `${other}${ending}`);
        disk.forbidWriting();
        const expected = new MemoryArchive();
        for (const work of done) doWork(expected, work);
        const error = archiveErrorOf(() => {
          const archive = openArchive(other, { readOnly: true });
          // The batch that was being added may be in.
          expect(archive.size().versions).toBeGreaterThanOrEqual(expected.size().versions);
          for (const { id } of expected.list({}, 1000, 0).documents)
            expect(archive.summary(id)).not.toBeNull();
          archive.close();
        });
        expect([undefined, "read-only"]).toContain(error?.code);
        disk.allowWriting();
      }
    });
  },
);

/** Adds, removes and merges until something does not fit; answers what it was. */
function workUntilFull(archive: ReturnType<typeof openWorked>, expected: Archive, random: Random): Work {
  for (;;) {
    const work = nextWork(expected, random);
    const error = archiveErrorOf(() => doOne(archive, work));
    // A batch is in when it is in, though merging after it found no room.
    if (error === null) doWork(expected, work);
    else {
      expect(error.code).toBe("full");
      if (work.kind !== "merge") return work;
    }
  }
}

function doBoth(archive: ReturnType<typeof openWorked>, expected: Archive, work: Work): void {
  doOne(archive, work);
  doWork(expected, work);
}

function doOne(archive: ReturnType<typeof openWorked>, work: Work): void {
  if (work.kind === "merge") archive.settle(0);
  else doWork(archive, work);
}

function expectSame(archive: ReturnType<typeof openWorked>, expected: Archive, seed: number): void {
  expect(archive.verify()).toEqual([]);
  const questions = questionsAbout(madeIn(expected), 7, seed);
  expect(difference(archiveView(archive, questions), archiveView(expected, questions))).toBeNull();
}

/** The archive at a path, opened to be read, holds what is expected. */
function expectHeld(path: string, expected: Archive): void {
  const archive = openArchive(path, { readOnly: true });
  try {
    expectSame(archive, expected, 1);
  } finally {
    archive.close();
  }
}
