import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barsOf } from "../../src/publish/html/year-chart.ts";

describe("the chart by year", () => {
  test("each year between the first and the last has a bar", () => {
    const bars = barsOf([
      { value: "2016", documents: 2 },
      { value: "2018", documents: 1 },
    ]);
    expect(bars.map(({ first, documents }) => [first, documents])).toEqual([
      ["2016", 2],
      ["2017", 0],
      ["2018", 1],
    ]);
  });

  test("whatever years there are, a few bars count every document once", () => {
    const year = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, "0"));
    const years = fc.uniqueArray(fc.record({ value: year, documents: fc.integer({ min: 1, max: 99 }) }), {
      minLength: 1,
      selector: ({ value }) => value,
    });
    fc.assert(
      fc.property(years, (counted) => {
        const bars = barsOf(counted);
        const total = (all: readonly { documents: number }[]): number =>
          all.reduce((sum, { documents }) => sum + documents, 0);
        expect(bars.length).toBeLessThanOrEqual(40);
        expect(total(bars)).toBe(total(counted));
        for (const { first, last, documents } of bars)
          expect(documents).toBe(total(counted.filter(({ value }) => value >= first && value <= last)));
      }),
    );
  });
});
