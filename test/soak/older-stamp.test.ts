import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Random } from "../../bench/misquote/random.ts";
import { TEXT_READER } from "../../src/formats/index.ts";
import { openArchive, reindex } from "../../src/stores/sqlite/index.ts";
import { tamper } from "../stores/sqlite/raw.ts";
import { archiveErrorOf } from "./archive-error-of.ts";
import { type ArchiveView, archiveView } from "./archive-view.ts";
import { child } from "./child.ts";
import { makeBase } from "./damaged-base.ts";
import { difference } from "./difference.ts";
import { madeIn, questionsAbout } from "./questions.ts";
import { SOAK, SOAK_TIMEOUT, tries } from "./soak-count.ts";

let folder = "";
/** An archive of this stamp, and the same one of another. */
let [sound, older] = ["", ""];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saidso-stamp-"));
  [sound, older] = [join(folder, "sound.db"), join(folder, "older.db")];
  makeBase(sound, 3);
  copyFileSync(sound, older);
  tamper(older, "UPDATE meta SET value = '0.64.00000000' WHERE key = 'stamp'");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an archive of another stamp", () => {
  test("is refused, to read and to write, and is whole when it is written anew", () => {
    const path = join(folder, "mended.db");
    copyFileSync(older, path);
    for (const readOnly of [true, false])
      expect(archiveErrorOf(() => openArchive(path, { readOnly }))?.code).toBe("stamp");
    reindex(path, TEXT_READER);
    expect(difference(viewOf(path), viewAnew())).toBeNull();
  });

  test("is what it was, or is new, whenever its rewriting is killed, and can be written anew after it", {
    timeout: SOAK_TIMEOUT,
  }, async () => {
    const random = new Random(44);
    const expected = viewAnew();
    const came = { old: 0, made: 0 };
    for (let i = 0; i < tries(2, 40); i++) {
      const path = join(folder, `killed-${i}.db`);
      copyFileSync(older, path);
      const running = child("./reindexing-child.ts", [path]);
      await running.told(String(random.between(1, 30)));
      await new Promise((resolve) => setTimeout(resolve, random.next() * (i % 2 === 0 ? 30 : 300)));
      running.kill("SIGKILL");
      await running.ended;
      const error = archiveErrorOf(() => openArchive(path, { readOnly: true }).close());
      expect([undefined, "stamp"]).toContain(error?.code);
      came[error === null ? "made" : "old"]++;
      if (error === null) expect(difference(viewOf(path), expected)).toBeNull();
      reindex(path, TEXT_READER);
      expect(difference(viewOf(path), expected)).toBeNull();
      expect(readdirSync(folder).filter((name) => name.includes("reindex"))).toEqual([]);
    }
    if (SOAK) {
      console.log("reindex killed", came);
      expect(Math.min(came.old, came.made)).toBeGreaterThan(0);
    }
  });
});

/** What the sound archive says when it is written anew. */
function viewAnew(): ArchiveView {
  const path = join(folder, "anew.db");
  if (!existsSync(path)) {
    copyFileSync(sound, path);
    reindex(path, TEXT_READER);
  }
  return viewOf(path);
}

/** What an archive says, which is found to be clean. */
function viewOf(path: string): ArchiveView {
  const archive = openArchive(path, { readOnly: true });
  try {
    expect(archive.verify()).toEqual([]);
    return archiveView(archive, questionsAbout(madeIn(archive), 14, 1));
  } finally {
    archive.close();
  }
}
