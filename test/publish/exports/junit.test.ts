import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import { expect, test } from "vitest";
import { EXPORTS } from "../../../src/publish/exports/index.ts";
import { allTexts, checkedSamples, checkedStory, HOSTILE, HOSTILE_NAME, paged } from "./checked-texts.ts";

const VERSION = { version: "1.2.3" };
const SCHEMA = fileURLToPath(new URL("../schemas/junit.xsd", import.meta.url));
const children = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child.type === "element");
const casesOf = (xml: string): XmlElement[] =>
  children(parseXml(xml).root!)
    .flatMap(children)
    .filter(({ name }) => name === "testcase");

test("every text, all in one file, is accepted by the schema", () => {
  const input = EXPORTS.junit(allTexts(), VERSION);
  execFileSync("xmllint", ["--noout", "--schema", SCHEMA, "-"], { input, stdio: ["pipe", "pipe", "pipe"] });
  expect(input.split("\n")[1]).toMatch(/^<testsuites name="saidso" tests="\d{3,}"/u);
});

test("no text is a file that is accepted, too", () => {
  const input = EXPORTS.junit([], VERSION);
  execFileSync("xmllint", ["--noout", "--schema", SCHEMA, "-"], { input, stdio: ["pipe", "pipe", "pipe"] });
});

test("a suite counts its cases: those with errors fail, undecided ones are skipped", () => {
  for (const checked of checkedSamples()) {
    const { findings, form } = checked.report;
    const suite = children(parseXml(EXPORTS.junit([checked], VERSION)).root!)[0]!;
    const isWrong = ({ problems }: { problems: readonly { severity: string }[] }): boolean =>
      problems.some(({ severity }) => severity === "error");
    expect(suite.attributes).toEqual({
      name: checked.report.text.name,
      file: checked.report.text.name,
      tests: String(findings.length + form.length),
      failures: String(
        findings.filter(isWrong).length + form.filter((one) => isWrong({ problems: [one] })).length,
      ),
      errors: "0",
      skipped: String(findings.filter((one) => one.status === "undecided" && !isWrong(one)).length),
    });
  }
});

test("a failure names the rule, the words of both sides and whose they are", () => {
  const [found] = casesOf(EXPORTS.junit([checkedStory("“The harbour is wide”, said Ada Quay.")], VERSION));
  expect(found!.attributes).toEqual({
    classname: "story.md",
    name: "line 1, column 2: “The harbour is wide”",
  });
  const [failure] = children(found!);
  expect(failure!.attributes).toEqual({
    type: "word-changed",
    message: "The source has “deep”, not “wide”.",
  });
  expect(failure!.text.split("\n")).toEqual([
    "error word-changed: The source has “deep”, not “wide”.",
    "Quotation: “The harbour is wide”",
    "Credited to Ada Quay.",
    "Source: “The harbour is deep” – Ada Quay (speaker), harbour, passage p1.",
  ]);
});

test.each([
  ["error", "failure"],
  ["warning", "failure"],
  ["never", "system-out"],
] as const)("from %s on, an error is a %s", (failsFrom, element) => {
  const xml = EXPORTS.junit([checkedStory("“The harbour is wide”, said Ada Quay.")], {
    ...VERSION,
    failsFrom,
  });
  expect(children(casesOf(xml)[0]!).map(({ name }) => name)).toEqual([element]);
});

test("a text with pages names the page", () => {
  const xml = EXPORTS.junit(
    [paged(checkedStory("First.\n\n“The harbour is wide”, said Ada Quay."))],
    VERSION,
  );
  expect(casesOf(xml)[0]!.attributes.name).toBe("page 2: “The harbour is wide”");
});

test("words that would end an element or a section stay words", () => {
  const xml = EXPORTS.junit([checkedStory(HOSTILE, HOSTILE_NAME)], VERSION);
  const names = casesOf(xml).map(({ attributes }) => attributes.name);
  expect(names[0]).toContain("wide\uFFFD ]]> </testcase> ::error::x");
  expect(xml).not.toContain("]]>");
  expect(xml).not.toMatch(/[\u202E\uFFFE\uD800]/u);
});
