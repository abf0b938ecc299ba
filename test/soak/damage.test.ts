import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAMAGE_KINDS, type DamageKind } from "./damage-kind.ts";
import { type DamageResult, type DamageTrial, damageResults } from "./damage-run.ts";
import { makeBase } from "./damaged-base.ts";
import { SOAK, SOAK_TIMEOUT, tries } from "./soak-count.ts";

/** Archives that are damaged, and quotations asked of each. */
const [BASES, QUOTATIONS] = [tries(1, 4), tries(10, 60)];
/** Of flipped bits and other bytes, and of what else can happen to a file, on each archive. */
const [FLIPS, OTHERS] = [tries(2, 25), tries(1, 6)];

let folder = "";
const results: DamageResult[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saidso-damage-"));
  for (let base = 0; base < BASES; base++) {
    const path = join(folder, `base-${base}.db`);
    makeBase(path, base);
    results.push(...(await damageResults(path, QUOTATIONS, trials(base))));
  }
  if (SOAK)
    console.log(
      tally(),
      linesOf(results).filter((line) => line.includes(": wrong: ")),
    );
}, SOAK_TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a damaged archive", () => {
  test("ends no process and stops none", () => {
    expect(results.filter(({ outcome }) => typeof outcome === "string")).toEqual([]);
  });

  test("complains of nothing but damage", () => {
    expect(linesOf(results).filter((line) => line.includes(": !"))).toEqual([]);
  });

  test("gives no wrong answer of which verifying does not know", () => {
    const silent = results.filter(
      ({ outcome }) =>
        typeof outcome !== "string" &&
        outcome.verify === null &&
        outcome.parts.some(({ wrong }) => wrong !== null),
    );
    expect(linesOf(silent)).toEqual([]);
  });

  test("gives no wrong report", () => {
    const wrong = results.filter(
      ({ outcome }) =>
        typeof outcome !== "string" &&
        outcome.parts.some((part) => part.kind === "report" && part.wrong !== null),
    );
    expect(linesOf(wrong)).toEqual([]);
  });
});

function trials(base: number): DamageTrial[] {
  return (Object.keys(DAMAGE_KINDS) as DamageKind[]).flatMap((kind) =>
    Array.from({ length: kind === "flipped bit" || kind === "other byte" ? FLIPS : OTHERS }, (_, i) => ({
      kind,
      seed: base * 1000 + i,
    })),
  );
}

/** All complaints and wrong answers, each on a line that says what was damaged. */
function linesOf(some: readonly DamageResult[]): string[] {
  return some.flatMap(({ kind, seed, outcome }) => {
    if (typeof outcome === "string") return [];
    const { opening, parts, verify, writing, reindexing } = outcome;
    const told = { opening, verify, writing, reindexing };
    return [
      ...Object.entries(told).map(([what, line]) => `${kind} ${seed}: ${what}: ${line}`),
      ...parts.map((part) => `${kind} ${seed}: ${part.kind}: ${part.said ?? `wrong: ${part.wrong}`}`),
    ];
  });
}

/** How often each thing came of each kind of damage. */
function tally(): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { kind, outcome } of results) {
    counts[kind] ??= {};
    const came = cameOf(outcome);
    counts[kind][came] = (counts[kind][came] ?? 0) + 1;
  }
  return counts;
}

function cameOf(outcome: DamageResult["outcome"]): string {
  if (typeof outcome === "string") return "crash";
  const { opening, parts, verify } = outcome;
  if (opening !== null) return "opening says so";
  const wrong = parts.filter((part) => part.wrong !== null).map(({ kind }) => kind);
  if (wrong.includes("report"))
    return verify === null ? "WRONG REPORT IN SILENCE" : "wrong report, verify says so";
  if (wrong.length > 0) return verify === null ? "WRONG ANSWER IN SILENCE" : "wrong answer, verify says so";
  if (parts.length > 0) return verify === null ? "reading says so alone" : "reading and verify say so";
  return verify === null ? "all right" : "all answers right, verify says so";
}
