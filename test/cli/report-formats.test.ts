import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { elementsOf, hasClass, textOf } from "../publish/page-tree.ts";
import { runIn } from "./command.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const check = (...args: string[]) => runIn(SAMPLES, ["check", ...args, "--against", "sources"]);

test("--format html writes one file for several texts, each in a section, and its exit code is check's", () => {
  const { code, out, err } = check("stories/dark-towers.md", "stories/slow-trades.md", "--format", "html");
  expect([code, err]).toEqual([1, ""]);
  expect(out.startsWith("<!doctype html>")).toBe(true);
  const reports = elementsOf(out).filter((one) => hasClass(one, "report"));
  expect(reports).toHaveLength(2);
  expect(textOf(reports[0]!)).toContain("The stairs are the best teacher");
});

test("--format markdown writes a report after the other", () => {
  const { out } = check("stories/dark-towers.md", "stories/slow-trades.md", "--format", "markdown");
  expect(out.match(/^# .*$/gmu)).toEqual(["# stories/dark-towers.md", "# stories/slow-trades.md"]);
});
