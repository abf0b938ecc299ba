import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Reservoir } from "../../../bench/archive/reservoir.ts";
import { Random } from "../../../bench/misquote/random.ts";

function sample(size: number, weights: readonly number[], seed = 1): number[] {
  const reservoir = new Reservoir<number>(size, new Random(seed));
  weights.forEach((weight, index) => {
    reservoir.offer(weight, () => index);
  });
  return reservoir.items();
}

describe("a reservoir", () => {
  test("keeps as many things as it may, each once, and all where there are fewer", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 300 });
    fc.assert(
      fc.property(fc.nat(60), weights, fc.integer(), (size, offered, seed) => {
        const kept = sample(size, offered, seed);
        expect(new Set(kept).size).toBe(Math.min(size, offered.length));
        expect(kept).toHaveLength(Math.min(size, offered.length));
      }),
    );
  });

  test("keeps the first ones of a stream as often as the last ones", () => {
    const places = Array.from({ length: 400 }, (_, seed) => sample(10, Array(1000).fill(1), seed)).flat();
    const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
    expect(mean).toBeGreaterThan(480);
    expect(mean).toBeLessThan(520);
  });

  test("keeps a thing three times as heavy three times as often", () => {
    const weights = Array.from({ length: 2000 }, (_, index) => (index % 2 === 0 ? 3 : 1));
    const kept = Array.from({ length: 200 }, (_, seed) => sample(10, weights, seed)).flat();
    const heavy = kept.filter((index) => index % 2 === 0).length / kept.length;
    expect(heavy).toBeGreaterThan(0.72);
    expect(heavy).toBeLessThan(0.78);
  });

  test("passes over what cannot be made, and makes nothing that it does not keep", () => {
    const reservoir = new Reservoir<number>(5, new Random(1));
    let made = 0;
    for (let i = 0; i < 10_000; i++)
      reservoir.offer(1, () => {
        made++;
        return i % 2 === 0 ? i : null;
      });
    expect(reservoir.items().every((item) => item % 2 === 0)).toBe(true);
    expect(reservoir.items()).toHaveLength(5);
    expect(made).toBeLessThan(500);
  });
});
