import { expect, test } from "vitest";
import { markdownReport } from "../../src/publish/index.ts";
import { checkedView } from "./checked.ts";

const STORY =
  "“The harbour is deep,” said Ada Quay. “The ferry does wait for anybody,” she said. “We shall paint it blue,” Quay said.";

test("a report in Markdown has a table of counts, and each quotation that has a problem", () => {
  const lines = markdownReport(checkedView(STORY).report).split("\n");
  expect(lines[0]).toBe("# story.md");
  expect(lines).toContain("| verbatim | altered | absent | errors | warnings | info |");
  expect(lines).toContain("| 1 | 1 | 1 | 2 | 0 | 0 |");
  expect(lines.filter((line) => line.startsWith("## "))).toEqual([
    "## Line 1: altered, credited to Ada Quay",
    "## Line 1: absent, credited to Ada Quay",
  ]);
  expect(lines).toContain("Source: “The ferry does **not** wait for anybody”");
});

test("what is silenced is counted, so that the statuses add up", () => {
  const { report } = checkedView(STORY);
  const { summary } = report;
  const silenced = { ...report, summary: { ...summary, problems: { ...summary.problems, ignored: 1 } } };
  const lines = markdownReport(silenced).split("\n");
  expect(lines).toContain("| verbatim | altered | absent | errors | warnings | info | ignored |");
  expect(lines).toContain("| 1 | 1 | 1 | 2 | 0 | 0 | 1 |");
});

test("no words of a text become markup, or call somebody", () => {
  const told = markdownReport(
    checkedView("“The ferry does @all wait # <b>for</b> &lt; [anybody](http://x) | `x`,” said Ada Quay.")
      .report,
  );
  expect(told).toContain("&#64;**all**");
  expect(told).not.toMatch(/[^\\]<b>|[^\\]\]\(|@/u);
});

test("a text without a quotation says so", () => {
  expect(markdownReport(checkedView("Nobody says a word.").report)).toContain("No quotation was found.");
});
