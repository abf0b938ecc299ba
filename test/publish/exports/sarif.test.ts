import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { EXPORTS } from "../../../src/publish/exports/index.ts";
import { MOST_RESULTS, sarif } from "../../../src/publish/exports/sarif.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";
import {
  allTexts,
  checkedSamples,
  checkedStory,
  endless,
  HOSTILE,
  HOSTILE_NAME,
  paged,
} from "./checked-texts.ts";

const TOOL = { version: "1.2.3" };
const run = (...checked: readonly CheckedReport[]) => JSON.parse(EXPORTS.sarif(checked, TOOL)).runs[0];

/** The standard's schema is of draft 4, whose keywords that it uses mean the same in draft 7. */
const validate = (() => {
  const {
    id: _,
    $schema: __,
    ...schema
  } = JSON.parse(readFileSync(new URL("../schemas/sarif-schema-2.1.0.json", import.meta.url), "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv.compile(schema);
})();

test("every text, alone and together, is accepted by the standard's own schema", () => {
  const texts = allTexts();
  for (const checked of [...texts.map((one) => [one]), texts, []]) {
    validate(JSON.parse(EXPORTS.sarif(checked, TOOL)));
    expect(validate.errors, checked[0]?.report.text.name).toBeNull();
  }
});

test("each problem is a result of its rule, each undecided quotation is for somebody to review, and no faithful one is told", () => {
  const samples = checkedSamples();
  const { results, tool } = run(...samples);
  const findings = samples.flatMap(({ report }) => report.findings);
  const problems = [
    ...findings.flatMap((finding) => finding.problems),
    ...samples.flatMap(({ report }) => report.form),
  ];
  const undecided = findings.filter(({ status }) => status === "undecided");
  const kinds = results.map(({ kind, level }: { kind: string; level: string }) => `${kind} ${level}`);
  const count = (kind: string): number => kinds.filter((one: string) => one === kind).length;
  const severe = (severity: string): number => problems.filter((one) => one.severity === severity).length;
  expect([count("fail error"), count("fail warning"), count("fail note"), count("review none")]).toEqual([
    severe("error"),
    severe("warning"),
    severe("info"),
    undecided.length,
  ]);
  expect(severe("error")).toBeGreaterThan(10);
  for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
});

test("a region holds the words that differ, inside the region of their quotation", () => {
  const story = "One line.\r\n\r\nAda said 🐝: “The harbour\r\nis wide, and it has never frozen.”\n";
  const [result] = run(checkedStory(story, "story.txt")).results;
  const { region, contextRegion } = result.locations[0].physicalLocation;
  const lines = story.split(/\r\n|\n/u);
  const words = lines[region.startLine - 1]!.slice(region.startColumn - 1, region.endColumn - 1);
  expect([result.ruleId, words, region.endLine]).toEqual(["word-changed", "wide", region.startLine]);
  expect([contextRegion.startLine, contextRegion.endLine]).toEqual([3, 4]);
  expect(lines[2]!.slice(contextRegion.startColumn - 1)).toBe("The harbour");
  expect(lines[3]!.slice(0, contextRegion.endColumn - 1)).toBe("is wide, and it has never frozen.");
});

test("a message has the words of both sides and whose they are; the source's place is beside it", () => {
  const [result] = run(checkedStory("“The harbour is wide”, said Ada Quay.")).results;
  expect(result.message.text).toBe(
    "The source has “deep”, not “wide”. Quotation: “The harbour is wide”, credited to Ada Quay. Source: “The harbour is deep” – Ada Quay (speaker), harbour, passage p1.",
  );
  expect(result.relatedLocations).toHaveLength(1);
  expect(result.relatedLocations[0].physicalLocation.artifactLocation).toEqual({
    uri: "documents/harbour?version=1#p1",
    uriBaseId: "ARCHIVE",
  });
});

test("a text with pages has no region: its place is a logical location, and the message begins with it", () => {
  const [result] = run(paged(checkedStory("First.\n\n“The harbour is wide”, said Ada Quay."))).results;
  const [location] = result.locations;
  expect(location.physicalLocation.region).toBeUndefined();
  expect(location.logicalLocations).toEqual([{ name: "page 2", fullyQualifiedName: "page 2" }]);
  expect(result.message.text).toMatch(/^page 2: The source has “deep”.*passage p1, page 1\.$/u);
});

test("a fingerprint stays when the text changes elsewhere, and tells equal quotations apart", () => {
  const prints = (story: string): string[] =>
    run(checkedStory(story)).results.map(
      (one: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        one.partialFingerprints.primaryLocationLineHash,
    );
  const wide = "“The harbour is wide”, said Ada Quay.";
  const [print] = prints(wide);
  expect(print).toMatch(/^[0-9a-f]{16}:1$/u);
  expect(prints(`A new paragraph.\n\n“The harbour is deep,” she said.\n\n${wide}`)).toEqual([print]);
  expect(prints(`${wide}\n\n${wide}`)).toEqual([print, print!.replace(/1$/u, "2")]);
  expect(prints("“The harbour is long,” said Ada Quay.")[0]).not.toBe(print);
});

test.each([
  ["stories/dark towers.md", { uri: "stories/dark%20towers.md", uriBaseId: "%SRCROOT%" }],
  ["./a#b?c:d.md", { uri: "a%23b%3Fc%3Ad.md", uriBaseId: "%SRCROOT%" }],
  ["../è.md", { uri: "../%C3%A8.md", uriBaseId: "%SRCROOT%" }],
  ["/home/ada/story.md", { uri: "file:///home/ada/story.md" }],
  ["C:\\texts", { uri: "file:///C:/texts" }],
  ["-", { uri: "stdin", description: { text: "Standard input." } }],
  ["\uD800.md", { uri: "%EF%BF%BD.md", uriBaseId: "%SRCROOT%" }],
])("the text %j has its address", (name, location) => {
  const [artifact] = run(checkedStory("Nothing.", name)).artifacts;
  expect(artifact.location).toEqual(location);
  expect(artifact.hashes["sha-256"]).toMatch(/^[0-9a-f]{64}$/u);
});

test("no words of a text become a link, a placeholder or an order to the screen", () => {
  const text = EXPORTS.sarif([checkedStory(HOSTILE, HOSTILE_NAME)], TOOL);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u);
  const { results } = JSON.parse(text).runs[0];
  expect(results.length).toBeGreaterThan(1);
  for (const { message } of results) expect(message.text).not.toMatch(/(?<!\\)\]\(|(?<!\{)\{0\}(?!\})/u);
});

test("a message is short however long its quotation is", () => {
  for (const { message } of run(endless()).results) expect(message.text.length).toBeLessThan(1500);
});

test("of more results than GitHub takes the graver are kept, in their order, and it is said", () => {
  const { report, text } = checkedStory("“The harbour is wide”, said Ada Quay.");
  const [finding] = report.findings;
  const [problem] = finding!.problems;
  const [info, warning] = [
    { ...problem!, severity: "info" as const, rule: "typo" },
    { ...problem!, severity: "warning" as const, rule: "superseded" },
  ];
  const problems = [info, problem!, info, warning, info, problem!];
  const checked = { report: { ...report, findings: [{ ...finding!, problems }] }, text };
  const [{ results, invocations }] = JSON.parse(sarif([checked], TOOL, 3)).runs;
  expect(results.map(({ level }: { level: string }) => level)).toEqual(["error", "warning", "error"]);
  expect(invocations[0].toolExecutionNotifications[0].message.text).toContain("3 are left out");
  expect(MOST_RESULTS).toBe(25_000);
});

test("a check that was ended before it was done did not succeed", () => {
  const { report, text } = checkedStory("“The harbour is wide”, said Ada Quay.");
  const findings = report.findings.map((one) => ({
    ...one,
    status: "undecided" as const,
    reason: "out-of-time" as const,
    problems: [],
    match: null,
  }));
  const { invocations, results } = run({ report: { ...report, findings }, text });
  expect(invocations[0].executionSuccessful).toBe(false);
  expect(results[0].ruleId).toBe("undecided/out-of-time");
  expect(run(checkedStory("Nothing.")).invocations).toEqual([{ executionSuccessful: true }]);
});
