import { expect, test } from "vitest";
import type { Report } from "../../src/check/index.ts";
import { pretty } from "../../src/cli/pretty.ts";
import { findingText } from "../../src/mcp/finding-text.ts";
import { reportText } from "../../src/mcp/report-text.ts";
import { entriesOf, reportSection } from "../../src/publish/html/index.ts";
import { markdownReport, whereabouts } from "../../src/publish/index.ts";
import { checkedView } from "./checked.ts";
import { elementsOf, hasClass, textOf } from "./page-tree.ts";

type Place = Report["form"][number]["place"];

const PAGE: Place = { kind: "page", page: 3, box: [0, 0, 10, 10], label: "page 3" };
const CUE: Place = { kind: "cue", number: 7, from: 847_000, to: 850_000, label: "00:14:07" };
const PARAGRAPH: Place = { kind: "paragraph", part: "body", number: 12, label: "paragraph 12" };
const ELEMENT: Place = { kind: "element", id: "q4", label: "#q4" };

const VIEW = checkedView("“The ferry does wait for anybody”, said Ada Quay.");

/** The view's report with a problem of form, all at one place, and its source at another. */
function reportAt(place: Place, source: Place): Report {
  const [finding] = VIEW.report.findings;
  const form = {
    rule: "form/note-unused",
    severity: "warning" as const,
    message: "A note has no marker.",
    text: "[4]",
  };
  return {
    ...VIEW.report,
    findings: [
      {
        ...finding!,
        quotation: { ...finding!.quotation, place },
        match: { ...finding!.match!, place: source },
      },
    ],
    form: [{ ...form, start: 0, end: 1, line: 1, column: 1, place }],
  };
}
const told = (report: Report): string =>
  pretty(report, { colors: { isColorSupported: false, ...plainColors() } as never, quiet: false });
const plainColors = () =>
  Object.fromEntries(
    ["bold", "dim", "red", "green", "cyan", "yellow", "underline", "italic"].map((name) => [
      name,
      (text: string) => text,
    ]),
  );
const page = (report: Report) =>
  elementsOf(String(reportSection({ ...VIEW, report, entries: entriesOf(report) })));

test.each([
  [null, "line 8"],
  [PAGE, "page 3"],
  [PARAGRAPH, "paragraph 12"],
  [CUE, "line 8, 00:14:07"],
  [ELEMENT, "line 8, #q4"],
] as const)("at %j it stands at %s", (place, words) => {
  expect(whereabouts({ line: 8, place })).toBe(words);
});

test.each([
  [PAGE, PARAGRAPH, "page 3", " page 3  altered", ", paragraph 12, "],
  [CUE, PAGE, "line 1, 00:14:07", "1:2, 00:14:07  altered", ", page 3, "],
  [null, null, "line 1", "    1:2  altered", ", passage p1, "],
] as const)(
  "every report tells %j of the quotation and %j of the source",
  (place, source, words, line, whose) => {
    const report = reportAt(place, source);
    const [finding] = report.findings;
    const capital = `${words[0]!.toUpperCase()}${words.slice(1)}`;
    expect(told(report)).toContain(line);
    expect(told(report)).toMatch(new RegExp(`harbour.*${whose}\\d`, "u"));
    const markdown = markdownReport(report);
    expect(markdown).toContain(`## ${capital}: altered, credited to Ada Quay`);
    expect(markdown).toContain(`\`form/note-unused\` ${words}: A note`);
    expect(markdown).toContain(
      source === null ? "– Ada Quay (speaker), harbour, passage p1\n" : `, passage p1, ${source.label}`,
    );
    expect(findingText(finding!)).toContain(`(${words}, credited to Ada Quay)`);
    expect(findingText(finding!)).toContain(
      source === null ? "in harbour, passage p1:" : `, passage p1, ${source.label}:`,
    );
    expect(reportText(report)).toContain(`${capital}: warning form/note-unused: A note`);
    const elements = page(report);
    const at = elements.filter((one) => hasClass(one, "at")).map(textOf);
    expect(at).toEqual([`${words}, back to the text`, `${words}, back to the text`]);
    const where = elements.filter(({ tagName }) => tagName === "dd").map(textOf);
    expect(where.at(-1)).toBe(
      source === null ? "harbour, passage p1" : `harbour, passage p1, ${source.label}`,
    );
  },
);
