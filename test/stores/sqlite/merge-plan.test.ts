import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergePlan, type Planned } from "../../../src/stores/sqlite/merge-plan.ts";

const SMALL = 100;

function listed(size: number, dropped = 0): Planned {
  return { size, dropped, removal: false };
}

const REMOVAL: Planned = { size: 5, dropped: 0, removal: true };

function plan(...segments: readonly Planned[]): number[] {
  return mergePlan(segments, { small: SMALL });
}

describe("which segments are merged", () => {
  test.each<[string, Planned[], number[]]>([
    ["none of none", [], []],
    ["not one alone", [listed(50)], []],
    ["small ones, whatever their shares", [listed(5000), listed(80), listed(1)], [1, 2]],
    ["a large one and a tail of a quarter of it", [listed(4000), listed(1000)], [0, 1]],
    ["not a large one and a lesser tail", [listed(4001), listed(1000)], []],
    [
      "all whose tail is large enough, from the first such one",
      [listed(9000), listed(2000), listed(700)],
      [0, 1, 2],
    ],
    ["one that lists much in vain", [listed(9700), listed(2000, 0.3), listed(400)], [1]],
    ["removals along with others", [REMOVAL, listed(90), listed(2)], [0, 1, 2]],
    ["few removals by themselves not", [REMOVAL, REMOVAL, listed(9000)], []],
    [
      "many removals by themselves",
      [...Array.from({ length: 7 }, () => REMOVAL), listed(9000)],
      [0, 1, 2, 3, 4, 5, 6],
    ],
  ])("%s", (_, segments, expected) => {
    expect(plan(...segments)).toEqual(expected);
  });

  test("those that stay are few, however an archive grew", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 300 }), (batches) => {
        let segments: Planned[] = [];
        let moved = 0;
        for (const size of batches) {
          segments.push(listed(size));
          for (let chosen = plan(...segments); chosen.length > 0; chosen = plan(...segments)) {
            const sum = chosen.reduce((total, i) => total + segments[i]!.size, 0);
            expect(chosen).toEqual(chosen.map((_, k) => chosen[0]! + k));
            segments = [...segments.slice(0, chosen[0]!), listed(sum), ...segments.slice(chosen.at(-1)! + 1)];
            moved += sum;
          }
        }
        const total = batches.reduce((sum, size) => sum + size, 0);
        // Each is more than four times all after it.
        expect(segments.length).toBeLessThanOrEqual(1 + Math.log(Math.max(1, total)) / Math.log(5) + 1);
        expect(moved).toBeLessThanOrEqual(total * (2 + 5 * Math.log2(2 + total / SMALL)));
      }),
    );
  });
});
