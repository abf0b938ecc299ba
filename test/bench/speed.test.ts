import { describe, expect, test } from "vitest";
import { median } from "../../bench/speed/measure.ts";
import { table, withSection } from "../../bench/speed/result.ts";
import { atLeast, atMost, exactly, format } from "../../bench/speed/row.ts";
import { inPieces, madeUpProse, workload } from "../../bench/speed/workload.ts";
import { prepare, verify } from "../../src/core/index.ts";

describe("the workload", () => {
  const text = madeUpProse(20_000);

  test("is the same each time", () => {
    expect(madeUpProse(20_000)).toBe(text);
    expect(workload(text, 20)).toEqual(workload(text, 20));
  });

  test("has as much text as asked for", () => {
    expect(text).toHaveLength(20_000);
    expect(inPieces(text, 7).join("")).toBe(text);
    expect(inPieces(text, 7)).toHaveLength(7);
  });

  test("has one changed word in every quotation", () => {
    const prepared = prepare(text);
    for (const quotation of workload(text, 50).quotations) {
      const { status, problems } = verify(quotation, prepared);
      const rules = problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
      expect([status, rules], quotation).toEqual(["altered", ["word-changed"]]);
    }
  });
});

describe("a row", () => {
  test("tells whether its limit is kept", () => {
    expect(atMost("a", 2, 2, "ms").kept).toBe(true);
    expect(atMost("a", 2.1, 2, "ms").kept).toBe(false);
    expect(atLeast("a", 15, 15, "×").kept).toBe(true);
    expect(atLeast("a", 14.9, 15, "×").kept).toBe(false);
    expect(exactly("a", 999, 1000).kept).toBe(false);
  });

  test("shows three figures", () => {
    expect([312.4, 31.24, 3.124, 0.3124].map((value) => format(value, "ms"))).toEqual([
      "312 ms",
      "31.2 ms",
      "3.12 ms",
      "0.312 ms",
    ]);
  });
});

describe("the results", () => {
  const results = "# Results\n\n## Speed\n\nold\n\n## Memory\n\nkept\n";

  test("replace one section and keep the others", () => {
    expect(withSection(results, "Speed", "new")).toBe("# Results\n\n## Speed\n\nnew\n\n## Memory\n\nkept\n");
    expect(withSection(results, "Memory", "new")).toBe("# Results\n\n## Speed\n\nold\n\n## Memory\n\nnew\n");
  });

  test("get a section that they lack", () => {
    expect(withSection("# Results\n", "Speed", "new")).toBe("# Results\n\n## Speed\n\nnew\n");
  });

  test("are the same when written twice", () => {
    const once = withSection(results, "Speed", "new");
    expect(withSection(once, "Speed", "new")).toBe(once);
  });

  test("mark limits that are not kept", () => {
    expect(table([atMost("slow", 3, 2, "ms")])).toContain("| slow |     3 ms | ≤ 2 ms | **not kept** |");
  });

  test("know the middle of what was measured", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2);
  });
});
