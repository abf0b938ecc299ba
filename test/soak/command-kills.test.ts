import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Random } from "../../bench/misquote/random.ts";
import type { Archive } from "../../src/archive/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { archiveErrorOf } from "./archive-error-of.ts";
import { askedView, heldOf } from "./archive-view.ts";
import { child, type Ended } from "./child.ts";
import { difference } from "./difference.ts";
import { longDocument, partsOf } from "./long-document.ts";
import { madeFile } from "./made-document.ts";
import { questionsAbout } from "./questions.ts";
import { SOAK, SOAK_TIMEOUT, tries } from "./soak-count.ts";

/** In full, three batches of four million words; else one. */
const [LONG, SHORT] = [tries(40, 1700), 60];
/** Milliseconds that a run takes at most before it is killed: some are killed while they start, some are not killed at all. */
const LATEST = tries(1200, 7500);
/** Kills of one archive before it is let alone. */
const MOST_KILLS = 5;

let folder = "";
let seconds = 0;
/** What the archive says that one run made. */
let whole: ReturnType<typeof viewOf>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saidso-command-"));
  mkdirSync(join(folder, "desk"));
  for (let number = 0; number < LONG; number++)
    writeFileSync(join(folder, `desk/long-${number}.txt`), longDocument(number));
  for (let number = 1; number <= SHORT; number++) {
    const { name, bytes } = madeFile({ number, revision: 1 });
    writeFileSync(join(folder, `desk/${name}`), bytes);
  }
  const began = performance.now();
  expect((await add("whole.db").ended).code).toBe(0);
  seconds = (performance.now() - began) / 1000;
  whole = viewOf("whole.db");
}, SOAK_TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("saidso add, ended by a signal and run again until all is in", () => {
  test.each(["SIGKILL", "SIGINT"] as const)(
    "of %s: makes the archive that one run makes",
    { timeout: SOAK_TIMEOUT },
    async (signal) => {
      const random = new Random(signal.length);
      const hits = { runs: 0, ended: 0, nothing: 0, some: 0, all: 0 };
      for (let left = tries(1, 20), round = 0; left > 0; round++) {
        const name = `${signal}-${round}.db`;
        let end: Ended;
        let kills = Math.min(left, MOST_KILLS);
        for (;;) {
          const running = add(name);
          const timer = setTimeout(
            () => running.kill(signal),
            kills > 0 ? random.next() * LATEST : 2 ** 31 - 1,
          );
          end = await running.ended;
          clearTimeout(timer);
          hits.runs++;
          if (end.code === 0) break;
          kills--;
          left--;
          hits.ended++;
          hits[whatIsIn(name, end, signal)]++;
        }
        expect(difference(viewOf(name), whole)).toBeNull();
      }
      if (SOAK) console.log(signal, hits, `${seconds.toFixed(1)} s for one run`);
    },
  );
});

function add(name: string): ReturnType<typeof child> {
  return child("../../src/cli/main.ts", ["add", join(folder, "desk"), "--archive", join(folder, name)]);
}

/** How much is in after a run that was ended; all it told of is. */
function whatIsIn(name: string, { code, signal, out, err }: Ended, sent: string): "nothing" | "some" | "all" {
  // Before it listens, a signal ends it as any command.
  expect(signal === sent || code === 130, `${code} ${signal} ${err}`).toBe(true);
  const told = [...out.matchAll(/^added\s+(\S+)/gmu)].map(([, id]) => id!);
  const path = join(folder, name);
  let held: string[] = [];
  const error = archiveErrorOf(() => {
    const archive = openArchive(path, { readOnly: true });
    held = archive.list({}, 1e6, 0).documents.map(({ id }) => id);
    expect(SOAK ? [] : archive.verify()).toEqual([]);
    archive.close();
  });
  // It may have ended before the archive was made.
  if (error !== null)
    expect([told, error.code]).toEqual([[], expect.stringMatching(/missing|not-an-archive/u)]);
  expect(told.filter((id) => !held.includes(id))).toEqual([]);
  return held.length === 0 ? "nothing" : held.length === LONG + SHORT ? "all" : "some";
}

/** What an archive says, which is found to be clean. */
function viewOf(name: string) {
  const archive = openArchive(join(folder, name), { readOnly: true });
  try {
    expect(archive.verify()).toEqual([]);
    const { documents } = archive.list({}, 1e6, 0);
    const random = new Random(9);
    const made = [
      ...partsOf(0),
      ...partsOf(LONG - 1),
      { number: 3, revision: 1 },
      { number: 8, revision: 1 },
    ];
    return {
      documents,
      held: Array.from({ length: 20 }, () => withoutTimes(archive, random.pick(documents).id)),
      unresolved: archive.unresolved(),
      asked: askedView(archive, questionsAbout(made, 28, 4)),
    };
  } finally {
    archive.close();
  }
}

/** When a version was added is not the same in two archives. */
function withoutTimes(archive: Archive, id: string) {
  const { links, versions } = heldOf(archive, id);
  return {
    links,
    versions: versions.map(({ record, edition, ...rest }) => ({
      ...rest,
      record: { ...record, added: "" },
      edition: { ...edition, added: "" },
    })),
  };
}
