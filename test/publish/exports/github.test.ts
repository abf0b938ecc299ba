import { expect, test } from "vitest";
import { EXPORTS } from "../../../src/publish/exports/index.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";
import { allTexts, checkedStory, HOSTILE, HOSTILE_NAME, paged } from "./checked-texts.ts";

const linesOf = (checked: CheckedReport): string[] =>
  EXPORTS.github([checked], { version: "1.2.3" }).split("\n");

/** A command as GitHub's runner reads a line. */
function commandOf(line: string) {
  const [, name, properties, message] = /^::(\w+) (.*?)::(.*)$/u.exec(line)!;
  const read = (text: string): string =>
    text
      .replace(/%3A/gu, ":")
      .replace(/%2C/gu, ",")
      .replace(/%0D/gu, "\r")
      .replace(/%0A/gu, "\n")
      .replace(/%25/gu, "%");
  const pairs = properties!
    .split(",")
    .map((one) => /^([^=]*)=(.*)$/su.exec(one)!.slice(1) as [string, string]);
  return {
    name,
    ...Object.fromEntries(pairs.map(([key, value]) => [key, read(value)])),
    message: read(message!),
  };
}

test("an annotation has the quotation's line, its columns, its rule", () => {
  expect(linesOf(checkedStory("One.\n\n“The harbour is wide”, said Ada Quay."))).toEqual([
    "::error file=story.md,line=3,endLine=3,col=2,endColumn=21,title=word-changed::The source has “deep”, not “wide”.",
  ]);
});

test("a quotation of several lines has no columns: GitHub refuses them", () => {
  const [line] = linesOf(checkedStory("“The harbour\nis wide”, said Ada Quay.", "story.txt"));
  expect(line).toContain("file=story.txt,line=1,endLine=2,title=word-changed::");
});

test("a text with pages has the page in the title, and no line", () => {
  const [line] = linesOf(paged(checkedStory("First.\n\n“The harbour is wide”, said Ada Quay.")));
  expect(line).toContain("::error file=story.md,title=word-changed%2C page 2::");
});

test("standard input is no file", () => {
  expect(linesOf(checkedStory("“The harbour is wide”, said Ada Quay.", "-"))[0]).toMatch(/^::error line=1,/u);
});

test("no name and no words begin a command of their own or rewrite the log", () => {
  const lines = linesOf(checkedStory(HOSTILE, HOSTILE_NAME));
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
    expect(line).not.toMatch(/[\u0000-\u001F\u202E]/u);
    expect(commandOf(line)).toMatchObject({ file: "=a,b:c%\n]]>\uFFFD\uFFFD \uFFFD<'\"&.md" });
  }
});

test("each line of all texts is one command", () => {
  const text = EXPORTS.github(allTexts(), { version: "1.2.3" });
  for (const line of text.split("\n")) expect(commandOf(line).name).toMatch(/^(?:error|warning|notice)$/u);
  expect(EXPORTS.github([], { version: "1.2.3" })).toBe("");
});
