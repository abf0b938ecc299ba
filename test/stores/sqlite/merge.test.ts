import { expect, test } from "vitest";
import { quotedFingerprint } from "../../../src/core/index.ts";
import { openArchive, type SqliteArchive } from "../../../src/stores/sqlite/index.ts";
import { entry } from "../../contract/entries.ts";
import { freshPath, RESTLESS } from "../../contract/stores.ts";
import { asked } from "./raw.ts";

/** Merges nothing by itself. */
const IDLE = { small: 0, share: Number.POSITIVE_INFINITY };

const WORDS = "the harbour lamp ferry bee keeper tide rope mole pier buoy crane".split(" ");

/** A text of its own words, and some that all share. */
function text(seed: number): string {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 300 }, () =>
    next() < 0.3 ? `w${Math.floor(next() * 500)}` : WORDS[Math.floor(next() ** 2 * WORDS.length)],
  ).join(" ");
}

const TEXTS = Array.from({ length: 30 }, (_, i) => text(i + 1));
const QUOTATIONS = TEXTS.map((one, i) =>
  quotedFingerprint(
    one
      .split(" ")
      .slice(i * 7, i * 7 + 9)
      .join(" "),
  ),
);

function answers(archive: SqliteArchive): unknown {
  return {
    candidates: QUOTATIONS.map((one) => archive.candidates(one)),
    frequencies: WORDS.map((one) => archive.lexicon.frequency(one)),
  };
}

function segments(path: string): Record<string, unknown>[] {
  return asked(path, "SELECT id, fresh, target, runs FROM segment ORDER BY first_block");
}

function filled(path: string): SqliteArchive {
  const archive = openArchive(path, { create: true, merging: IDLE });
  TEXTS.forEach((one, i) => {
    archive.add([entry(`${i}.txt`, one)]);
  });
  return archive;
}

test("what is asked is answered alike before a merge, at each of its steps, and after it", () => {
  const path = freshPath();
  const before = filled(path);
  const expected = answers(before);
  before.close();
  let steps = 0;
  for (let isSettled = false; !isSettled; steps++) {
    // Opened anew each time: a merge goes on where it stopped.
    const archive = openArchive(path, { merging: { small: 1e6, step: 2000 } });
    isSettled = archive.settle(0);
    expect(answers(archive)).toEqual(expected);
    archive.close();
  }
  expect(steps).toBeGreaterThan(5);
  expect(segments(path)).toMatchObject([{ fresh: 0, target: null }]);
});

test("what is added and removed in the midst of a merge is there, and gone", () => {
  const path = freshPath();
  filled(path).close();
  const archive = openArchive(path, { merging: { small: 1e6, step: 2000 } });
  const plain = openArchive(freshPath(), { create: true });
  for (const [i, one] of TEXTS.entries()) plain.add([entry(`${i}.txt`, one)]);
  for (let i = 0; i < 6; i++) {
    archive.settle(0);
    archive.add([entry(`new-${i}.txt`, text(100 + i))]);
    plain.add([entry(`new-${i}.txt`, text(100 + i))]);
    expect(archive.remove(String(i * 4))).toBe(true);
    plain.remove(String(i * 4));
    expect(answers(archive)).toEqual(answers(plain));
  }
  archive.settle();
  expect(answers(archive)).toEqual(answers(plain));
  expect(archive.verify()).toEqual([]);
  archive.close();
});

test("a merge leaves no page behind of what it took, and nothing of what was removed", () => {
  const path = freshPath();
  const archive = filled(path);
  for (let i = 0; i < 25; i++) archive.remove(String(i));
  archive.close();
  const merging = openArchive(path, { merging: RESTLESS });
  merging.settle();
  merging.close();
  const [{ runs, ...only }] = segments(path) as [Record<string, unknown>];
  expect(only).toMatchObject({ fresh: 0, target: null });
  expect(runs).toBeLessThan(5 * 300 + 1);
  expect(asked(path, "SELECT count(*) AS pages FROM fresh_page")).toEqual([{ pages: 0 }]);
  expect(asked(path, "SELECT count(*) AS ranges FROM dropped")).toEqual([{ ranges: 0 }]);
  expect(asked(path, `SELECT count(*) AS pages FROM page WHERE id >> 25 <> ${only.id}`)).toEqual([
    { pages: 0 },
  ]);
});

test("an archive where nothing is to be merged is not written to", () => {
  const path = freshPath();
  openArchive(path, { create: true }).close();
  const archive = openArchive(path, { readOnly: true });
  expect(archive.settle()).toBe(true);
  archive.close();
});
