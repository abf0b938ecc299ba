import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { elementsOf, hasClass, textOf } from "../publish/page-tree.ts";
import { CommandProcess } from "./command.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const commands = new CommandProcess();
afterAll(() => commands.close());
const check = (...args: string[]) => commands.run(SAMPLES, ["check", ...args, "--against", "sources"]);

test("--format html writes one file for several texts, each in a section, and its exit code is check's", async () => {
  const { code, out, err } = await check(
    "stories/dark-towers.md",
    "stories/slow-trades.md",
    "--format",
    "html",
  );
  expect([code, err]).toEqual([1, ""]);
  expect(out.startsWith("<!doctype html>")).toBe(true);
  const reports = elementsOf(out).filter((one) => hasClass(one, "report"));
  expect(reports).toHaveLength(2);
  expect(textOf(reports[0]!)).toContain("The stairs are the best teacher");
});

test("--format markdown writes a report after the other", async () => {
  const { out } = await check("stories/dark-towers.md", "stories/slow-trades.md", "--format", "markdown");
  expect(out.match(/^# .*$/gmu)).toEqual(["# stories/dark-towers.md", "# stories/slow-trades.md"]);
});

test.each([
  ["sarif", /^\{\n {2}"\$schema".*"uri": "stories\/dark-towers\.md"/su],
  ["junit", /^<\?xml version="1\.0" encoding="UTF-8"\?>\n.*<testsuite name="stories\/dark-towers\.md"/su],
  ["csv", /^\uFEFFfile,line,column,.*\r\nstories\/dark-towers\.md,/su],
  [
    "annotations",
    /^\{\n {2}"@context": "http:\/\/www\.w3\.org\/ns\/anno\.jsonld".*"source": "stories\/dark-towers\.md"/su,
  ],
  ["schema-org", /^\{\n {2}"@context": "https:\/\/schema\.org".*"url": "stories\/dark-towers\.md"/su],
  ["github", /^::error file=stories\/dark-towers\.md,line=/su],
])("--format %s is printed for several texts in one, with check's exit code", async (format, begins) => {
  const { code, out, err } = await check(
    "stories/dark-towers.md",
    "stories/glass-and-verges.html",
    "--format",
    format,
  );
  expect([code, err]).toEqual([1, ""]);
  expect(out).toMatch(begins);
  expect(out).toContain("stories/glass-and-verges.html");
  expect(out.endsWith("\n") && !out.endsWith("\n\n")).toBe(true);
});

test("JUnit's cases fail from the severity on from which the command fails", async () => {
  const failures: number[] = [];
  for (const failOn of ["never", "error", "warning"]) {
    const { out } = await check("stories/dark-towers.md", "--format", "junit", "--fail-on", failOn);
    failures.push(Number(/failures="(\d+)"/u.exec(out)![1]));
  }
  const [never, error, warning] = failures;
  expect(never).toBe(0);
  expect(error).toBeGreaterThan(0);
  expect(warning).toBeGreaterThan(error!);
});
